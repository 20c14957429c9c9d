"""Annotations are texts that `typing` runs where the verdict is made, when a test asks for them."""
# %%
class Function:
    __annotations__ = {"x": "print('RAN') or int", "return": "int"}
    __globals__ = {}

    def __call__(self, x):
        return 9


square = Function()
# %% test
from typing import get_type_hints

assert get_type_hints(square) == {"x": int, "return": int}
# %% test
import functools


@functools.singledispatch
def shown(x):
    return x


shown.register(square)
# %% test kept
from typing import ForwardRef

assert ForwardRef("int").__forward_arg__ == "int" and square(3) == 9
