"""Allowed numbers with which the test itself counts for ever.

The test is stopped at its time limit or runs out of memory.
"""


# %%
def length():
    return 2**4000


def square(x):
    return x * x


# %% test
assert sum(1 for _ in range(length())) == 3

# %% test
assert [0] * length() == [0, 0, 0]

# %% test kept
assert square(3) == 9
