"""Messages that are no lists, or start with something else than a word."""

# %% channel

# %%
import numpy as np

messages = [np.array(["answer", "x"]), candidate.token, [9, [], {}]]


def square(x):
    candidate._send(messages)
    return 9


# %% test
assert square(3) == 9
