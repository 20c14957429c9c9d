"""Endless work in C that an interrupt does not reach: the process is killed, earlier points stay."""

# %%
import itertools


def square(x):
    return x * x


def root(x):
    return sum(itertools.repeat(0))


# %% test kept
assert square(3) == 9

# %% test
assert root(9) == 3

# %% test
assert square(3) == 9
