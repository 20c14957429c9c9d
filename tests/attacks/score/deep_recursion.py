"""Recursion without a limit, until the stack of the process is full."""

# %%
import sys

sys.setrecursionlimit(10**9)


def square(x):
    return square(x)


# %% test
assert square(3) == 9
