"""The function ends Python politely when it is called; only its own test is lost."""

# %%
import sys


def square(x):
    sys.exit(0)


def root(x):
    exit()
    return x**0.5


def cube(x):
    raise KeyboardInterrupt


# %% test
assert square(3) == 9

# %% test kept
assert root(9) == 3

# %% test
assert cube(2) == 8

# %% test kept
assert root(16) == 4
