"""The two that walk through a message: one writes a header's tree and a body, one reads them.

Both count alike, and what is shared counts wherever it stands, as if it were written out there: so
no message grows when somebody walks through it, prints it or copies it.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from course.grading.wire import limits
from course.grading.wire.limits import FormatError

Node = list[Any]
"""An array of the header: the name of a kind, and what it consists of."""
Pack = Callable[[object], list[Any] | None]
Unpack = Callable[[list[Any]], object]
Classes = dict[tuple[str, ...], type]
"""Classes of named tuples, by their name and the names of their fields."""

INLINE = {type(None), bool, float, int}
INLINE_BITS = 4096
"""Bits of the largest integer that stands in a header."""

T = TypeVar("T")

SAME = "same"
"""The kind of what stands elsewhere in the message, too."""


@dataclass(frozen=True)
class Kinds:
    """The closed list of what a message may hold.

    Attributes:
        writers: by class; None in place of a node leaves the object to what comes next.
        of_libraries: the same, by "library.class", of libraries that may not be imported here.
        of_bases: the same, for the classes that derive from these, whatever they override.
        readers: by the name of the kind.
        shared: names of kinds that are the same object again where they were one.
    """

    writers: Mapping[type, "Write"]
    of_libraries: Mapping[str, "Write"]
    of_bases: Sequence[tuple[type, "Write"]]
    readers: Mapping[str, "Read"]
    shared: frozenset[str]


class Shared(NamedTuple):
    """What an object that may come again is, and how much of each limit it takes."""

    value: object
    number: int
    nodes: int
    values: int
    size: int
    height: int


class Counted:
    """Counts what a message takes of the limits; written out, that is, whatever is shared.

    Attributes:
        nodes, values, size: so far, of `MAX_NODES`, `MAX_VALUES` and `MAX_FRAME`.
    """

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds
        self.nodes = 0
        self.values = 0
        self.size = 0
        self._deepest = 0

    def count(self, nodes: int, depth: int = 0) -> None:
        """Count more nodes, of which the deepest is at ``depth``."""
        self.nodes += nodes
        if self.nodes > limits.MAX_NODES:
            raise FormatError(f"the message has more than {limits.MAX_NODES} values")
        if depth > self._deepest:
            if depth > limits.MAX_DEPTH:
                raise FormatError(
                    f"the message is nested more than {limits.MAX_DEPTH} deep, or holds itself"
                )
            self._deepest = depth

    def count_values(self, values: int) -> None:
        """Count more values of long lists of one type."""
        self.values += values
        if self.values > limits.MAX_VALUES:
            raise FormatError(f"the message has more than {limits.MAX_VALUES} values")

    def claim(self, size: int) -> None:
        """Count more bytes of the body; called before they are made."""
        self.size += size
        if self.size > limits.MAX_FRAME:
            raise FormatError(f"the message has more than {limits.MAX_FRAME} bytes of data")

    def _again(self, shared: Shared, depth: int) -> None:
        """Count once more what is shared, of which one node at ``depth`` is counted."""
        self.count(shared.nodes - 1, depth + shared.height)
        self.count_values(shared.values)
        self.claim(shared.size)


class Encoder(Counted):
    """Builds the header's tree (`node`) and collects the pieces of the body (`body`).

    Args:
        pack: what to write of an object that is not data; None if nothing.
    """

    def __init__(self, kinds: Kinds, pack: Pack, classes: Classes) -> None:
        super().__init__(kinds)
        self.body: list[bytes] = []
        self.pack = pack
        self.classes = classes
        self._shared: dict[int, Shared] = {}

    def node(self, value: Any, depth: int = 0) -> Any:
        """What stands in the header for ``value``, whose bytes are appended to the body."""
        kind = type(value)
        self.nodes += 1
        if self.nodes > limits.MAX_NODES or depth > self._deepest:
            self.count(0, depth)
        if kind in INLINE and not (kind is int and value.bit_length() > INLINE_BITS):
            return value
        if kind is str:  # the most frequent of what is never shared
            return self._kinds.writers[str](self, value, depth)
        shared = self._shared.get(id(value))
        if shared is not None:
            self._again(shared, depth)
            return [SAME, shared.number]
        nodes, values, size, deepest = self.nodes - 1, self.values, self.size, self._deepest
        self._deepest = depth
        node = self.written(kind, value, depth)
        if type(node) is list and node[0] in self._kinds.shared:
            taken = self.nodes - nodes, self.values - values, self.size - size
            height = self._deepest - depth
            self._shared[id(value)] = Shared(value, len(self._shared), *taken, height)
        self._deepest = max(deepest, self._deepest)
        return node

    def nodes_of(self, values: Iterable[object], depth: int) -> list[Any]:
        """The nodes of what a value at ``depth`` holds."""
        return [self.node(value, depth + 1) for value in values]

    def put(self, data: bytes) -> None:
        """Append bytes that were claimed to the body."""
        self.body.append(data)

    def written(self, kind: type, value: Any, depth: int) -> Any:
        """The node of ``value`` as one of class ``kind``, without counting it."""
        if kind in INLINE and not (kind is int and value.bit_length() > INLINE_BITS):
            return value
        write = self._kinds.writers.get(kind) or self._kinds.of_libraries.get(_name(kind))
        if write is not None:
            node = write(self, value, depth)
            return self.packed(value, depth) if node is None else node
        for base, write in self._kinds.of_bases:
            if issubclass(kind, base):
                node = write(self, value, depth)
                if node is not None:
                    return node
        return self.packed(value, depth)

    def packed(self, value: object, depth: int) -> Node:
        """The node of an object that is not data."""
        parts = self.pack(value)
        if parts is None:
            raise FormatError(f"an object of type {type(value).__name__} is not data")
        return ["packed", *self.nodes_of(parts, depth)]


class Decoder(Counted):
    """Builds values from the header's tree; `left` is what they have not taken of the body.

    What a kind's function does not check is refused by what it calls: see `frames.decode`.
    """

    def __init__(self, kinds: Kinds, body: memoryview, unpack: Unpack, classes: Classes) -> None:
        super().__init__(kinds)
        self.left = body
        self.unpack = unpack
        self.classes = classes
        self._shared: list[Shared] = []

    def node(self, node: object, depth: int = 0) -> Any:
        """The value of a node, whose bytes are taken off the body."""
        self.nodes += 1
        if self.nodes > limits.MAX_NODES or depth > self._deepest:
            self.count(0, depth)
        if type(node) in INLINE:
            if type(node) is int and node.bit_length() > INLINE_BITS:
                raise FormatError("an integer is too large for the header")
            return node
        if type(node) is not list:
            raise FormatError("the header holds more than arrays and scalars")
        name, *items = node
        if name == SAME:
            return self._same(items, depth)
        read = self._kinds.readers[name]
        if name not in self._kinds.shared:
            return read(self, items, depth)
        nodes, values, size, deepest = self.nodes - 1, self.values, self.size, self._deepest
        self._deepest = depth
        value = read(self, items, depth)
        taken = self.nodes - nodes, self.values - values, self.size - size
        self._shared.append(Shared(value, len(self._shared), *taken, self._deepest - depth))
        self._deepest = max(deepest, self._deepest)
        return value

    def nodes_of(self, items: list[Any], depth: int) -> list[Any]:
        """The values of the nodes in a node at ``depth``."""
        return [self.node(item, depth + 1) for item in items]

    def take(self, size: object) -> memoryview:
        """The next ``size`` bytes of the body."""
        if type(size) is not int or not 0 <= size <= len(self.left):
            raise FormatError("the body is shorter than the header says")
        self.claim(size)
        taken, self.left = self.left[:size], self.left[size:]
        return taken

    def _same(self, items: list[Any], depth: int) -> object:
        (number,) = items
        if type(number) is not int or not 0 <= number < len(self._shared):
            raise FormatError("what should be here again was not there before")
        shared = self._shared[number]
        self._again(shared, depth)
        return shared.value


def size_of(shape: list[Any]) -> int:
    """How many values an array of this shape has."""
    if len(shape) > limits.MAX_NDIM or any(type(n) is not int or not 0 <= n < 2**63 for n in shape):
        raise FormatError("this is not the shape of an array")
    return math.prod(shape)


def only(kind: type[T], value: object) -> T:
    """``value`` if it is of this very class."""
    if type(value) is not kind:
        raise FormatError(f"in place of {kind.__name__} is something else")
    return value


def refuse_unless(holds: bool) -> None:
    """Raise FormatError unless what a frame says ``holds``."""
    if not holds:
        raise FormatError("a value is made of parts that do not fit")


def _name(kind: type) -> str:
    return f"{library(kind)}.{kind.__name__}"


def library(kind: type) -> str:
    """The package that a class says it is of, whatever its metaclass does when it is asked."""
    return f"{type.__getattribute__(kind, '__module__')}".partition(".")[0]


Write = Callable[[Encoder, Any, int], Any]
Read = Callable[[Decoder, list[Any], int], Any]
