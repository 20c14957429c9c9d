"""The start and the end of a test are answered with exceptions."""

# %% channel


# %%
def refuse():
    raise AssertionError("no test, please")


def square(x):
    return 0


candidate.verbs["begin"] = candidate.verbs["end"] = refuse

# %% test
assert square(3) == 9
