"""The header of a frame has more items than a message may have, and one endless number."""

# %% channel

# %%
import struct


def square(x):
    header = b'["list",' + b"0," * 10_000_000 + b"1" * 10_000_000 + b"]"
    channel.sendall(struct.pack("<4sII", b"wire", len(header), 0) + header)
    return 9


# %% test
assert square(3) == 9
