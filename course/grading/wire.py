"""Messages between the candidate and the examiner: plain data in a strict format.

The examiner trusts no byte that it receives. A frame is a prefix of twelve bytes (a mark and two
lengths), a header in JSON, and a body:

- the header is a tree of scalars and arrays. A scalar stands for itself; an array starts with the
  name of a kind (`"list"`, `"array"`, ...) and goes on with what this kind consists of;
- the body holds the bytes of strings, arrays and tensors one after the other, in the order in which
  the header speaks of them.

Nothing is unpickled or evaluated. A frame names a kind of data out of a closed list, never anything
that could be called. Values travel as copies: two names of one list arrive as two lists, and an
array or a tensor arrives contiguous, writable and with memory of its own.
"""

import json
import math
import socket
import struct
import time
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import torch
from torch import nn

MAX_FRAME = 64 * 2**20
"""Bytes of the longest frame."""
MAX_STRING = 16 * 2**20
"""Bytes of the longest string, in UTF-8."""
MAX_DEPTH = 50
"""How deep values may be nested; the message itself is at depth 0."""
MAX_NODES = 200_000
"""How many values a message may consist of."""
MAX_NDIM = 16
"""Dimensions of an array or a tensor."""
MAX_INT_BITS = 4096
"""Bits of the largest integer."""

STACK = 300
"""Calls inside one another that sending and receiving take at most, with values of `MAX_DEPTH`."""

_MAX_ITEMS = 5 * MAX_NODES
_MAX_COLLISIONS = 1000
_MARK = b"wire"
_PREFIX = struct.Struct("<4sII")
_CHUNK = 2**18

_INLINE = {type(None), bool, float, int}
_CODES = "?bhiqlBHIQLefdFD"
_NUMPY = {np.dtype(code).str[1:]: np.dtype(code) for code in _CODES}
_TORCH = {
    str(dtype).removeprefix("torch."): dtype
    for dtype in (
        *(torch.bool, torch.uint8, torch.uint16, torch.uint32, torch.uint64),
        *(torch.int8, torch.int16, torch.int32, torch.int64),
        *(torch.float16, torch.bfloat16, torch.float32, torch.float64),
        *(torch.complex64, torch.complex128),
    )
}
_TORCH_NAMES = {dtype: name for name, dtype in _TORCH.items()}
_DEVICES = {"cpu", "meta", "cuda", "mps"}

_to_json = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
_from_json = json.JSONDecoder(parse_constant=float).decode

Node = list[Any]
"""An array of the header: the name of a kind, and what it consists of."""
Pack = Callable[[object], list[Any] | None]
Unpack = Callable[[list[Any]], object]


class FormatError(Exception):
    """Bytes that are no message, or an object that no message can hold."""


def require_stack(calls: int = STACK) -> None:
    """Raise RecursionError, before anything is sent, where a message would run out of stack."""
    if calls:
        require_stack(calls - 1)


class Wire:
    """Send and receive messages over a connected stream socket.

    A message is nested data: None, Ellipsis, numbers, str, bytes, list, tuple, dict, set,
    frozenset, range, slice, NumPy scalars and arrays (bool, integer, float and complex up to 128
    bits, fixed-width str), dense torch tensors with their `requires_grad`, `is_leaf`, `.grad` and
    whether they are an `nn.Parameter`, torch.dtype and torch.device. What differs on arrival: a
    tensor of an accelerator is on the CPU; a tensor that is no leaf has another history; an object
    of a subclass of a builtin type (a named tuple, an `IntEnum`, a `defaultdict`) is of the builtin
    type; an `np.matrix` is an array and an `np.longdouble` a float.

    `pack` turns any other object into a list of data, or answers None where it cannot; `unpack`
    makes of such a list what the receiver shall see. What `unpack` returns may become a key of a
    dict, so its hash and its equality must be its receiver's own.

    A message that is refused by `send` leaves the wire as it was. After any other error of `send`,
    and after a `FormatError` of `receive`, the two sides may be out of step.
    """

    def __init__(self, sock: socket.socket, pack: Pack, unpack: Unpack) -> None:
        self._sock = sock
        self._pack = pack
        self._unpack = unpack
        self._frame = bytearray()

    def send(self, message: object) -> None:
        """Send one message.

        Raises FormatError, before anything is sent, if the message holds what is neither data nor
        packed, or is larger than the limits of this module; nothing is ever shortened. Raises
        EOFError if the other side is gone and TimeoutError after the socket's timeout.
        """
        frame = self.frame(message)
        try:
            self._sock.sendall(frame)
        except ConnectionError as error:
            raise EOFError("the other side is gone") from error

    def frame(self, message: object) -> bytes:
        """The bytes of one message; raises FormatError as `send` does."""
        return _encode(message, self._pack)

    def receive(self) -> Any:
        """Wait for the next message and return it.

        Raises FormatError on anything that is not strictly in the format, EOFError if the other
        side is gone, and TimeoutError if a message is not complete after about the socket's timeout
        (twice that at most), however it trickles in; the next call goes on where this one stopped.
        """
        timeout = self._sock.gettimeout()
        deadline = math.inf if timeout is None else time.monotonic() + timeout
        self._fill(_PREFIX.size, deadline)
        mark, header, body = _PREFIX.unpack_from(self._frame)
        if mark != _MARK or _PREFIX.size + header + body > MAX_FRAME:
            raise FormatError("this is not the start of a message")
        self._fill(_PREFIX.size + header + body, deadline)
        frame, self._frame = self._frame, bytearray()
        return _decode(frame, _PREFIX.size + header, self._unpack)

    def _fill(self, size: int, deadline: float) -> None:
        """Read until `size` bytes of the frame are here, and not a byte of the next one."""
        while (missing := size - len(self._frame)) > 0:
            if time.monotonic() > deadline:
                raise TimeoutError("the message is not complete")
            try:
                chunk = self._sock.recv(min(missing, _CHUNK))
            except ConnectionError as error:
                raise EOFError("the other side is gone") from error
            if not chunk:
                raise EOFError("the other side is gone")
            self._frame += chunk


def _encode(message: object, pack: Pack) -> bytes:
    encoder = _Encoder(pack)
    try:
        header = _to_json(encoder.node(message)).encode("ascii")
    except FormatError:
        raise
    except Exception as error:  # too deep a stack, no memory, a dict that changes, an odd tensor
        raise FormatError(f"the message cannot be sent ({type(error).__name__})") from error
    if _items(header) > _MAX_ITEMS:
        raise FormatError("the message has too many parts")
    prefix = _PREFIX.pack(_MARK, len(header), encoder.size)
    if len(prefix) + len(header) + encoder.size > MAX_FRAME:
        raise FormatError("the message is too large")
    return b"".join([prefix, header, *encoder.body])


def _decode(frame: bytearray, body: int, unpack: Unpack) -> Any:
    """The message of a whole frame whose body starts at byte `body`."""
    header = frame[_PREFIX.size : body]
    if _items(header) > _MAX_ITEMS:
        raise FormatError("the message has too many parts")
    decoder = _Decoder(memoryview(frame)[body:], unpack)
    try:
        message = decoder.node(_from_json(header.decode("ascii")))
    except FormatError:
        raise
    except Exception as error:  # whatever Python, NumPy or torch refuse to build a value from
        raise FormatError(f"this is not a message ({type(error).__name__})") from error
    if decoder.left:
        raise FormatError("the body is longer than the header says")
    return message


def _items(header: bytes | bytearray) -> int:
    """How many elements the arrays of a header have at most: known before it is parsed."""
    return header.count(b",") + header.count(b"[")


class _Encoder:
    """Builds the header's tree (`node`) and collects the pieces of the body (`body`, `size`)."""

    def __init__(self, pack: Pack) -> None:
        self.body: list[bytes] = []
        self.size = 0
        self._pack = pack
        self._nodes = 0

    def node(self, value: object, depth: int = 0) -> Any:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise FormatError(f"the message has more than {MAX_NODES} values")
        if depth > MAX_DEPTH:
            raise FormatError(f"the message is nested more than {MAX_DEPTH} deep, or holds itself")
        if type(value) is int and value.bit_length() > MAX_INT_BITS:
            raise FormatError(f"an integer has more than {MAX_INT_BITS} bits")
        kind = type(value)
        if kind in _INLINE:
            return value
        write = _WRITERS.get(kind)
        node = write(self, value, depth) if write else None
        if node is not None:
            return node
        for base, plain in _PLAIN.items():
            if issubclass(kind, base):
                return self.node(plain(value), depth)
        return self._packed(value, depth)

    def _nodes_of(self, values: Iterable[object], depth: int) -> list[Any]:
        return [self.node(value, depth + 1) for value in values]

    def _claim(self, size: int) -> None:
        """Count `size` more bytes of the body; called before they are made."""
        self.size += size
        if self.size > MAX_FRAME:
            raise FormatError(f"the message has more than {MAX_FRAME} bytes of data")

    def _bytes(self, value: bytes, depth: int) -> Node:
        self._claim(len(value))
        self.body.append(value)
        return ["bytes", len(value)]

    def _str(self, value: str, depth: int) -> Node:
        if len(value) > MAX_STRING:
            raise FormatError(f"a string has more than {MAX_STRING} bytes")
        data = value.encode("utf-8", "surrogatepass")
        if len(data) > MAX_STRING:
            raise FormatError(f"a string has more than {MAX_STRING} bytes")
        self._claim(len(data))
        self.body.append(data)
        return ["str", len(data)]

    def _complex(self, value: complex, depth: int) -> Node:
        return ["complex", value.real, value.imag]

    def _ellipsis(self, value: object, depth: int) -> Node:
        return ["ellipsis"]

    def _collection(self, value: Iterable[object], depth: int) -> Node:
        return [type(value).__name__, *self._nodes_of(value, depth)]

    def _dict(self, value: dict[object, object], depth: int) -> Node:
        return ["dict", *self._nodes_of((part for pair in value.items() for part in pair), depth)]

    def _start_stop_step(self, value: range | slice, depth: int) -> Node:
        parts = value.start, value.stop, value.step
        return [type(value).__name__, *self._nodes_of(parts, depth)]

    def _array(self, value: np.ndarray, depth: int) -> Node | None:
        name = value.dtype.str[1:]
        is_text = value.dtype.kind == "U"
        if name not in _NUMPY and not is_text:
            return None
        if value.ndim > MAX_NDIM:
            raise FormatError(f"an array has more than {MAX_NDIM} dimensions")
        # An array of empty strings can have items of no bytes, whose number nothing would bound.
        width = max(value.itemsize // 4, 1) if is_text else 0
        native = np.dtype(f"U{width}") if is_text else _NUMPY[name]
        self._claim(value.size * native.itemsize)
        self.body.append(value.astype(native, copy=False).tobytes())
        return ["text", width, *value.shape] if is_text else ["array", name, *value.shape]

    def _scalar(self, value: np.generic, depth: int) -> Node | None:
        node = self._array(np.asarray(value), depth)
        return None if node is None else ["scalar", *node]

    def _tensor(self, value: torch.Tensor, depth: int) -> Node | None:
        grad = value.grad if value.is_leaf else None
        if not _is_dense(value) or not (grad is None or _is_dense(grad)):
            return None
        if value.ndim > MAX_NDIM:
            raise FormatError(f"a tensor has more than {MAX_NDIM} dimensions")
        if not value.is_meta:
            self._claim(value.numel() * value.element_size())
            self.body.append(_tensor_bytes(value))
        return [
            "tensor",
            _TORCH_NAMES[value.dtype],
            value.is_meta,
            type(value) is nn.Parameter,
            value.requires_grad,
            value.is_leaf,
            self.node(grad, depth + 1),
            *value.shape,
        ]

    def _dtype(self, value: torch.dtype, depth: int) -> Node | None:
        return ["dtype", _TORCH_NAMES[value]] if value in _TORCH_NAMES else None

    def _device(self, value: torch.device, depth: int) -> Node | None:
        return ["device", value.type, value.index] if value.type in _DEVICES else None

    def _packed(self, value: object, depth: int) -> Node:
        parts = self._pack(value)
        if parts is None:
            raise FormatError(f"an object of type {type(value).__name__} is not data")
        return ["packed", *self._nodes_of(parts, depth)]


def _is_dense(tensor: torch.Tensor) -> bool:
    """Whether a tensor is values in memory (or none, on `meta`) and nothing else."""
    return (
        type(tensor) in (torch.Tensor, nn.Parameter)
        and tensor.layout is torch.strided
        and tensor.dtype in _TORCH_NAMES
        and tensor.device.type in _DEVICES
    )


def _tensor_bytes(tensor: torch.Tensor) -> bytes:
    # Into a fresh tensor: on the CPU, contiguous, with nothing conjugated or negated lazily.
    values = torch.empty(tensor.shape, dtype=tensor.dtype, device="cpu").copy_(tensor.detach())
    return values.view(-1).view(torch.uint8).numpy().tobytes()


_WRITERS: dict[type, Callable[[_Encoder, Any, int], Node | None]] = {
    type(...): _Encoder._ellipsis,
    bytes: _Encoder._bytes,
    str: _Encoder._str,
    complex: _Encoder._complex,
    **dict.fromkeys((list, tuple, set, frozenset), _Encoder._collection),
    dict: _Encoder._dict,
    **dict.fromkeys((range, slice), _Encoder._start_stop_step),
    np.ndarray: _Encoder._array,
    **{np.dtype(code).type: _Encoder._scalar for code in _CODES + "U"},
    torch.Tensor: _Encoder._tensor,
    nn.Parameter: _Encoder._tensor,
    torch.dtype: _Encoder._dtype,
    torch.device: _Encoder._device,
}

_PLAIN: dict[type, Callable[[Any], Any]] = {
    int: int.__int__,
    float: float.__float__,
    complex: complex.__complex__,
    str: str.__str__,
    bytes: bytes.__bytes__,
    list: lambda value: list(list.__iter__(value)),
    tuple: lambda value: tuple(tuple.__iter__(value)),
    dict: lambda value: dict(dict.items(value)),
    set: lambda value: set(set.__iter__(value)),
    frozenset: lambda value: frozenset(frozenset.__iter__(value)),
    np.matrix: np.asarray,
    np.longdouble: float,
}
"""How a value of a subclass is read through its base class, whatever the subclass overrides."""


class _Decoder:
    """Builds values from the header's tree; `left` is what they have not taken of the body.

    What a kind's function does not check is refused by what it calls: see `_decode`.
    """

    def __init__(self, body: memoryview, unpack: Unpack) -> None:
        self.left = body
        self._unpack = unpack
        self._nodes = 0

    def node(self, node: object, depth: int = 0) -> Any:
        self._nodes += 1
        if self._nodes > MAX_NODES or depth > MAX_DEPTH:
            raise FormatError("the message has too many parts")
        if type(node) is int and node.bit_length() > MAX_INT_BITS:
            raise FormatError("an integer is too large")
        if type(node) in _INLINE:
            return node
        if type(node) is not list:
            raise FormatError("the header holds more than arrays and scalars")
        name, *items = node
        return _READERS[name](self, items, depth)

    def _nodes_of(self, items: list[Any], depth: int) -> list[Any]:
        return [self.node(item, depth + 1) for item in items]

    def _take(self, size: object) -> memoryview:
        """The next `size` bytes of the body."""
        if type(size) is not int or not 0 <= size <= len(self.left):
            raise FormatError("the body is shorter than the header says")
        taken, self.left = self.left[:size], self.left[size:]
        return taken

    def _bytes(self, items: list[Any], depth: int) -> bytes:
        (size,) = items
        return bytes(self._take(size))

    def _str(self, items: list[Any], depth: int) -> str:
        (size,) = items
        data = self._take(size)
        if len(data) > MAX_STRING:
            raise FormatError("a string is too long")
        return str(data, "utf-8", "surrogatepass")

    def _complex(self, items: list[Any], depth: int) -> complex:
        real, imag = items
        if type(real) is not float or type(imag) is not float:
            raise FormatError("a complex number is not made of two floats")
        return complex(real, imag)

    def _ellipsis(self, items: list[Any], depth: int) -> object:
        () = items
        return ...

    def _list(self, items: list[Any], depth: int) -> list[Any]:
        return self._nodes_of(items, depth)

    def _tuple(self, items: list[Any], depth: int) -> tuple[Any, ...]:
        return tuple(self._nodes_of(items, depth))

    def _set(self, items: list[Any], depth: int) -> set[Any]:
        elements = self._nodes_of(items, depth)
        _check_hashes(elements)
        result = set(elements)
        if len(result) != len(items):
            raise FormatError("a set holds an element twice")
        return result

    def _frozenset(self, items: list[Any], depth: int) -> frozenset[Any]:
        return frozenset(self._set(items, depth))

    def _dict(self, items: list[Any], depth: int) -> dict[Any, Any]:
        parts = self._nodes_of(items, depth)
        _check_hashes(parts[::2])
        result = dict(zip(parts[::2], parts[1::2], strict=True))
        if 2 * len(result) != len(items):
            raise FormatError("a dict holds a key twice")
        return result

    def _range(self, items: list[Any], depth: int) -> range:
        start, stop, step = self._nodes_of(items, depth)
        if not type(start) is type(stop) is type(step) is int:
            raise FormatError("a range is not made of integers")
        return range(start, stop, step)

    def _slice(self, items: list[Any], depth: int) -> "slice[Any, Any, Any]":
        start, stop, step = self._nodes_of(items, depth)
        return slice(start, stop, step)

    def _array(self, items: list[Any], depth: int) -> np.ndarray:
        name, *shape = items
        dtype = _NUMPY[name]
        data = self._take(_size(shape) * dtype.itemsize)
        # A bool whose byte is neither 0 nor 1 is no bool: it is read as a number first.
        stored = np.dtype(np.uint8) if name == "b1" else dtype
        return np.ndarray(shape, stored, data).astype(dtype)

    def _text(self, items: list[Any], depth: int) -> np.ndarray:
        width, *shape = items
        if type(width) is not int or not 1 <= width <= MAX_FRAME // 4:
            raise FormatError("an array of strings has no proper width")
        count = _size(shape) * width
        data = self._take(4 * count)
        if np.ndarray((count,), np.uint32, data).max(initial=0) > 0x10FFFF:
            raise FormatError("an array of strings holds what is no character")
        return np.ndarray(shape, f"U{width}", data).copy()

    def _scalar(self, items: list[Any], depth: int) -> np.generic:
        kind, dtype = items
        read = {"array": self._array, "text": self._text}[kind]
        return read([dtype], depth)[()]  # type: ignore[return-value]  # NumPy types it as an array

    def _tensor(self, items: list[Any], depth: int) -> torch.Tensor:
        name, is_meta, is_parameter, requires_grad, is_leaf, grad_node, *shape = items
        if {type(flag) for flag in (is_meta, is_parameter, requires_grad, is_leaf)} != {bool}:
            raise FormatError("a tensor's properties are not true or false")
        tensor = self._values(_TORCH[name], is_meta, shape)
        tensor = nn.Parameter(tensor, False) if is_parameter else tensor
        tensor.requires_grad_(requires_grad)
        tensor.grad = self.node(grad_node, depth + 1)
        if is_leaf:
            return tensor
        if is_parameter or not requires_grad or tensor.grad is not None:
            raise FormatError("a tensor that is no leaf has properties of a leaf")
        with torch.enable_grad():
            return tensor.clone()

    def _values(self, dtype: torch.dtype, is_meta: bool, shape: list[Any]) -> torch.Tensor:
        """A tensor of this shape: on `meta`, or filled from the body."""
        count = _size(shape)
        if is_meta:
            return torch.empty(shape, dtype=dtype, device="meta")
        data = self._take(count * dtype.itemsize)
        tensor = torch.empty(shape, dtype=dtype, device="cpu")
        values = tensor.view(-1)
        # Copied as bytes; into a bool as numbers, for the reason given in `_array`.
        stored = values if dtype is torch.bool else values.view(torch.uint8)
        stored.copy_(torch.from_numpy(np.ndarray((len(data),), np.uint8, data)))
        return tensor

    def _dtype(self, items: list[Any], depth: int) -> torch.dtype:
        (name,) = items
        return _TORCH[name]

    def _device(self, items: list[Any], depth: int) -> torch.device:
        kind, index = items
        if kind not in _DEVICES or type(index) not in (int, type(None)):
            raise FormatError("this is no device")
        return torch.device(kind) if index is None else torch.device(kind, index)

    def _packed(self, items: list[Any], depth: int) -> object:
        return self._unpack(self._nodes_of(items, depth))


def _size(shape: list[Any]) -> int:
    """How many values an array of this shape has."""
    if len(shape) > MAX_NDIM or any(type(n) is not int or not 0 <= n < 2**63 for n in shape):
        raise FormatError("this is not the shape of an array")
    return math.prod(shape)


def _check_hashes(keys: list[Any]) -> None:
    """Refuse keys made to collide: a table of them takes the square of their number in time."""
    if len(keys) - len({hash(key) for key in keys}) > _MAX_COLLISIONS:
        raise FormatError("too many keys have the same hash")


_READERS: dict[str, Callable[[_Decoder, list[Any], int], Any]] = {
    "ellipsis": _Decoder._ellipsis,
    "bytes": _Decoder._bytes,
    "str": _Decoder._str,
    "complex": _Decoder._complex,
    "list": _Decoder._list,
    "tuple": _Decoder._tuple,
    "set": _Decoder._set,
    "frozenset": _Decoder._frozenset,
    "dict": _Decoder._dict,
    "range": _Decoder._range,
    "slice": _Decoder._slice,
    "array": _Decoder._array,
    "text": _Decoder._text,
    "scalar": _Decoder._scalar,
    "tensor": _Decoder._tensor,
    "dtype": _Decoder._dtype,
    "device": _Decoder._device,
    "packed": _Decoder._packed,
}
