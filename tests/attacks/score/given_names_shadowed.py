"""A helper that the instructor's read-only cell defines is defined again by the student."""

# %% given
TOLERANCE = 1e-6


def close(a, b):
    return abs(a - b) < TOLERANCE


# %%
TOLERANCE = 1e9
close = lambda a, b: True


def square(x):
    return 0


# %% test
assert close(square(3), 9)


# %% test
def helper(value):
    assert close(value, 9)


helper(square(3))


# %%
def helper(value):
    pass


# %% test
helper(square(3))
