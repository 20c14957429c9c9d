"""What is in Python's library: named tuples, Counters, deques, fractions, decimals, paths, Random."""

import collections
import keyword
import pathlib
import random
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from course.grading.wire import limits
from course.grading.wire.coder import (
    INLINE_BITS,
    Decoder,
    Encoder,
    Node,
    Read,
    Write,
    only,
    refuse_unless,
)

MOST_DIGITS = 1000
MOST_EXPONENT = 10_000
"""Of a decimal number, which a test may well turn into an integer."""

FACTORIES = {kind.__name__: kind for kind in (int, float, str, list, dict, set)}
"""What a `defaultdict` may make its values with."""

PATHS = {
    kind.__name__: kind
    for kind in (pathlib.PurePosixPath, pathlib.PureWindowsPath, type(pathlib.Path()))
}

_GIVEN = {*vars(collections.namedtuple("_Given", ())), "__annotations__", "__orig_bases__"}
"""What a class has that is a named tuple and nothing else, besides its fields."""


def _write_fraction(encoder: Encoder, value: Fraction, depth: int) -> Node | None:
    parts = value.numerator, value.denominator
    if any(part.bit_length() > INLINE_BITS for part in parts):
        return None  # whoever reads it would look for common divisors for long
    return ["fraction", *parts]


def _read_fraction(decoder: Decoder, items: list[Any], depth: int) -> Fraction:
    numerator, denominator = items
    refuse_unless(all(only(int, part).bit_length() <= INLINE_BITS for part in items))
    return Fraction(numerator, denominator)


def _write_decimal(encoder: Encoder, value: Decimal, depth: int) -> Node | None:
    sign, digits, exponent = value.as_tuple()
    if len(digits) > MOST_DIGITS or type(exponent) is int and abs(exponent) > MOST_EXPONENT:
        return None
    return ["decimal", sign, "".join(map(str, digits)), exponent]


def _read_decimal(decoder: Decoder, items: list[Any], depth: int) -> Decimal:
    sign, digits, exponent = items
    refuse_unless(
        len(only(str, digits)) <= MOST_DIGITS and re.fullmatch("[0-9]*", digits) is not None
    )
    if exponent not in ("F", "n", "N"):
        refuse_unless(abs(only(int, exponent)) <= MOST_EXPONENT)
    return Decimal((only(int, sign), tuple(map(int, digits)), exponent))


def _write_mapping(encoder: Encoder, value: dict[Any, Any], depth: int) -> Node:
    """One that is made of a dict alone."""
    return [type(value).__name__, encoder.node(dict(value), depth + 1)]


def _read_mapping(make: Any) -> Read:
    def read(decoder: Decoder, items: list[Any], depth: int) -> Any:
        (pairs,) = items
        return make(only(dict, decoder.node(pairs, depth + 1)))

    return read


def _write_defaultdict(
    encoder: Encoder, value: "collections.defaultdict[Any, Any]", depth: int
) -> Node | None:
    factory = value.default_factory
    name = None if factory is None else getattr(factory, "__name__", "")
    if factory is not None and FACTORIES.get(str(name)) is not factory:
        return None
    return ["defaultdict", name, encoder.node(dict(value), depth + 1)]


def _read_defaultdict(
    decoder: Decoder, items: list[Any], depth: int
) -> "collections.defaultdict[Any, Any]":
    name, pairs = items
    factory = None if name is None else FACTORIES[name]
    return collections.defaultdict(factory, only(dict, decoder.node(pairs, depth + 1)))


def _write_deque(encoder: Encoder, value: "collections.deque[Any]", depth: int) -> Node:
    return ["deque", value.maxlen, encoder.node(list(value), depth + 1)]


def _read_deque(decoder: Decoder, items: list[Any], depth: int) -> "collections.deque[Any]":
    longest, node = items
    values = only(list, decoder.node(node, depth + 1))
    refuse_unless(longest is None or len(values) <= only(int, longest))
    return collections.deque(values, longest)


def _write_named(encoder: Encoder, value: tuple[Any, ...], depth: int) -> Node | None:
    """A named tuple whose class is nothing else; the first such class is the receiver's, too."""
    kind: Any = type(value)
    fields = vars(kind).get("_fields")
    if kind.__bases__ != (tuple,) or type(fields) is not tuple or not _are_names(kind, fields):
        return None
    if len(fields) != len(value) or not vars(kind).keys() <= {*_GIVEN, *fields}:
        return None
    encoder.classes.setdefault((kind.__name__, *fields), kind)
    return ["namedtuple", kind.__name__, [*fields], *encoder.nodes_of(tuple.__iter__(value), depth)]


def _are_names(kind: type, fields: tuple[object, ...]) -> bool:
    return all(type(name) is str and _is_name(name) for name in (kind.__name__, *fields))


def _is_name(name: str) -> bool:
    return name.isascii() and name.isidentifier() and not keyword.iskeyword(name) and len(name) < 80


def _read_named(decoder: Decoder, items: list[Any], depth: int) -> Any:
    name, fields, *nodes = items
    names = name, *only(list, fields)
    refuse_unless(len(fields) == len(nodes) and all(_is_name(only(str, part)) for part in names))
    kind: Any = decoder.classes.get(names)
    if kind is None:
        refuse_unless(len(decoder.classes) < limits.MAX_CLASSES and len(fields) < 256)
        make: Any = collections.namedtuple  # as a function: no class that a type check could know
        kind = decoder.classes[names] = make(name, fields, module="__main__")
    return kind(*decoder.nodes_of(nodes, depth))


def _write_path(encoder: Encoder, value: pathlib.PurePath, depth: int) -> Node:
    return ["path", type(value).__name__, encoder.node(str(value), depth + 1)]


def _write_place(encoder: Encoder, value: pathlib.Path, depth: int) -> Node:
    """A path that can be opened stays where its files are, if it can."""
    parts = encoder.pack(value)
    if parts is None:
        return _write_path(encoder, value, depth)
    return ["packed", *encoder.nodes_of(parts, depth)]


def _read_path(decoder: Decoder, items: list[Any], depth: int) -> pathlib.PurePath:
    name, node = items
    return PATHS[name](only(str, decoder.node(node, depth + 1)))


def _write_random(encoder: Encoder, value: random.Random, depth: int) -> Node:
    version, numbers, gauss = value.getstate()
    return ["random", *encoder.nodes_of((version, numbers, gauss), depth)]


def _read_random(decoder: Decoder, items: list[Any], depth: int) -> random.Random:
    version, numbers, gauss = decoder.nodes_of(items, depth)
    refuse_unless(version == 3 and (gauss is None or type(gauss) is float))
    refuse_unless(all(type(number) is int for number in only(tuple, numbers)))
    made = random.Random(0)
    made.setstate((version, numbers, gauss))
    return made


WRITERS: dict[type, Write] = {
    Fraction: _write_fraction,
    Decimal: _write_decimal,
    **dict.fromkeys((collections.Counter, collections.OrderedDict), _write_mapping),
    collections.defaultdict: _write_defaultdict,
    collections.deque: _write_deque,
    **dict.fromkeys((pathlib.PurePosixPath, pathlib.PureWindowsPath), _write_path),
    type(pathlib.Path()): _write_place,
    random.Random: _write_random,
}

READERS: dict[str, Read] = {
    "fraction": _read_fraction,
    "decimal": _read_decimal,
    "Counter": _read_mapping(collections.Counter),
    "OrderedDict": _read_mapping(collections.OrderedDict),
    "defaultdict": _read_defaultdict,
    "deque": _read_deque,
    "namedtuple": _read_named,
    "path": _read_path,
    "random": _read_random,
}

SHARED = {"Counter", "OrderedDict", "defaultdict", "deque", "random"}

OF_BASES: dict[type, Write] = {tuple: _write_named}
