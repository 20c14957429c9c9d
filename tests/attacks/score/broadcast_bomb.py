"""Arrays whose shape makes a test's own arithmetic fill the memory.

The examiner's memory is bounded; the test fails and the next one runs.
"""

# %%
import numpy as np


def double(x):
    return np.zeros((4_000_000, 1))


def square(x):
    return x * x


# %% test
x = np.arange(10_000.0)
assert np.allclose(double(x), 2 * x)

# %% test kept
assert square(3) == 9
