"""Objects that harm whoever prints, copies, pickles or deletes them."""

# %%
import os


class Hostile:
    def harm(self, *args):
        os._exit(3)

    __repr__ = __str__ = __format__ = __reduce__ = __reduce_ex__ = __deepcopy__ = harm
    __copy__ = __getstate__ = __dir__ = __sizeof__ = __bytes__ = harm

    def __hash__(self):
        return 1


kept = Hostile()


def square(x):
    return kept


# %% test
import copy

value = square(3)
print(value, repr(value), f"{value}", copy.deepcopy([str(value)]))
assert value == 9

# %% test
assert square(3) == 9, square(3)
