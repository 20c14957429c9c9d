"""The start of a frame announces gigabytes, which are then sent."""

# %% channel

# %%
import struct


def square(x):
    channel.sendall(struct.pack("<4sII", b"wire", 2**32 - 1, 2**32 - 1))
    while True:
        channel.sendall(bytes(1 << 20))


# %% test
assert square(3) == 9
