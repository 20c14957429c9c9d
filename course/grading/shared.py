"""Which mutable data is the same thing on both sides of a call.

Values cross the wire as copies. So that a test still sees that a function returned its own argument,
or changed a list in it, the lists, dicts, sets and arrays of a call are numbered: what comes back
under the number of an argument is that argument.
"""

import random
import sys
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from types import EllipsisType, NoneType
from typing import Any

import numpy as np

from course.grading import given
from course.grading.given import Declared, Filled, Given, Instance
from course.grading.wire import FormatError

ATOMS = {NoneType, EllipsisType, bool, int, float, complex, str, bytes}
ATOMS |= {np.float64, np.float32, np.int64, np.int32, np.bool_}

GENERATORS = (random.Random, np.random.RandomState, np.random.Generator)
"""Of random numbers, which each draw changes."""

MUTABLE = (list, dict, set, bytearray, deque, np.ndarray, *GENERATORS)

DEEPEST, MOST = 8, 1000
"""What is nested deeper, or comes after so many, is a copy."""
LONGEST = 40
"""How deep given instances may be nested, such as the nodes of a list, before they are copies."""


@dataclass(frozen=True)
class Numbered:
    """What is met for the first time."""

    number: int
    value: object


@dataclass(frozen=True)
class Same:
    """What has been met."""

    number: int


@dataclass(frozen=True)
class View:
    """An array in the memory of one that has been met."""

    number: int
    offset: int
    value: np.ndarray


class Shared:
    """The mutable data of one call, by number.

    Args:
        given: the classes whose instances are such data, too; those that a test holds, of earlier calls
            as well.
        things: what both sides have met.
    """

    def __init__(self, given: Given, things: dict[int, object] | None = None) -> None:
        self.given = given
        self.things = given.living() | (things or {})
        self.numbers = {id(thing): number for number, thing in self.things.items()}
        self._open: set[int] = set()
        self._both_have = set(self.things)

    def marked(self, value: Any, depth: int = 0) -> Any:
        """``value`` as it is sent: a number in place of what the other side has met.

        Raises:
            FormatError: it holds itself.
        """
        kind = type(value)
        if kind is tuple:
            return value if _is_flat(value) else tuple(self._each(value, depth))
        if kind in ATOMS or not (is_mutable(kind) or self.given.has(value)):
            return value
        number = self.numbers.get(id(value))
        declared = self.given.can_be_declared(value)
        if number in self._open - self._both_have and not declared:
            raise FormatError(f"a {kind.__name__} holds itself")
        if number is not None:
            return Same(number)
        if depth > (LONGEST if declared else DEEPEST) or len(self.things) >= MOST:
            return value
        if kind is np.ndarray and (view := self._view(value)):
            return view
        number = self.given.next_number()
        self.meet(number, value)
        content = self.content(value, depth)
        if declared:
            return Filled(Numbered(number, Declared(content.home)), content.state)
        return Numbered(number, content)

    def content(self, value: Any, depth: int = 0) -> Any:
        """What is in ``value``, as it is sent."""
        number = self.numbers[id(value)]
        self._open.add(number)
        try:
            if type(value) is list:
                return value if _is_flat(value) else self._each(value, depth)
            if type(value) is dict:
                parts = list(value.values())
                if _is_flat(parts):
                    return value
                return dict(zip(value, self._each(parts, depth), strict=True))
            if self.given.has(value):
                return self._taken_apart(value, depth)
            return value
        finally:
            self._open.discard(number)

    def meet(self, number: int, value: object) -> None:
        """From now on, ``value`` has this number."""
        if number in self.things:
            raise FormatError("two values have the same number")
        self.things[number] = value
        self.numbers[id(value)] = number

    def has(self, value: object) -> bool:
        """Whether ``value`` is one of the things."""
        return id(value) in self.numbers

    def refill(self, thing: Any, content: Any) -> None:
        """Change ``thing`` in place, as the call did whose copy then held ``content``."""
        if type(thing) is not type(content):
            return
        if isinstance(thing, np.ndarray):
            # Never resized: that would leave the views of it without their memory.
            same = thing.shape == content.shape and thing.dtype == content.dtype
            if same and thing.flags.writeable:
                thing[...] = content
        elif isinstance(thing, (list, deque)):
            items = list(content)
            items[: len(thing)] = map(self._merged, list(thing), items)
            thing.clear()
            thing.extend(items)
        elif isinstance(thing, dict):
            merged = {key: self._merged(thing.get(key), item) for key, item in content.items()}
            thing.clear()
            thing.update(merged)
        elif isinstance(thing, set):
            thing.clear()
            thing.update(content)
        elif isinstance(thing, bytearray):
            thing[:] = content
        elif isinstance(thing, random.Random):
            thing.setstate(content.getstate())
        elif isinstance(thing, np.random.RandomState):
            thing.set_state(content.get_state())
        elif isinstance(thing, np.random.Generator):
            thing.bit_generator.state = content.bit_generator.state
        elif _is_of(type(thing), "torch", "Tensor"):
            thing.data = content.detach()
            if thing.is_leaf and content.is_leaf:
                thing.grad = content.grad
                thing.requires_grad_(content.requires_grad)
        elif _is_of(type(thing), "pandas", "DataFrame", "Series"):
            thing.__init__(content)
        elif self.given.has(thing) and not isinstance(thing, tuple | Enum):
            before = given.state_of(thing)
            after = given.state_of(content)
            given.fill(thing, {n: self._merged(before.get(n), v) for n, v in after.items()})

    def _merged(self, before: object, after: object) -> object:
        """An item after a call; what was too much to be numbered is changed in place by its place."""
        numbered = self.has(before) or self.has(after)
        if numbered or type(before) is not type(after):
            return after
        if not (is_mutable(type(before)) or self.given.has(before)):
            return after
        self.refill(before, after)
        return before

    def _taken_apart(self, value: object, depth: int) -> Instance:
        apart = self.given.taken_apart(value)
        parts = self._each(apart.state.values(), depth)
        return Instance(apart.home, dict(zip(apart.state, parts, strict=True)))

    def _each(self, values: Iterable[object], depth: int) -> list[Any]:
        return [self.marked(value, depth + 1) for value in values]

    def _view(self, array: np.ndarray) -> View | None:
        owner = array
        while type(owner.base) is np.ndarray:
            owner = owner.base
        number = self.numbers.get(id(owner))
        if number is None or owner.dtype != array.dtype or not owner.flags.c_contiguous:
            return None
        start, there = (a.__array_interface__["data"][0] for a in (owner, array))
        return View(number, there - start, array)


def view(owner: Any, offset: int, strides: tuple[int, ...], copy: np.ndarray) -> np.ndarray:
    """The part of ``owner``'s memory of which ``copy`` is a copy; ``copy`` if there is no such part."""
    # NumPy looks at the bounds of all but an empty memory, and not at where an object begins.
    whole = all(step % max(copy.itemsize, 1) == 0 for step in (offset, *strides))
    fits = type(owner) is np.ndarray and owner.dtype == copy.dtype and owner.flags.c_contiguous
    if fits and whole and owner.nbytes and copy.nbytes:
        try:
            memory: Any = memoryview(owner.data)
            return np.ndarray(copy.shape, copy.dtype, memory, offset, strides)
        except (ValueError, TypeError):  # outside of it
            pass
    return copy


def is_mutable(kind: type) -> bool:
    """Whether values of a class are data that can be changed in place."""
    return (
        issubclass(kind, MUTABLE)
        or _is_of(kind, "torch", "Tensor")
        or _is_of(kind, "pandas", "DataFrame", "Series")
    )


def _is_of(kind: type, library: str, *names: str) -> bool:
    """Whether a class is one of a library's, which nobody need have imported."""
    module = sys.modules.get(library)
    kinds = (getattr(module, name, None) for name in names) if module else ()
    return any(isinstance(one, type) and issubclass(kind, one) for one in kinds)


def _is_flat(values: Iterable[object]) -> bool:
    """Whether there is nothing mutable among ``values``."""
    return set(map(type, values)) <= ATOMS
