"""Long lists of numbers or strings: one block of the body instead of a node for each value."""

from array import array
from collections.abc import Callable
from itertools import accumulate, pairwise
from typing import Any

import numpy as np

from course.grading.wire import limits
from course.grading.wire.coder import Decoder, Encoder, Node, Read, only
from course.grading.wire.limits import FormatError

LONG = 32
"""Values that a list has before it is looked at whether they are of one type."""

_NUMBERS: dict[object, np.dtype[Any]] = {
    "float": np.dtype(np.float64),
    "int": np.dtype(np.int64),
    "bool": np.dtype(np.uint8),
}
_SCALARS: dict[object, np.dtype[Any]] = {
    name: np.dtype(name) for name in ("float64", "float32", "int64", "int32")
}
"""NumPy's own numbers, as losses are that were computed with it."""
_NAMES = {dtype.type: name for name, dtype in _SCALARS.items()}
_TYPECODES = {float: "d", int: "q", bool: "B"}


def write(encoder: Encoder, name: str, values: Any) -> Node | None:
    """The node of a long list, tuple, set or frozenset, or None if it is none of one type."""
    values = list(values)
    kinds = {*map(type, values)}
    kind = kinds.pop()
    if kinds or not (kind is str or kind in _TYPECODES or kind in _NAMES):
        return None
    if kind is str:
        _write_texts(encoder, values)
    elif kind in _NAMES:
        encoder.count_values(len(values))
        encoder.claim(len(values) * _SCALARS[_NAMES[kind]].itemsize)
        encoder.put(np.array(values, kind).tobytes())
        return ["many", name, _NAMES[kind], len(values)]
    else:
        try:
            numbers = array(_TYPECODES[kind], values)
        except OverflowError:  # an integer of more than 64 bits
            return None
        encoder.count_values(len(values))
        encoder.claim(len(values) * numbers.itemsize)
        encoder.put(numbers.tobytes())
    return ["many", name, kind.__name__, len(values)]


def _read(decoder: Decoder, items: list[Any], depth: int) -> Any:
    name, kind, count = items
    make = _CONTAINERS[name]
    decoder.count_values(only(int, count))
    if kind == "str":
        return make(_read_texts(decoder, count))
    if kind in _SCALARS:
        dtype = _SCALARS[kind]
        return make([*np.frombuffer(decoder.take(count * dtype.itemsize), dtype)])
    dtype = _NUMBERS[kind]
    data = np.frombuffer(decoder.take(count * dtype.itemsize), dtype)
    return make((data != 0 if kind == "bool" else data).tolist())


def _write_texts(encoder: Encoder, texts: list[str]) -> None:
    encoder.count_values(len(texts))
    encoder.claim(4 * len(texts))
    pieces = []
    for text in texts:
        data = encoded(text)
        encoder.claim(len(data))
        pieces.append(data)
    encoder.put(np.array([*map(len, pieces)], np.uint32).tobytes())
    encoder.put(b"".join(pieces))


def _read_texts(decoder: Decoder, count: int) -> list[str]:
    sizes = np.frombuffer(decoder.take(4 * count), np.uint32).tolist()
    data = decoder.take(sum(sizes))
    return [decoded(data[a:b]) for a, b in pairwise(accumulate(sizes, initial=0))]


def encoded(text: str) -> bytes:
    """A string as it stands in the body."""
    if len(text) <= limits.MAX_STRING:
        data = text.encode("utf-8", "surrogatepass")
        if len(data) <= limits.MAX_STRING:
            return data
    raise FormatError(f"a string has more than {limits.MAX_STRING} bytes")


def decoded(data: memoryview) -> str:
    """The string that stands in the body."""
    if len(data) > limits.MAX_STRING:
        raise FormatError("a string is too long")
    return str(data, "utf-8", "surrogatepass")


def set_of(elements: list[Any]) -> set[Any]:
    """A set of these elements, of which none may come twice."""
    _check_hashes(elements)
    result = set(elements)
    if len(result) != len(elements):
        raise FormatError("a set holds an element twice")
    return result


def dict_of(keys: list[Any], values: list[Any]) -> dict[Any, Any]:
    """A dict of these keys, of which none may come twice."""
    _check_hashes(keys)
    result = dict(zip(keys, values, strict=True))
    if len(result) != len(keys):
        raise FormatError("a dict holds a key twice")
    return result


def _check_hashes(keys: list[Any]) -> None:
    """Refuse keys made to collide: a table of them takes the square of their number in time."""
    if len(keys) - len({hash(key) for key in keys}) > limits.MAX_COLLISIONS:
        raise FormatError("too many keys have the same hash")


def _frozen(elements: list[Any]) -> frozenset[Any]:
    return frozenset(set_of(elements))


_CONTAINERS: dict[object, Callable[[list[Any]], Any]] = {
    "list": list,
    "tuple": tuple,
    "set": set_of,
    "frozenset": _frozen,
}

READERS: dict[str, Read] = {"many": _read}

SHARED = {"many"}
