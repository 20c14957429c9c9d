"""Answers refer to objects that do not exist, by numbers of every kind."""

# %% channel

# %%
import os

numbers = [10**9, 2**4000, 0]


def square(x):
    candidate.wire._pack = lambda value: (
        ["object", numbers[x], type(value)]
        if not isinstance(value, type)
        else ["class", 5, "square", "", 1, 0, []]
    )
    return os


# %% test
assert square(0)() == 9

# %% test
assert square(1)() == 9

# %% test
assert square(2)(3)(3) == 9
