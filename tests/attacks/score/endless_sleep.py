"""Sleep and a catastrophic regular expression, which an interrupt does reach."""

# %%
import re
import time

time.sleep(10**6)


# %%
def square(x):
    re.match(r"(a+)+$", "a" * 60 + "b")


def root(x):
    return x**0.5


# %% test
assert square(3) == 9

# %% test kept
assert root(9) == 3
