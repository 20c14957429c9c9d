"""Each answer brings many thousand new objects, each of a class of its own."""

# %% channel

# %%
import itertools

counter = itertools.count()


class Thing:
    pass


def pack(value):
    number = next(counter)
    if isinstance(value, type):
        return ["class", number, f"Thing{number}", "__main__", 2**60 - 1, 0, []]
    return ["object", number, type(f"Thing{number}", (), {})]


def square(x):
    candidate.wire._pack = pack
    while True:
        candidate._send(["event", [Thing() for _ in range(40_000)]])


# %% test
assert square(3) == 9
