"""What only the examiner may name comes from the candidate: its callbacks, situations, modules."""

# %% channel

# %%
import os

nodes = [
    ["served", "os", "getcwd"],
    ["callback", 0, "f"],
    ["lent", 0],
    ["type", "eval"],
    ["class", 1, "Popen", "subprocess", 0, 0, []],
    ["situation", "course.door.situations", "fixed_random", [], {}],
]


def square(x):
    return os


def root(x):
    candidate.wire._pack = lambda value: nodes[x]
    return os


# %% test
assert square(3).getcwd() == 9

# %% test
assert root(0)() == 9
