"""A frame starts and never ends."""


# %%
def root(x):
    return x**0.5


# %% test kept
assert root(9) == 3

# %% channel

# %%
import struct
import time


def square(x):
    channel.sendall(struct.pack("<4sII", b"wire", 1000, 1000))
    while True:
        time.sleep(0.01)
        try:
            channel.sendall(b"x")
        except KeyboardInterrupt:
            pass


# %% test
assert square(3) == 9
