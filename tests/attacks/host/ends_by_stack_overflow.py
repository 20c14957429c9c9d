"""Recurse in C until the stack overflows."""

# seconds: 2

# %%
import sys

sys.setrecursionlimit(10**9)


def deeper():
    return eval("deeper()")


deeper()
