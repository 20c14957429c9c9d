"""A callback keeps the test's own function busy, and catches the error that ends its time."""

# %%
import time


def square(x):
    return x * x


def slow(f):
    while True:
        try:
            f(0.2)
        except BaseException:
            pass


# %% test kept
assert square(3) == 9

# %% test
import time

assert slow(time.sleep) == 1

# %% test
assert slow(lambda seconds: time.sleep(60 * seconds)) == 1
