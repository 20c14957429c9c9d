"""Loop when the process ends."""

# seconds: 1

# %%
import atexit
import sys

atexit.register(lambda: [None for _ in iter(int, 1)])
sys.exit()
