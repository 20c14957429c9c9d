"""Texts of megabytes in errors and answers, which tests then show, cell by cell."""


# %%
def square(x):
    return "x" * 15_000_000


def root(x):
    raise ValueError("x" * 15_000_000)


def lines(x):
    return "x\n" * 7_000_000


def double(x):
    return 2 * x


# %% test
assert square(3) == 9, square(3)

# %% test
print(square(3))
assert square(3) == 9

# %% test
assert root(9) == 3

# %% test
assert lines(3) == 9, lines(3)

# %% test
assert square(3) == 9

# %% test
assert double(2) == 5
