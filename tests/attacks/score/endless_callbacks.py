"""The function of the test that was passed in is called for ever, with large arguments."""

# %% solutions 01-by-hand

# %%
import numpy as np


def numerical_gradient(f, w, h=1e-4):
    while True:
        try:
            f(np.zeros(1_000_000))
        except Exception:
            pass


def square(x):
    return x * x


# %% check 01-by-hand numerical_gradient

# %% test kept
assert square(3) == 9
