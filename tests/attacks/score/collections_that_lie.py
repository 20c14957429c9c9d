"""Subclasses of dict, list and tuple whose items are not what they hold.

They arrive as what they hold.
"""

# %% solutions 01-by-hand


# %%
class Dict(dict):
    def items(self):
        return {"a": 2, "b": 3, "c": 4}.items()

    def __eq__(self, other):
        return True

    def __getitem__(self, key):
        return {"a": 2, "b": 3, "c": 4}[key]

    get = __getitem__


class List(list):
    def __eq__(self, other):
        return True

    def __iter__(self):
        return iter([1, 2, 3])


first_wrong_line = Dict(a=1, b=1, c=1)


def three():
    return List([0])


# %% test
assert three() == [1, 2, 3]

# %% test
assert list(three()) == [1, 2, 3]

# %% check 01-by-hand bug-hunt
