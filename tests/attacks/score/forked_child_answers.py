"""The child of a fork goes on with the conversation, and so does its parent."""

# %%
import os


def square(x):
    if os.fork() == 0:
        return 9
    os.wait()
    return 0


def root(x):
    os.fork()
    return 3


# %% test
assert square(3) == 0 and square(3) == 9

# %% test
assert [root(9) for _ in range(20)] == [0] * 20
