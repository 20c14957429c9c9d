"""The arguments come back as something else: resized arrays, liars, more and fewer of them.

What the test holds of them stays whole.
"""

# %% channel

# %%
import numpy as np


class Yes:
    def __call__(self, *args):
        return 9

    def __len__(self):
        return 1


def apply(living, function, args, kwargs):
    numbers = candidate.kept.taken().things
    if args[:1] == ("grow",):
        return [0, dict.fromkeys(numbers, np.zeros(10**6)), {}]
    if args[:1] == ("lie",):
        return [0, dict.fromkeys(numbers, (Yes(), Yes())), {}]
    return [0, numbers, {}]


def root(what, value):
    return 0


candidate.verbs["apply"] = apply

# %% test kept
x = np.arange(1000.0)
view = x[500:]
root("grow", x)
del x
assert [np.ones(100).sum() for _ in range(10)] and view.sum() == sum(range(500, 1000))

# %% test kept
functions = [lambda x: x + 1, lambda x: 2 * x]
root("lie", functions)
assert functions[0](3) == 4 and functions[1](3) == 6

# %% test
functions = [lambda x: x + 1, lambda x: 2 * x]
assert root("lie", functions) == functions[0](functions[1](3))
