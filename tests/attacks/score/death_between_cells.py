"""A timer ends the process while the examiner works, or shortly after the next cell."""

# %%
import os
import threading


def square(x):
    threading.Timer(0.05, os._exit, (0,)).start()
    return x * x


# %% test
import time

assert square(3) == 9
time.sleep(0.5)
assert square(4) == 0

# %% test
assert square(3) == 9
