"""The process ends itself at once in a cell; earlier points stay, later tests are not run."""


# %%
def square(x):
    return x * x


# %% test kept
assert square(3) == 9

# %%
import os

os._exit(0)

# %% test
assert square(3) == 9
