"""The header of a frame is nested a million deep, or holds millions of items."""

# %% channel

# %%
import struct


def send(header):
    channel.sendall(struct.pack("<4sII", b"wire", len(header), 0) + header)


def square(x):
    send(b"[" * 400_000 + b"]" * 400_000)
    return 9


# %% test
assert square(3) == 9
