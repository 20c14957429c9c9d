"""Read-only cells that warn, print and build upon each other: they cost no points."""

# %% given
import math
import warnings

warnings.warn("of the instructor's")
print("of the instructor's")
limit = math.inf

# %% given
limit = min(limit, 9)


def within(value):
    return value <= limit


# %%
def square(x):
    return x * x


# %% test kept
assert within(square(3)) and not within(square(4))
