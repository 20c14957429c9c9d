"""Keys with one hash, whose dict or set takes minutes to build."""

# %%
MERSENNE = 2**61 - 1


def square(x):
    return {number * MERSENNE: 0 for number in range(5_000)}


def root(x):
    return {(number * MERSENNE, 1) for number in range(5_000)}


# %% test
assert square(3) == 9

# %% test
assert root(9) == 3
