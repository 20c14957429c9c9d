"""What both sides find in their libraries by the same name: functions, classes and exceptions.

Only the examiner names functions; the candidate looks them up among its own. What the candidate names
is a class of data or of exceptions, from a closed list or of a library that is imported anyway.
"""

import abc
import dataclasses
import functools
import importlib
import re
import sys
import types
from typing import Any

LIBRARIES = ("numpy", "pandas", "torch", "matplotlib", "PIL", "scipy", "sklearn", "sympy")
"""Beside Python's own."""

FIRST = ("builtins", "operator", "math", "numpy", "torch")
"""Where a name is looked for that its bearer does not tell the module of."""

WITHOUT = {"unittest", "doctest", "bdb", "pdb", "asyncio", "concurrent"}
"""Of Python's own, those whose exceptions mean something to who runs a test."""

TYPES: dict[str, type] = {
    kind.__name__: kind
    for kind in (
        *(object, type, bool, int, float, complex, str, bytes, bytearray, type(None)),
        *(list, tuple, dict, set, frozenset, range, slice),
    )
}
"""Classes of data, which are the same on both sides."""

_KINDS: tuple[type, ...] = (
    *(types.FunctionType, types.MethodType, types.BuiltinFunctionType, types.GeneratorType),
    *(types.ModuleType, types.CodeType, types.CoroutineType),
    *(property, staticmethod, classmethod, re.Pattern, re.Match),
)
KINDS = {(kind.__module__, kind.__name__): kind for kind in _KINDS}
"""What a test asks `isinstance` of what stays with the candidate: whether it is a function, a property."""

SINGLE = {
    name: getattr(dataclasses, name)
    for name in ("MISSING", "_FIELD", "_FIELD_CLASSVAR", "_FIELD_INITVAR")
}
"""What `dataclasses` compares by identity."""
SINGLE_NAMES = {id(value): name for name, value in SINGLE.items()}


def is_library(module: object) -> bool:
    """Whether a module of this name is Python's own or of a library that courses use."""
    if type(module) is not str:
        return False
    top = module.partition(".")[0]
    return (top in sys.stdlib_module_names and top != "__main__") or top in LIBRARIES


def name_of(value: object) -> tuple[str, str] | None:
    """Module and qualified name under which a library has ``value``, None if none has."""
    name = getattr(value, "__name__", None)
    if type(name) is not str:
        return None
    for first in FIRST:
        if first in sys.modules and vars(sys.modules[first]).get(name) is value:
            return first, name
    module, qualified = getattr(value, "__module__", None), getattr(value, "__qualname__", None)
    if is_library(module) and module in sys.modules and type(qualified) is str:
        try:
            found = functools.reduce(getattr, qualified.split("."), sys.modules[module])
        except AttributeError:
            return None
        return (module, qualified) if found is value else None
    return None


def find(module: str, qualified: str) -> Any:
    """What a module of the candidate has under a name."""
    return functools.reduce(getattr, qualified.split("."), importlib.import_module(module))


def exception(module: str, name: str) -> type[Exception] | type[SystemExit] | None:
    """An exception of a library, if that is imported here."""
    if not is_library(module) or module.partition(".")[0] in WITHOUT or module not in sys.modules:
        return None
    found = vars(sys.modules[module]).get(name)
    is_one = isinstance(found, type) and issubclass(found, (Exception, SystemExit))
    # NumPy has unittest's SkipTest under a name of its own.
    home: str = found.__module__ if is_one else ""
    return found if is_library(home) and home.partition(".")[0] not in WITHOUT else None


def kind(module: str, name: str) -> type | None:
    """What a test finds to be the class of something of the student's: one of `KINDS`, or what a plot is made of."""
    known = KINDS.get((module, name))
    if known is not None or not module.startswith("matplotlib.") or module not in sys.modules:
        return known
    found = vars(sys.modules[module]).get(name)
    artist = sys.modules["matplotlib.artist"].Artist
    return found if isinstance(found, type) and issubclass(found, artist) else None


def base(module: str, name: str) -> type | None:
    """A class of a library that tests ask whether a student's derives from, if it is imported here."""
    if module != "abc" and not module.startswith("torch.nn.modules.") or module not in sys.modules:
        return None
    found = vars(sys.modules[module]).get(name)
    roots: tuple[type, ...] = (abc.ABC,)
    if "torch" in sys.modules:
        roots += (sys.modules["torch"].nn.Module,)
    return found if isinstance(found, type) and issubclass(found, roots) else None
