"""More is printed than a notebook may hold, so that no room is left for a test's error."""


# %%
def square(x):
    return 0


for _ in range(30):
    print("x" * (1 << 20))

# %% test
assert square(3) == 9

# %% test
assert square(4) == 16
