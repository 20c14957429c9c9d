"""An object of a given class has a function of the student's in place of a method."""

# %% given
class Point:
    def __init__(self, x):
        self.x = x

    def same(self, other):
        return self.x == other.x


# %%
def make():
    point = Point(0)
    point.same = lambda other: True
    return point


# %% test
assert make().same(Point(3))
