"""Frames: the bytes of messages, and how they go over a socket."""

import json
import math
import socket
import struct
from collections.abc import Iterable
from time import monotonic  # itself, as tests may exchange what the module has
from typing import Any

from course.grading.wire import limits
from course.grading.wire.coder import Classes, Decoder, Encoder, Pack, Unpack
from course.grading.wire.kinds import KINDS
from course.grading.wire.limits import FormatError

_MARK = b"wire"
_PREFIX = struct.Struct("<4sII")
_CHUNK = 2**18

_to_json = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
_from_json = json.JSONDecoder(parse_constant=float).decode


def require_stack(calls: int = limits.STACK) -> None:
    """Raise RecursionError, before anything is sent, where a message would run out of stack."""
    if calls:
        require_stack(calls - 1)


class Wire:
    """Send and receive messages over a connected stream socket.

    A message is nested data: what the modules of this package write, see `kinds`. What differs on
    arrival: a tensor of an accelerator is on the CPU; a tensor that is no leaf has another history;
    an array is contiguous, writable and with memory of its own; a number, string or bytes of a
    subclass are of the builtin class, and so is a list, tuple, dict or set of a class of Python's,
    NumPy's, pandas' or torch's of which nothing better is known; an `np.matrix` is an array and an
    `np.longdouble` a float.

    One list, dict, set, array, tensor or table in two places of a message arrives as one; what
    holds itself is refused.

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
        self._classes: Classes = {}
        self._frame = bytearray()

    def know(self, named_tuples: Iterable[Any]) -> None:
        """Have what arrives be instances of these classes, and of none that are made for it."""
        for kind in named_tuples:
            self._classes[kind.__name__, *kind._fields] = kind

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
        return encode(message, self._pack, self._classes)

    def receive(self) -> Any:
        """Wait for the next message and return it.

        Raises FormatError on anything that is not strictly in the format, EOFError if the other
        side is gone, and TimeoutError if a message is not complete after about the socket's timeout
        (twice that at most), however it trickles in; the next call goes on where this one stopped.
        """
        timeout = self._sock.gettimeout()
        deadline = math.inf if timeout is None else monotonic() + timeout
        self._fill(_PREFIX.size, deadline)
        mark, header, body = _PREFIX.unpack_from(self._frame)
        if mark != _MARK or _PREFIX.size + header + body > limits.MAX_FRAME:
            raise FormatError("this is not the start of a message")
        self._fill(_PREFIX.size + header + body, deadline)
        frame, self._frame = self._frame, bytearray()
        return decode(frame, _PREFIX.size + header, self._unpack, self._classes)

    def _fill(self, size: int, deadline: float) -> None:
        """Read until `size` bytes of the frame are here, and not a byte of the next one."""
        while (missing := size - len(self._frame)) > 0:
            if monotonic() > deadline:
                raise TimeoutError("the message is not complete")
            try:
                chunk = self._sock.recv(min(missing, _CHUNK))
            except ConnectionError as error:
                raise EOFError("the other side is gone") from error
            if not chunk:
                raise EOFError("the other side is gone")
            self._frame += chunk


def encode(message: object, pack: Pack, classes: Classes) -> bytes:
    """The frame of a message; raises FormatError if it cannot be sent."""
    encoder = Encoder(KINDS, pack, classes)
    try:
        header = _to_json(encoder.node(message)).encode("ascii")
    except FormatError:
        raise
    except Exception as error:  # too deep a stack, no memory, a dict that changes, an odd tensor
        raise FormatError(f"the message cannot be sent ({type(error).__name__})") from error
    if _items(header) > limits.MAX_ITEMS:
        raise FormatError("the message has too many parts")
    body = sum(map(len, encoder.body))
    prefix = _PREFIX.pack(_MARK, len(header), body)
    if len(prefix) + len(header) + body > limits.MAX_FRAME:
        raise FormatError("the message is too large")
    return b"".join([prefix, header, *encoder.body])


def decode(frame: bytearray, body: int, unpack: Unpack, classes: Classes) -> Any:
    """The message of a whole frame whose body starts at byte ``body``; raises FormatError."""
    header = frame[_PREFIX.size : body]
    if _items(header) > limits.MAX_ITEMS:
        raise FormatError("the message has too many parts")
    decoder = Decoder(KINDS, memoryview(frame)[body:], unpack, classes)
    try:
        message = decoder.node(_from_json(header.decode("ascii")))
    except FormatError:
        raise
    except Exception as error:  # whatever Python or a library refuses to build a value from
        raise FormatError(f"this is not a message ({type(error).__name__})") from error
    if decoder.left:
        raise FormatError("the body is longer than the header says")
    return message


def _items(header: bytes | bytearray) -> int:
    """How many elements the arrays of a header have at most: known before it is parsed."""
    return header.count(b",") + header.count(b"[")
