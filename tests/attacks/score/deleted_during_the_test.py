"""An object whose `__del__` prints, raises and answers when it is thrown away."""


# %%
class Falling:
    def __del__(self):
        import sys

        print("1.0")
        print("Traceback", file=sys.stderr)
        raise ValueError("in __del__")


def square(x):
    Falling()
    return x * x


def root(x):
    Falling()
    return 0


# %% test kept
assert square(3) == 9

# %% test
assert root(9) == 3
