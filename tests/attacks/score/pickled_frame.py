"""A frame, and values in frames, are pickles that would run a command when loaded."""

# %% channel

# %%
import pickle
import struct


class Command:
    def __reduce__(self):
        return eval, ("__import__('os')._exit(0)",)


bomb = pickle.dumps(Command())


def square(x):
    return bomb


def root(x):
    channel.sendall(struct.pack("<4sII", b"wire", len(bomb), 0) + bomb)


# %% test
assert square(3) == 9

# %% test
assert root(9) == 3
