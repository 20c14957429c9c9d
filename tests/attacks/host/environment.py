"""Look for secrets in the environment, also in the one that the warm process was started with."""

# %%
import gc
import re
import subprocess

seen = repr(dict(os.environ)).encode()
for path in Path("/proc").glob("[0-9]*/environ"):
    seen += attempt(path.read_bytes) or b""
for path in Path("/proc").glob("[0-9]*/cmdline"):
    seen += attempt(path.read_bytes) or b""
seen += subprocess.run("env; set; export -p", shell=True, capture_output=True).stdout
seen += repr(
    [thing for thing in gc.get_objects() if type(thing) is dict and "HOME" in thing]
).encode()
breach_if(re.findall(SECRET, seen), "environment")
breach_if("INSTRUCTOR" in os.environ, "the instructor's variable")
assert b"HOME" in seen
