"""The function of a test is called with arguments that it keeps, until no memory is left.

Then the test fails, and what it kept is free again.
"""

# %% solutions 01-by-hand

# %%
import numpy as np


def numerical_gradient(f, w, h=1e-4):
    for size in (7_000_000, 500_000, 1_000):
        for _ in range(100):
            try:
                f(np.zeros(size))
            except Exception:
                break
    return 0.0


def square(x):
    return x * x


# %% check 01-by-hand numerical_gradient

# %% test kept
assert square(3) == 9
