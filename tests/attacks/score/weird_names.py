"""Classes whose names are those of other things, or no names at all."""

# %% solutions 01-by-hand

# %%
names = ["float", "ndarray", "Misconception", "x" * 10**6, "", "a b", "\u202e", "__class__", "None"]
kinds = [type(name or "x", (), {}) for name in names]
for kind, name in zip(kinds, names):
    kind.__name__ = kind.__qualname__ = name


def square(x):
    return kinds[x]()


def gradient(x, y_pred, y):
    return kinds[3]()


# %% test
assert square(0) == 9

# %% test
assert square(3) == 9

# %% test
assert square(4) == 9

# %% test
assert square(6) == 9

# %% test
assert square(7) == 9

# %% check 01-by-hand gradient
