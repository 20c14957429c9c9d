"""Objects that give another sequence each time, lie about their length, or never end."""

# %%
import itertools


class Sequence:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length

    def __iter__(self):
        return itertools.count()

    def __getitem__(self, index):
        return Sequence(self.length)

    def __contains__(self, item):
        return True


def triple(length):
    return Sequence(length)


def endless():
    while True:
        yield 1


# %% test
assert len(triple(10**30)) == 3

# %% test
assert len(triple(-1)) == 3

# %% test
assert len(triple("three")) == 3

# %% test
assert triple(3)[0] == 1

# %% test
assert 3 in triple(3)

# %% test
assert list(endless())[:3] == [1, 2, 3]
