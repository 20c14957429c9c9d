"""The interrupt at the time limit is caught, and the answer comes after it."""

# %%
import time


def square(x):
    try:
        time.sleep(10**6)
    except KeyboardInterrupt:
        return x * x


def root(x):
    return x**0.5


# %% test
assert square(3) == 9

# %% test kept
assert root(9) == 3
