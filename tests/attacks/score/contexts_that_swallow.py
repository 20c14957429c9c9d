"""A context manager of the student's swallows what a test asserts inside it."""
# %%
class Quiet:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return True


def quiet():
    return Quiet()
# %% test
import unittest

with quiet():
    unittest.TestCase().assertEqual(quiet() is None, True)
# %% test
with quiet():
    assert quiet() is None
# %% test kept
with quiet():
    raise ValueError
