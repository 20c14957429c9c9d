"""A wire with both its ends in one process, and frames made by hand."""

import collections
import contextlib
import json
import math
import socket
import struct
import types
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch
from hypothesis import strategies as st

from course.grading.wire import FormatError, Wire


class Reference:
    """What an object that is not data looks like on the other side."""

    def __init__(self, node: list) -> None:
        self.node = node


def pack_nothing(value: object) -> None:
    return None


def pack_reference(value: object) -> list | None:
    return value.node if type(value) is Reference else None


@contextlib.contextmanager
def connected(pack: Callable = pack_reference, unpack: Callable = Reference) -> Iterator:
    left, right = socket.socketpair()
    with left, right:
        yield types.SimpleNamespace(
            left=left, right=right, near=Wire(left, pack, unpack), far=Wire(right, pack, unpack)
        )


def travel(value: object, pack: Callable = pack_reference, unpack: Callable = Reference) -> object:
    """What arrives when `value` is sent."""
    with connected(pack, unpack) as ends, ThreadPoolExecutor(1) as pool:
        arriving = pool.submit(ends.far.receive)
        try:
            ends.near.send(value)
        finally:
            ends.left.shutdown(socket.SHUT_WR)
        return arriving.result()


def deliver(data: bytes, unpack: Callable = Reference) -> object:
    """What a receiver makes of these bytes and the end of the stream."""
    with connected(unpack=unpack) as ends, ThreadPoolExecutor(1) as pool:
        sending = pool.submit(ends.left.sendall, data)
        sending.add_done_callback(lambda _: ends.left.shutdown(socket.SHUT_WR))
        return ends.far.receive()


def frame(header: object, body: bytes = b"") -> bytes:
    text = header if type(header) is bytes else json.dumps(header).encode()
    return struct.pack("<4sII", b"wire", len(text), len(body)) + text + body


def frame_of(value: object) -> bytes:
    with connected() as ends:
        ends.near.send(value)
        return ends.right.recv(2**20)


def described(value: object) -> object:
    """Types and bits of a value, for an exact comparison in which NaN equals itself."""
    name = type(value).__name__
    match value:
        case float() if type(value) is float:
            return name, "nan" if math.isnan(value) else struct.pack("<d", value)
        case complex() if type(value) is complex:
            return name, described(value.real), described(value.imag)
        case np.ndarray() | np.generic():
            native = value.dtype.newbyteorder("=")
            return name, native, value.shape, value.astype(native).tobytes()
        case torch.Tensor():
            fresh = torch.empty(value.shape, dtype=value.dtype, device=value.device)
            fresh.copy_(value.detach())
            values = None if value.is_meta else fresh.view(-1).view(torch.uint8).tolist()
            flags = value.requires_grad, value.is_leaf, value.device
            grad = described(value.grad) if value.is_leaf else None
            return name, value.dtype, value.shape, flags, values, grad
        case list() | tuple() | collections.deque():
            return name, [described(item) for item in value]
        case set() | frozenset():
            return name, sorted(repr(described(item)) for item in value)
        case dict():
            return name, [(described(key), described(item)) for key, item in value.items()]
        case slice():
            return name, [described(part) for part in (value.start, value.stop, value.step)]
        case Reference():
            return name, described(value.node)
    return name, value


EDITS = st.lists(
    st.tuples(st.integers(0, 10**4), st.integers(0, 2), st.binary(max_size=3)),
    min_size=1,
    max_size=4,
)


def edited(data: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    """`data` with some bytes replaced, left out or put in."""
    for place, left_out, put_in in edits:
        place %= len(data) + 1
        data = data[:place] + put_in + data[place + left_out :]
    return data


def assert_data_or_refused(sent: bytes) -> None:
    """Nothing but data comes out of a wire: what arrives could have been sent."""
    try:
        value = deliver(sent)
    except (FormatError, EOFError):
        return
    assert described(travel(value)) == described(value)
