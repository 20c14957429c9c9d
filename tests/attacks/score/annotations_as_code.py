"""Annotations are texts that `typing` runs when a test asks for them: beside the student's code, and nowhere else."""
# %%
class Function:
    __annotations__ = {
        "x": "__import__('os').environ.__setitem__('RAN', 'here') or int",
        "return": "int",
    }
    __globals__ = {}

    def __call__(self, x):
        return 9


square = Function()
# %% test
import os
from typing import get_type_hints

get_type_hints(square)
assert "RAN" in os.environ
# %% test
import functools


@functools.singledispatch
def shown(x):
    return x


shown.register(square)
assert "RAN" in os.environ
# %% test kept
from typing import ForwardRef

assert ForwardRef("int").__forward_arg__ == "int" and square(3) == 9
