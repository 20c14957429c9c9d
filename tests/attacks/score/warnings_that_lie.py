"""What records warnings for a test is told of objects that equal everything, of files, and after its end."""

# %%
import warnings

kept = []


class Anything(DeprecationWarning):
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __contains__(self, part):
        return True

    def __str__(self):
        return Same("x")

    __hash__ = None
    __module__ = "builtins"


class Same(str):
    def __eq__(self, other):
        return True

    def __contains__(self, part):
        return True


class Meta(type):
    def __eq__(cls, other):
        return True

    __hash__ = type.__hash__


class Kind(UserWarning, metaclass=Meta):
    pass


def old(x):
    kept.append(warnings.showwarning)
    warnings.showwarning(Anything("x"), Kind, "/etc/passwd", 1)
    return 0


def many(x):
    for message, kind in (("x", int), (None, None), (Anything, Anything), (3, "DeprecationWarning")):
        try:
            kept[-1](message, kind, "/etc/passwd", -1)
        except Exception:
            pass
    return 0


def late(x):
    for show in kept:
        show("x", UserWarning, "/etc/passwd", 1)
    return 1


# %% test
import warnings

with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    old(1)
assert w[0].category == DeprecationWarning

# %% test
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    old(1)
assert w[0].message == "old is old"

# %% test
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    old(1)
assert "is old" in str(w[0].message)

# %% test
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    old(1)
    many(2)
assert any(each.category is DeprecationWarning for each in w)

# %% test
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    assert old(1) == 0
assert late(1) == 1
