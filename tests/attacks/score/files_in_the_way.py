"""A file is handed in with the name of a folder of the instructor's."""

# %% file data
"not a folder"

# %% file data/prices.csv
2, 3


# %%
def square(x):
    return 0


def root(x):
    return x**0.5


# %% test
assert square(3) == 9

# %% test kept
assert root(9) == 3
