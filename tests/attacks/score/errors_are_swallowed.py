"""Hooks swallow every exception of the student's IPython and of its Python."""

# %%
import sys
import threading


def swallow(*args):
    return []


get_ipython().set_custom_exc((BaseException,), swallow)
sys.excepthook = sys.unraisablehook = threading.excepthook = swallow


def square(x):
    raise AssertionError


# %% test
assert square(3) == 9
