"""The channel tells of folders in folders, so deep that nobody could remove them."""

# %% channel

# %%
deep = {"a/" * depth: b"" for depth in range(300, 2100, 300)}
candidate.folder.changed = lambda: deep


def square(x):
    return 9


# %% test
assert square(3) == 8

# %% test kept
assert square(3) == 9
