"""What is NumPy's: arrays, also of dates, records and objects, masked ones, scalars, dtypes, states."""

import re
from typing import Any

import numpy as np

from course.grading.wire import limits
from course.grading.wire.coder import (
    Decoder,
    Encoder,
    Node,
    Read,
    Write,
    only,
    refuse_unless,
    size_of,
)
from course.grading.wire.limits import FormatError

CODES = "?bhiqlBHIQLefdFD"
"""NumPy's characters for the numbers that travel."""
NUMBERS = {np.dtype(code).str[1:]: np.dtype(code) for code in CODES}

_MOMENTS = re.compile(r"[Mm]8(\[[0-9]{0,4}(Y|M|W|D|h|m|s|ms|us|ns|ps|fs|as)\])?")
_TEXT = re.compile(r"([US])([1-9][0-9]{0,8})")
MOST_FIELDS = 200
"""Of a record."""

LARGEST_CHARACTER = 0x10FFFF


def _described(dtype: np.dtype[Any], depth: int = 0) -> str | Node | None:
    """A dtype in the header: a name, or the fields of a record; None if it is not carried."""
    name = dtype.str[1:]
    if name in NUMBERS or _MOMENTS.fullmatch(name):
        return name
    if dtype.kind in "US":  # an array of empty strings can have items of no bytes, without bound
        return f"{dtype.kind}{max(dtype.itemsize // (4 if dtype.kind == 'U' else 1), 1)}"
    if dtype.names is None or len(dtype.names) > MOST_FIELDS or depth == 3:
        return None
    fields: Node = []
    for field in dtype.names:
        part, shape = dtype[field].base, dtype[field].shape
        described = _described(part, depth + 1)
        if described is None or not field.isidentifier() or 0 in shape or len(shape) > 3:
            return None
        fields.append([field, described, *shape])
    return fields or None


def _dtype(described: object, depth: int = 0) -> np.dtype[Any]:
    """The dtype that stands in a header."""
    if type(described) is str:
        if described in NUMBERS:
            return NUMBERS[described]
        if _MOMENTS.fullmatch(described):
            return np.dtype(described)
        text = _TEXT.fullmatch(described)
        refuse_unless(text is not None and int(text[2]) <= limits.MAX_FRAME // 4)
        return np.dtype(described)
    fields = only(list, described)
    refuse_unless(0 < len(fields) <= MOST_FIELDS and depth < 3)
    parts: list[Any] = []
    for name, part, *shape in fields:
        refuse_unless(only(str, name).isidentifier() and len(shape) <= 3)
        refuse_unless(0 < size_of(shape) <= limits.MAX_FRAME)
        parts.append((name, _dtype(part, depth + 1), tuple(shape)))
    dtype = np.dtype(parts)
    refuse_unless(dtype.itemsize <= limits.MAX_FRAME)
    return dtype


def _check(array: np.ndarray) -> None:
    """Refuse characters that are none, and make each bool 0 or 1."""
    if array.dtype.names is not None:
        for name in array.dtype.names:
            _check(array[name])
    elif array.dtype.kind == "b":
        array[...] = array.view(np.uint8) != 0
    elif array.dtype.kind == "U" and array.size:
        characters = np.ascontiguousarray(array).reshape(-1).view(np.uint32)
        if characters.max() > LARGEST_CHARACTER:
            raise FormatError("an array of strings holds what is no character")


def _write_array(encoder: Encoder, value: np.ndarray, depth: int) -> Node | None:
    if value.dtype.kind == "O":
        return _write_objects(encoder, value, depth)
    described = _described(value.dtype)
    if described is None:
        return None
    _check_ndim(value.ndim)
    native = _dtype(described)
    if value.dtype.names is not None and value.dtype != native:
        return None  # padded, aligned, or with titles
    encoder.claim(value.size * native.itemsize)
    encoder.put(value.astype(native, copy=False).tobytes())
    return ["array", described, *value.shape]


def _read_array(decoder: Decoder, items: list[Any], depth: int) -> np.ndarray:
    described, *shape = items
    dtype = _dtype(described)
    data = decoder.take(size_of(shape) * dtype.itemsize)
    array = np.empty(shape, dtype)
    array.reshape(-1).view(np.uint8)[...] = np.frombuffer(data, np.uint8)
    _check(array)
    return array


def _write_objects(encoder: Encoder, value: np.ndarray, depth: int) -> Node:
    _check_ndim(value.ndim)
    encoder.claim(8 * value.size)  # on arrival
    return ["objects", encoder.node([*value.flat], depth + 1), *value.shape]


def _read_objects(decoder: Decoder, items: list[Any], depth: int) -> np.ndarray:
    node, *shape = items
    values = only(list, decoder.node(node, depth + 1))
    refuse_unless(size_of(shape) == len(values))
    decoder.claim(8 * len(values))
    array = np.empty(len(values), object)
    for place, value in enumerate(values):  # all at once, NumPy would look into lists among them
        array[place] = value
    return array.reshape(shape)


def _check_ndim(ndim: int) -> None:
    if ndim > limits.MAX_NDIM:
        raise FormatError(f"an array has more than {limits.MAX_NDIM} dimensions")


def _write_scalar(encoder: Encoder, value: np.generic, depth: int) -> Node | None:
    node = _write_array(encoder, np.asarray(value), depth)
    return None if node is None else ["scalar", *node[1:]]


def _read_scalar(decoder: Decoder, items: list[Any], depth: int) -> np.generic:
    (described,) = items
    return _read_array(decoder, [described], depth)[()]  # type: ignore[return-value]  # NumPy types it as an array


def _write_masked(
    encoder: Encoder, value: "np.ma.MaskedArray[Any, Any]", depth: int
) -> Node | None:
    if type(_described(value.dtype)) is not str:
        return None
    mask = None if value.mask is np.ma.nomask else value.mask
    return [
        "masked_array",
        *encoder.nodes_of((np.asarray(value.data), mask, value.fill_value), depth),
    ]


def _read_masked(decoder: Decoder, items: list[Any], depth: int) -> "np.ma.MaskedArray[Any, Any]":
    data, mask, fill = decoder.nodes_of(items, depth)
    refuse_unless(type(data) is np.ndarray and data.dtype.names is None)
    if mask is not None:
        refuse_unless(type(mask) is np.ndarray and mask.dtype == bool and mask.shape == data.shape)
    refuse_unless(isinstance(fill, np.generic))
    return np.ma.MaskedArray(data, np.ma.nomask if mask is None else mask, fill_value=fill)


def _write_missing(encoder: Encoder, value: object, depth: int) -> Node | None:
    return ["masked"] if value is np.ma.masked else None


def _read_missing(decoder: Decoder, items: list[Any], depth: int) -> object:
    () = items
    return np.ma.masked


def _write_dtype(encoder: Encoder, value: np.dtype[Any], depth: int) -> Node | None:
    if value.kind == "O":
        return ["numpy dtype", "O"]
    described = _described(value)
    carried = described is not None and _dtype(described) == value
    return ["numpy dtype", described] if carried else None


def _read_dtype(decoder: Decoder, items: list[Any], depth: int) -> np.dtype[Any]:
    (described,) = items
    return np.dtype(object) if described == "O" else _dtype(described)


def _write_generator(encoder: Encoder, value: np.random.Generator, depth: int) -> Node | None:
    if type(value.bit_generator) is not np.random.PCG64:
        return None
    state: Any = value.bit_generator.state
    parts = state["state"]["state"], state["state"]["inc"], state["has_uint32"], state["uinteger"]
    return ["generator", *parts]


def _read_generator(decoder: Decoder, items: list[Any], depth: int) -> np.random.Generator:
    state, increment, has_half, half = items
    for part, bits in ((state, 128), (increment, 128), (has_half, 1), (half, 32)):
        refuse_unless(0 <= only(int, part) < 2**bits)
    made = np.random.PCG64(0)
    numbers: Any = {"state": state, "inc": increment}
    made.state = {
        "bit_generator": "PCG64",
        "state": numbers,
        "has_uint32": has_half,
        "uinteger": half,
    }
    return np.random.Generator(made)


def _write_random_state(encoder: Encoder, value: np.random.RandomState, depth: int) -> Node | None:
    name, numbers, *rest = value.get_state()
    return ["random state", encoder.node(numbers, depth + 1), *rest] if name == "MT19937" else None


def _read_random_state(decoder: Decoder, items: list[Any], depth: int) -> np.random.RandomState:
    node, place, has_gauss, gauss = items
    numbers = decoder.node(node, depth + 1)
    refuse_unless(type(numbers) is np.ndarray and numbers.dtype == np.uint32)
    refuse_unless(numbers.shape == (624,))
    # NumPy reads at this place without looking how many numbers there are.
    refuse_unless(0 <= only(int, place) <= 624 and only(int, has_gauss) in (0, 1))
    made = np.random.RandomState(0)
    made.set_state(("MT19937", numbers, place, has_gauss, only(float, gauss)))
    return made


WRITERS: dict[type, Write] = {
    np.ndarray: _write_array,
    **{np.dtype(code).type: _write_scalar for code in CODES + "UMm"},
    np.void: _write_scalar,
    np.ma.MaskedArray: _write_masked,
    type(np.ma.masked): _write_missing,
    np.random.Generator: _write_generator,
    np.random.RandomState: _write_random_state,
}

OF_BASES: dict[type, Write] = {np.dtype: _write_dtype}

READERS: dict[str, Read] = {
    "array": _read_array,
    "objects": _read_objects,
    "scalar": _read_scalar,
    "masked_array": _read_masked,
    "masked": _read_missing,
    "numpy dtype": _read_dtype,
    "generator": _read_generator,
    "random state": _read_random_state,
}

SHARED = {"array", "objects", "masked_array", "generator", "random state"}
