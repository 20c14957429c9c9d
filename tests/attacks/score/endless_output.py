"""A function prints for ever, in Python and past it."""

# %%
import os


def square(x):
    while True:
        print("x" * 1000)
        os.write(1, b"x" * 1000)


def root(x):
    return x**0.5


# %% test
assert square(3) == 9

# %% test kept
assert root(9) == 3
