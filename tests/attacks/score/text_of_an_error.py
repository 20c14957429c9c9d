"""The text of an exception on which a regular expression runs for minutes."""

# %% solutions 01-by-hand


# %%
def gradient(x, y_pred, y):
    raise RuntimeError("size of tensor " * 1_000_000)


# %% check 01-by-hand gradient


# %%
def square(x):
    return x * x


# %% test kept
assert square(3) == 9
