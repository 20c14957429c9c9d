"""Search the memory that was inherited from the warm process for secrets."""

# %%
import re

searched = 0
with open("/proc/self/mem", "rb", buffering=0) as memory:
    for line in open("/proc/self/maps").readlines():
        start, end = (int(part, 16) for part in line.split()[0].split("-"))
        if line.split()[1].startswith("rw"):
            attempt(memory.seek, start)
            content = attempt(memory.read, end - start) or b""
            searched += len(content)
            breach_if(re.findall(SECRET, content), line)
assert searched > 50_000_000
