"""The channel names instances of classes that nobody gave, and such that cannot be as they are told."""

# %% channel

# %% given
import subprocess


class Point:
    def __init__(self, x):
        self.x = x


class Worse(Exception):
    pass


# %%
import itertools

NAMED = itertools.cycle(
    [
        ["given", "__main__", "Point", ["x", "__class__", "__dict__"], 9, "Point", {}],
        ["given", "__main__", "Point", [""], (9, 9)],
        ["given", "__main__", "Worse", [""], ("no", "no")],
        ["given", "__main__", "__builtins__", []],
        ["given", "__main__", "subprocess", ["x"], 9],
        ["given", "subprocess", "Popen", ["pid", "returncode"], 1, None],
        ["given", "os", "_wrap_close", []],
        ["given", "__main__", "Point", ["x", "x"], 9],
        ["given", "__main__", "Point", [[]], 9],
        ["class given", "builtins", "object"],
        ["class given", "__main__"],
        ["given"],
    ]
)


class Named:
    pass


def square(x):
    candidate.wire._pack = lambda value: next(NAMED)
    return Named()


# %% test
assert square(3) == 9

# %% test
assert square(3).x == 81

# %% test
assert square(3) is subprocess.Popen

# %% test
raise square(3)
