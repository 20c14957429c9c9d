"""The same from inside the test, on every way out."""

# %%
import os
import sys


def square(x):
    for _ in range(30):
        print("x" * (1 << 20))
        sys.stderr.write("x" * (1 << 20))
        os.write(1, b"x" * (1 << 20))
    return 0


# %% test
assert square(3) == 9


# %%
def square(x):
    return x * x


# %% test kept
assert square(3) == 9
