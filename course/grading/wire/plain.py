"""What is Python's own: numbers, strings, containers, views of dicts, and builtin classes."""

import builtins
from collections.abc import Collection, Iterable
from typing import Any

import numpy as np

from course.grading.wire import limits, many
from course.grading.wire.coder import Decoder, Encoder, Node, Read, Write, only
from course.grading.wire.limits import FormatError

CLASSES = {
    **{kind.__name__: kind for kind in (bool, int, float, complex, str, bytes, bytearray, object)},
    **{kind.__name__: kind for kind in (list, tuple, dict, set, frozenset, range, slice)},
    "NoneType": type(None),
    **{
        name: kind
        for name, kind in vars(builtins).items()
        if type(kind) is type and issubclass(kind, BaseException) and kind.__name__ == name
    },
    **{
        f"numpy.{kind.__name__}": kind
        for kind in (np.dtype(code).type for code in "?bhiqBHIQefdFDUSMm")
    },
}
"""Classes that travel as such; what they make is data, or an exception."""
_CLASS_NAMES = {kind: name for name, kind in CLASSES.items()}


def _write_ellipsis(encoder: Encoder, value: object, depth: int) -> Node:
    return ["ellipsis"]


def _read_ellipsis(decoder: Decoder, items: list[Any], depth: int) -> object:
    () = items
    return ...


def _write_int(encoder: Encoder, value: int, depth: int) -> Node:
    """One that is too large for the header."""
    if value.bit_length() > limits.MAX_INT_BITS:
        raise FormatError(f"an integer has more than {limits.MAX_INT_BITS} bits")
    size = value.bit_length() // 8 + 1
    encoder.claim(size)
    encoder.put(value.to_bytes(size, "little", signed=True))
    return ["int", size]


def _read_int(decoder: Decoder, items: list[Any], depth: int) -> int:
    (size,) = items
    value = int.from_bytes(decoder.take(size), "little", signed=True)
    if value.bit_length() > limits.MAX_INT_BITS:
        raise FormatError("an integer is too large")
    return value


def _write_bytes(encoder: Encoder, value: bytes | bytearray, depth: int) -> Node:
    encoder.claim(len(value))
    encoder.put(bytes(value))
    return [type(value).__name__, len(value)]


def _read_bytes(decoder: Decoder, items: list[Any], depth: int) -> bytes:
    (size,) = items
    return bytes(decoder.take(size))


def _read_bytearray(decoder: Decoder, items: list[Any], depth: int) -> bytearray:
    (size,) = items
    return bytearray(decoder.take(size))


def _write_str(encoder: Encoder, value: str, depth: int) -> Node:
    data = many.encoded(value)
    encoder.claim(len(data))
    encoder.put(data)
    return ["str", len(data)]


def _read_str(decoder: Decoder, items: list[Any], depth: int) -> str:
    (size,) = items
    return many.decoded(decoder.take(size))


def _write_complex(encoder: Encoder, value: complex, depth: int) -> Node:
    return ["complex", value.real, value.imag]


def _read_complex(decoder: Decoder, items: list[Any], depth: int) -> complex:
    real, imag = items
    return complex(only(float, real), only(float, imag))


def _write_collection(encoder: Encoder, value: Collection[object], depth: int) -> Node:
    name = type(value).__name__
    block = many.write(encoder, name, value) if len(value) >= many.LONG else None
    return block or [name, *encoder.nodes_of(value, depth)]


def _read_list(decoder: Decoder, items: list[Any], depth: int) -> list[Any]:
    return decoder.nodes_of(items, depth)


def _read_tuple(decoder: Decoder, items: list[Any], depth: int) -> tuple[Any, ...]:
    return tuple(decoder.nodes_of(items, depth))


def _read_set(decoder: Decoder, items: list[Any], depth: int) -> set[Any]:
    return many.set_of(decoder.nodes_of(items, depth))


def _read_frozenset(decoder: Decoder, items: list[Any], depth: int) -> frozenset[Any]:
    return frozenset(many.set_of(decoder.nodes_of(items, depth)))


def _write_dict(encoder: Encoder, value: dict[Any, Any], depth: int) -> Node:
    """Key after value, or a long one's keys and then its values."""
    if len(value) >= many.LONG:
        return ["pairs", *encoder.nodes_of((list(value), list(value.values())), depth)]
    return ["dict", *encoder.nodes_of((part for pair in value.items() for part in pair), depth)]


def _read_dict(decoder: Decoder, items: list[Any], depth: int) -> dict[Any, Any]:
    parts = decoder.nodes_of(items, depth)
    return many.dict_of(parts[::2], parts[1::2])


def _read_pairs(decoder: Decoder, items: list[Any], depth: int) -> dict[Any, Any]:
    keys, values = decoder.nodes_of(items, depth)
    return many.dict_of(only(list, keys), only(list, values))


def _write_start_stop_step(encoder: Encoder, value: range | slice, depth: int) -> Node:
    parts = value.start, value.stop, value.step
    return [type(value).__name__, *encoder.nodes_of(parts, depth)]


def _read_range(decoder: Decoder, items: list[Any], depth: int) -> range:
    start, stop, step = decoder.nodes_of(items, depth)
    return range(only(int, start), only(int, stop), only(int, step))


def _read_slice(decoder: Decoder, items: list[Any], depth: int) -> "slice[Any, Any, Any]":
    start, stop, step = decoder.nodes_of(items, depth)
    return slice(start, stop, step)


def _write_keys(encoder: Encoder, value: Iterable[object], depth: int) -> Node:
    return ["keys", encoder.node(list(value), depth + 1)]


def _read_keys(decoder: Decoder, items: list[Any], depth: int) -> Any:
    (keys,) = decoder.nodes_of(items, depth)
    return many.dict_of(only(list, keys), keys).keys()


def _write_values(encoder: Encoder, value: Iterable[object], depth: int) -> Node:
    return ["values", encoder.node(list(value), depth + 1)]


def _read_values(decoder: Decoder, items: list[Any], depth: int) -> Any:
    (values,) = decoder.nodes_of(items, depth)
    return dict(enumerate(only(list, values))).values()


def _write_items(encoder: Encoder, value: Iterable[tuple[Any, Any]], depth: int) -> Node:
    return ["items", encoder.node(dict(value), depth + 1)]


def _read_items(decoder: Decoder, items: list[Any], depth: int) -> Any:
    (pairs,) = decoder.nodes_of(items, depth)
    return only(dict, pairs).items()


def _write_class(encoder: Encoder, value: type, depth: int) -> Node | None:
    return ["class", _CLASS_NAMES[value]] if value in _CLASS_NAMES else None


def _read_class(decoder: Decoder, items: list[Any], depth: int) -> type:
    (name,) = items
    return CLASSES[name]


WRITERS: dict[type, Write] = {
    type(...): _write_ellipsis,
    int: _write_int,
    **dict.fromkeys((bytes, bytearray), _write_bytes),
    str: _write_str,
    complex: _write_complex,
    **dict.fromkeys((list, tuple, set, frozenset), _write_collection),
    dict: _write_dict,
    **dict.fromkeys((range, slice), _write_start_stop_step),
    type({}.keys()): _write_keys,
    type({}.values()): _write_values,
    type({}.items()): _write_items,
    type: _write_class,
}

READERS: dict[str, Read] = {
    "ellipsis": _read_ellipsis,
    "int": _read_int,
    "bytes": _read_bytes,
    "bytearray": _read_bytearray,
    "str": _read_str,
    "complex": _read_complex,
    "list": _read_list,
    "tuple": _read_tuple,
    "set": _read_set,
    "frozenset": _read_frozenset,
    "dict": _read_dict,
    "pairs": _read_pairs,
    "range": _read_range,
    "slice": _read_slice,
    "keys": _read_keys,
    "values": _read_values,
    "items": _read_items,
    "class": _read_class,
}

SHARED = {"bytearray", "list", "set", "dict", "pairs"}
