"""A test of unittest ends as skipped: NumPy has its SkipTest under a name of its own."""
# %% channel
# %%
from course.grading import kept
orig = kept.Kept.pack
class Box:
    def __init__(self, *p): self.p = list(p)
def pack(self, value):
    if type(value) is Box: return value.p
    return orig(self, value)
candidate.kept.pack = pack.__get__(candidate.kept)
candidate.wire._pack = candidate.kept.pack
def raised(error, verb):
    return [Box("class", 777, "SkipTest", "numpy.testing", 0, 0, []), ("x",)]
candidate._raised = raised
def square(x): raise ValueError("x")
# %% test
import unittest, sys; np.testing
class T(unittest.TestCase):
    def test_it(self):
        self.assertEqual(square(3), 9)
result = unittest.TextTestRunner(stream=open("x", "w")).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))

assert result.wasSuccessful()
# %% test
import unittest
class T(unittest.TestCase):
    def test_it(self):
        np.testing.assert_equal(square(3), 9)
result = unittest.TextTestRunner(stream=open("x", "w")).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))
assert result.wasSuccessful()
