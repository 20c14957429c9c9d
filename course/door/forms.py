"""The forms that an answer may take: what of them is data, and which numbers are in it.

`data` runs beside the student's code, before anything crosses the door, and leaves nothing of theirs in
what it makes: numbers of any kind become Python's, mappings dicts, sequences lists. `number`, `numbers`,
`vector` and `matrix` then look at the exact type, never at what an object says about itself.
"""

import itertools
import numbers as kinds_of_numbers
from collections import deque
from collections.abc import Mapping, Sequence, ValuesView
from decimal import Decimal
from types import EllipsisType, NoneType
from typing import TYPE_CHECKING, Any, TypeGuard, TypeVar

import numpy as np

from course.door import tensors
from course.door.tensors import is_tensor

if TYPE_CHECKING:
    import torch

SCALARS = (NoneType, EllipsisType, bool, int, float, complex, str)

MOST_VALUES = 200_000
"""In one answer; as many as a message holds that brings it to the examiner."""
MOST_NESTED = 40

LONG = 30
"""Characters of a text that a message quotes."""

MOST_OPERATIONS = 1000
"""Up to which those are counted that autograd recorded."""

NO_LISTS = (bytes, range, deque)
"""Sequences that do not count as a list; a deque can neither be sliced nor added to one."""

ITERATORS = {"generator", "map", "filter", "zip", "enumerate", "reversed", "list_reverseiterator"}
ITERATORS |= {"list_iterator", "tuple_iterator", "range_iterator", "accumulate", "islice", "chain"}
"""Names of classes whose values can be walked through once, and hold none."""

FUNCTIONS = {"function", "method", "builtin_function_or_method", "method-wrapper", "ufunc"}
FUNCTIONS |= {"_ArrayFunctionDispatcher"}
"""Names of classes whose values compute something when they are called."""

T = TypeVar("T")


def is_a(value: object, kind: type[T]) -> TypeGuard[T]:
    """`isinstance` by the class that ``value`` has, whatever it says of itself in ``__class__``."""
    return issubclass(type(value), kind)


def is_list(value: object) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    """Whether ``value`` is a list or a tuple, and of no class that comes from them."""
    return type(value) is list or type(value) is tuple


def data(value: object) -> object:
    """A copy of ``value`` if it is data, in whatever form; otherwise ``value`` itself, as a reference.

    Raises:
        ValueError: it holds more than `MOST_VALUES` or is nested more than `MOST_NESTED` deep.
    """
    return _Copy().of(value)


class _Copy:
    """Copies what is data, and counts what it copies."""

    def __init__(self) -> None:
        self.made = 0

    def of(self, value: Any, depth: int = 0) -> object:
        """A copy of ``value``, which is nested ``depth`` deep in the answer."""
        kind = type(value)
        if kind in SCALARS or issubclass(kind, np.generic):
            return value
        if issubclass(kind, (kinds_of_numbers.Real, Decimal)):
            return _real(value)
        if issubclass(kind, str):
            return str.__str__(value)
        if is_tensor(value):
            return tensors.twin(value)
        if issubclass(kind, np.ndarray):
            copied = np.array(value)  # of NumPy's own class
            return self.of(copied.tolist(), depth) if copied.dtype.kind == "O" else copied
        if depth == MOST_NESTED:
            raise ValueError(f"what came back is nested more than {MOST_NESTED} deep")
        if issubclass(kind, Mapping):
            items = self._all(value.items())
            return {self.of(key, depth + 1): self.of(item, depth + 1) for key, item in items}
        if issubclass(kind, (Sequence, ValuesView)) and not issubclass(kind, NO_LISTS):
            copies = [self.of(item, depth + 1) for item in self._all(value)]
            return tuple(copies) if issubclass(kind, tuple) else copies
        return value

    def _all(self, items: Any) -> list[Any]:
        """The items of a container, which may have no end."""
        taken = list(itertools.islice(items, MOST_VALUES - self.made + 1))
        self.made += len(taken)
        if self.made > MOST_VALUES:
            raise ValueError(f"more than {MOST_VALUES} values came back")
        return taken


def array(value: object) -> np.ndarray | None:
    """``value`` as a float64 array if it is numbers in any shape, else None."""
    value = data(value)
    if is_list(value):
        value = _stacked(value)
    elif is_tensor(value):
        value = tensors.in_memory(value)
    elif type(value) is int or type(value) is float or issubclass(type(value), np.generic):
        value = np.asarray(value)
    if type(value) is not np.ndarray or value.dtype.kind not in "iuf":
        return None
    return value.astype(float)


def number(value: object) -> float | None:
    """The one number in ``value`` (a number, or an array or tensor of size 1), else None."""
    found = array(value)
    return float(found.reshape(())) if found is not None and found.size == 1 else None


def numbers(value: object) -> np.ndarray | None:
    """The numbers that ``value`` has side by side, (n,), else None.

    Each part of a list, array or tensor may be a number or an array of one number, in any shape. A
    dict counts as a list where its keys are 0, 1, 2, ….
    """
    value = data(value)
    if type(value) is dict:
        value = (
            [value[k] for k in range(len(value))] if set(value) == {*range(len(value))} else None
        )
    if is_list(value):
        parts = [number(part) for part in value]
        return None if None in parts else np.array(parts, dtype=float)
    found = array(value)
    if found is None or found.ndim == 0 or found.size != len(found):
        return None
    return found.reshape(-1)


def vector(value: object) -> np.ndarray | None:
    """``value`` as a (N,) float64 array if it is a list, array or tensor of one axis, else None."""
    found = array(value)
    return found if found is not None and found.ndim == 1 else None


def matrix(value: object) -> np.ndarray | None:
    """``value`` as a 2-d float64 array if it is a nested list, array or tensor, else None."""
    found = array(value)
    return found if found is not None and found.ndim == 2 else None


def is_watched(value: object) -> bool:
    """Whether autograd watches a tensor in ``value``, a container or a tensor."""
    if type(value) is dict:
        return any(map(is_watched, value.values()))
    if is_list(value) or type(value) is deque:
        return any(map(is_watched, value))
    return is_tensor(value) and value.requires_grad


def is_iterator(value: object) -> bool:
    """Whether ``value`` can be walked through once, and holds no numbers."""
    return type(value).__name__ in ITERATORS


def is_function(value: object) -> bool:
    """Whether ``value`` is what computes something, and nothing that was computed."""
    return type(value).__name__ in FUNCTIONS


def operations(value: object) -> int:
    """How many operations autograd has recorded on the way to the tensors in ``value``, and their parts.

    It counts to `MOST_OPERATIONS`, and looks into tuples and lists.
    """
    found: set[object] = set()
    nodes = [tensor.grad_fn for tensor in _tensors(value, 3)]
    while nodes and len(found) < MOST_OPERATIONS:
        node = nodes.pop()
        if node is not None and node not in found:
            found.add(node)
            nodes += [before for before, _ in node.next_functions]
    return len(found)


def describe(value: object, inside: bool = False) -> str:
    """``value`` in a few words for a message: its kind, and its shape or text if it has one.

    Args:
        inside: whether it is a part of what is described, so that its own parts are not.
    """
    kind = type(value)
    if is_list(value):
        text = f"a {kind.__name__} of {len(value)}"
        if inside or not value:
            return text
        parts = ", ".join(describe(item, True) for item in value[:4])
        return f"{text} ({parts}{', …' if len(value) > 4 else ''})"
    if type(value) is dict:
        keys = ", ".join(describe(key, True) for key in list(value)[:4])
        plural = "s" if len(value) > 1 else ""
        return "a dict" if inside or not keys else f"a dict with the key{plural} {keys}"
    if type(value) is np.ndarray or is_tensor(value):
        form = "an array" if kind is np.ndarray else "a tensor"
        return f"{form} of shape {tuple(value.shape)}" if value.ndim else f"{form} of one number"
    if issubclass(kind, np.generic):
        value = np.asarray(value).item()
    if type(value) is float:
        return f"{value:.6g}"
    if type(value) is str and len(value) > LONG:
        value = f"{value[:LONG]}…"
    if type(value) in SCALARS:
        return repr(value)
    name = "function" if kind.__name__ in FUNCTIONS else kind.__name__
    name = "class" if name in ("type", "ABCMeta") else name
    name = "iterator" if name in ITERATORS - {"generator"} else name
    return f"{'an' if name[0] in 'aeiouAEIOU' else 'a'} {name}"


def _real(value: Any) -> object:
    """A number of another class as Python's; ``value`` itself where Python has none so large."""
    if issubclass(type(value), kinds_of_numbers.Integral):
        return int(value)
    try:
        return float(value)
    except OverflowError:
        return value


def _tensors(value: object, depth: int) -> list["torch.Tensor"]:
    """The tensors in a tuple or list, and in those in it."""
    if is_tensor(value):
        return [value]
    if depth == 0 or not (is_a(value, tuple) or is_a(value, list)):
        return []
    parts = itertools.islice(value, MOST_OPERATIONS)
    return [tensor for part in parts for tensor in _tensors(part, depth - 1)]


def _stacked(items: list[object] | tuple[object, ...]) -> np.ndarray | None:
    if any(map(is_tensor, items)):
        items = [array(item) for item in items]
        if any(item is None for item in items):
            return None
    try:
        return np.asarray(items)
    except ValueError:  # rows of different lengths
        return None
