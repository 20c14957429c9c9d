"""A function that never ends costs its own test; the next one is run."""


# %%
def square(x):
    while True:
        x += 1


def root(x):
    return x**0.5


# %% test
assert square(3) == 9

# %% test kept
assert root(9) == 3
