"""Loop in hooks of Python and IPython, before and after each cell."""

# seconds: 1

# %%
import sys

get_ipython().events.register("post_run_cell", lambda *_: [None for _ in iter(int, 1)])
sys.settrace(lambda *_: None)
sys.setswitchinterval(1e9)
