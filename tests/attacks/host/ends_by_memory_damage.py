"""Overwrite Python's own memory."""

# seconds: 2

# %%

for thing in (type, dict, str, None, int):
    ctypes.memset(id(thing), 0xFF, 200)
