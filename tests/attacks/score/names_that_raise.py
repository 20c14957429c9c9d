"""The question for the notebook's names is answered with an exception, of any class."""

# %% channel

# %%
kinds = iter(["StopIteration", "KeyError", "TimeoutError", "SystemExit", "MemoryError", "X"])


def names(wanted):
    text = "x"
    kind = next(kinds)
    candidate._send(["raised", candidate.token, False, text, (kind, "Exception"), "", None])
    return {}


def square(x):
    return 0


candidate.verbs["names"] = names

# %% test
assert square(3) == 9
