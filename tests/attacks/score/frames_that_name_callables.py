"""The header of a frame names kinds that the format does not have, modules and functions."""

# %% channel

# %%
import json
import struct

headers = [
    ["__import__", "os"],
    ["builtins.eval", "1"],
    ["served", "os", "abort"],
    ["packed", ["str", 0], 1, "x"],
    ["list", "answer", candidate.token, ["exec", "raise SystemExit"]],
    {"__reduce__": "os._exit"},
    ["tensor", "storage", False, False, False, False, None],
    ["dtype", "__class__"],
    [[], {}],
    "answer",
    None,
]
numbers = iter(range(len(headers)))


def square(x):
    header = json.dumps(headers[next(numbers)]).encode()
    channel.sendall(struct.pack("<4sII", b"wire", len(header), 0) + header)
    return 9


# %% test
assert square(3) == 9
