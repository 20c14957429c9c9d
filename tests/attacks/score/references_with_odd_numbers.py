"""The number of an object is no number, or less than nothing."""

# %% channel

# %%
import os


def square(x):
    candidate.wire._pack = lambda value: ["object", True, Exception]
    return os


# %% test
assert square(0)() == 9
