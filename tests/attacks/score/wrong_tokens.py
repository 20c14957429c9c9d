"""Answers with another token than the question's, of every type."""

# %% channel

# %%
tokens = iter([True, None, "token", 1.5, [1], float("nan"), 0])


def square(x):
    candidate._send(["answer", next(tokens), [9, [], {}]])
    return 9


# %% test
assert square(3) == 9
