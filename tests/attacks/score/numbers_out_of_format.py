"""Frames whose arrays do not fit their data: strides, types, sizes and characters that lie."""

# %% channel

# %%
import json
import struct

answers = [
    ["array", "f8", 2**62, 4],
    ["array", "O", 1],
    ["array", "f8", -1],
    ["text", 1, 1],
    ["tensor", "float32", True, True, True, True, None, 2**62, 2**62],
]


def square(x):
    parts = ["tuple", ["list"]], ["dict"]
    answer = ["list", ["str", 6], candidate.token, ["list", answers[x], ["tuple", 3], ["dict"]]]
    header = json.dumps(answer).encode()
    body = b"answer" + b"\xff" * 8
    channel.sendall(struct.pack("<4sII", b"wire", len(header), len(body)) + header + body)


# %% test
assert square(0) == 9
