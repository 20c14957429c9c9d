"""Read every file in sight outside /usr, /proc and Python, and look for secrets in them."""

# %%
import re
import sys

files = 0
left_out = ("/usr", "/proc", "/bin", "/lib", "/sbin", sys.prefix, sys.base_prefix)
for folder, folders, names in os.walk("/"):
    folders[:] = [f for f in folders if not os.path.join(folder, f).startswith(left_out)]
    for name in names:
        path = Path(folder, name)
        if path.is_file() and path.stat().st_size < 1 << 20:
            files += 1
            for secret in re.findall(SECRET, attempt(path.read_bytes) or b""):
                breach_if(secret, path)
assert files > 10
