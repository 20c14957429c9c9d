"""A loop that goes on whatever is raised in it, the interrupt at the time limit too."""


# %%
def square(x):
    return x * x


# %% test kept
assert square(3) == 9


# %%
def forever():
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass


forever()

# %% test
assert square(3) == 9
