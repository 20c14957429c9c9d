"""All that a message may hold, and what becomes of a subclass.

An object of a class that derives from a number, str or bytes travels as the value of that base,
whatever the class overrides. One that derives from a list, tuple, dict or set does so only if its
class is of Python's library, NumPy's, pandas' or torch's; another goes to the sender's hook, since
what a notebook defines has methods that are asked for.
"""

import sys
from collections.abc import Callable
from typing import Any

import numpy as np

from course.grading.wire import (
    annotations,
    arrays,
    images,
    many,
    moments,
    plain,
    standard,
    tables,
    tensors,
)
from course.grading.wire.coder import Decoder, Encoder, Kinds, Write, library

LIBRARIES = {*sys.stdlib_module_names, "numpy", "pandas", "torch"}
"""Whose containers are read as plain ones."""

_MODULES = (plain, many, standard, moments, arrays, annotations, tensors, tables, images)


def _as(make: Callable[[Any], Any]) -> Write:
    """Write what ``make`` reads through the base class."""

    def write(encoder: Encoder, value: Any, depth: int) -> Any:
        made = make(value)
        return encoder.written(type(made), made, depth)

    return write


def _as_in_a_library(make: Callable[[Any], Any]) -> Write:
    write_made = _as(make)

    def write(encoder: Encoder, value: Any, depth: int) -> Any:
        module = library(type(value))
        return write_made(encoder, value, depth) if module in LIBRARIES else None

    return write


def _read_packed(decoder: Decoder, items: list[Any], depth: int) -> object:
    return decoder.unpack(decoder.nodes_of(items, depth))


_OF_BASES: dict[type, Write] = {
    int: _as(int.__int__),
    float: _as(float.__float__),
    complex: _as(complex.__complex__),
    str: _as(str.__str__),
    bytes: _as(bytes.__bytes__),
    list: _as_in_a_library(lambda value: list(list.__iter__(value))),
    tuple: _as_in_a_library(lambda value: tuple(tuple.__iter__(value))),
    dict: _as_in_a_library(lambda value: dict(dict.items(value))),
    set: _as_in_a_library(lambda value: set(set.__iter__(value))),
    frozenset: _as_in_a_library(lambda value: frozenset(frozenset.__iter__(value))),
    np.matrix: _as(np.asarray),
    np.longdouble: _as(float),
}

KINDS = Kinds(
    writers={
        kind: write
        for module in (plain, standard, moments, arrays, annotations)
        for kind, write in module.WRITERS.items()
    },
    of_libraries={**tensors.OF_LIBRARIES, **tables.OF_LIBRARIES, **images.OF_LIBRARIES},
    of_bases=[*standard.OF_BASES.items(), *arrays.OF_BASES.items(), *_OF_BASES.items()],
    readers={
        "packed": _read_packed,
        **{name: read for module in _MODULES for name, read in module.READERS.items()},
    },
    shared=frozenset().union(*(module.SHARED for module in _MODULES)),
)
