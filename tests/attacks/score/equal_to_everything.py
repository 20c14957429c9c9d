"""The answer is an object that says it equals whatever it is compared with.

It equals nothing in the examiner, which compares numbers.
"""

# %% solutions 01-by-hand


# %%
class Equal:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    __lt__ = __le__ = __gt__ = __ge__ = __contains__ = __eq__
    __hash__ = object.__hash__


def square(x):
    return Equal()


def gradient(x, y_pred, y):
    return Equal()


# %% test
assert square(3) == 9

# %% test
assert not square(3) != 9

# %% test
assert [square(2), square(3)] == [4, 9]

# %% check 01-by-hand gradient
