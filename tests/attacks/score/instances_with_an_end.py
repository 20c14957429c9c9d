"""An object of a given class does something when it ends, on a path that the student's side makes up."""

# %% channel

# %% given
import os


class Place:
    def __init__(self, path):
        self.path = path

    def __del__(self):
        if os.path.exists(self.path):
            os.remove(self.path)


# %%
class Named:
    pass


def square(x):
    candidate.wire._pack = lambda value: ["given", "__main__", "Place", ["path"], "expected.txt"]
    return Named()


# %% test
with open("expected.txt", "w") as file:
    file.write("9")
square(3)
assert not os.path.exists("expected.txt")
