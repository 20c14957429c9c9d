"""A cell's own run is answered with an exception instead of an end."""


# %%
def square(x):
    return x * x


# %% test kept
assert square(3) == 9

# %% channel


# %%
def run(*arguments):
    raise ExceptionGroup("run", [ValueError(1)])


candidate.verbs["run"] = run

# %%
1 + 1

# %% test kept
assert square(3) == 9
