"""A test is kept busy by calls that each end in time."""

# %%
import time


def square(x):
    time.sleep(0.5)
    return x * x


# %% test
for _ in range(1_000):
    assert square(3) == 9
