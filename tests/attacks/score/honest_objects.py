"""Objects that a test makes and uses as the exercise defines them: honest, all are right."""


# %%
class Vector:
    def __init__(self, *items):
        self.items = list(items)

    def __add__(self, other):
        return Vector(*(a + b for a, b in zip(self.items, other.items)))

    def __mul__(self, factor):
        return Vector(*(factor * a for a in self.items))

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.items, other.items))

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]


# %% test kept
v = Vector(1, 2) + Vector(3, 4) * 2
assert v.items == [7, 10] and len(v) == 2 and v[1] == 10 and list(v) == [7, 10]
assert Vector(1, 2) @ Vector(3, 4) == 11
