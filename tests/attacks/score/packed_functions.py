"""What only the examiner may name comes from the candidate: its callbacks, situations, modules."""

# %% channel

# %%
import os

nodes = [
    ["served", "os", "getcwd"],
    ["callback", 0, "f"],
    ["situation", "course.door.situations", "fixed_random", [], {}],
]


def square(x):
    return os


def root(x):
    candidate._pack = lambda value: nodes[x]
    candidate.wire._pack = candidate._pack
    return os


# %% test
assert square(3).getcwd() == 9

# %% test
assert root(0)() == 9
