"""The process reads from address 0."""

# %%
import ctypes


def square(x):
    return x * x


# %% test kept
assert square(3) == 9


# %%
def square(x):
    ctypes.string_at(0)


# %% test
assert square(3) == 9
