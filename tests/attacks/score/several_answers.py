"""Each question is answered twice: the second answer lies in wait for the next question."""

# %% channel


# %%
def apply(living, function, args, kwargs):
    for value in (0, 9):
        candidate._send(["answer", candidate.token, [value, {}, {}]])
    return [9, {}, {}]


candidate.verbs["apply"] = apply


def square(x):
    return 0


# %% test
assert square(3) == 0 and square(3) == 9
