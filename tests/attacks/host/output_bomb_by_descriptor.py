"""Write to the descriptors, past Python: from here, from a child, from another program."""

# seconds: 2

# %%
import subprocess

for _ in range(100):
    os.write(1, b"x" * (1 << 20))
    os.write(2, os.urandom(1 << 16))

# %%
subprocess.run(["yes"])
