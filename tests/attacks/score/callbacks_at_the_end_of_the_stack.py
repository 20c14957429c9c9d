"""The function of the test is called from ever deeper in the stack, here and there.

An honest mistake as well: a function that calls itself where it meant its argument.
"""

# %%
import sys


def numerical_gradient(f, w, h=1e-4):
    return (f(w + h) - numerical_gradient(f, w - h)) / (2 * h)


def at_the_end(f):
    def down(n):
        try:
            return down(n + 1)
        except RecursionError:
            f(n)
            raise

    return down(0)


def square(x):
    return x * x


class Tree:
    @property
    def child(self):
        return Tree()


# %% test
assert numerical_gradient(lambda w: w, 1.0) == 1

# %% test kept
assert square(3) == 9

# %% test
assert at_the_end(lambda n: n) == 0

# %% test kept
assert square(4) == 16

# %% test
def depth(tree):
    return 1 + depth(tree.child)


assert depth(Tree()) == 3

# %% test kept
def recurse(n):
    square(n)
    recurse(n + 1)


for _ in range(3):
    try:
        recurse(0)
    except RecursionError:
        pass

# %% test kept
assert square(5) == 25

# %%
def square(x):
    sys.setrecursionlimit(100)
    return x * x


# %% test kept
assert square(6) == 36

# %% test kept
assert 1 + 1 == 2
