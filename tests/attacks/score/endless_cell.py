"""A cell that never ends is interrupted; what was defined before and after it counts."""


# %%
def square(x):
    return x * x


# %% test kept
assert square(3) == 9

# %%
while True:
    pass


# %%
def root(x):
    return x**0.5


# %% test kept
assert root(9) == 3
