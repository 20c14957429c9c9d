"""What a student handed in is read, and shown, in a process of its own with limits on memory and time.

What such a text costs beyond what was thought of, it costs that process. Bytes come back.
"""

import atexit
import os
import sys
import threading
from collections.abc import Callable
from multiprocessing import Pipe

from course.grading.execute import WarmProcess, kill
from course.grading.problem import Problem

MEMORY = 1 << 30
"""Bytes."""
PATIENCE = 10
"""Seconds that a call may take on a busy machine, for each second of processor time that it has."""
MOST_BYTES = 64 << 20
"""Of an answer."""

_LOCK = threading.Lock()
_WARM: dict[str, WarmProcess] = {}
"""The warm processes that belong to this process, by what they have imported; they end when idle."""


class LimitedError(Exception):
    """A call came to no end within its limits, or to a wrong one."""


def call(imports: str, seconds: int, function: Callable[..., bytes], *arguments: object) -> bytes:
    """``function(*arguments)``, called in a fork of a warm process.

    Where there are no such processes it is called here, without limits.

    Args:
        imports: import statements that the warm process runs beforehand, one a line.
        seconds: of processor time that the call may take.

    Raises:
        Problem: the function raised it.
        LimitedError: it raised anything else, or took too long or too much memory.
        WorkerDiedError: there is no warm process to be had.
    """
    if sys.platform != "linux":
        return function(*arguments)
    warm = _warm(imports)
    connection, theirs = Pipe()
    with connection:
        with theirs:
            fork = warm.fork({"memory": MEMORY, "seconds": seconds}, [theirs.fileno()])
        try:
            connection.send((function, arguments))
            answer = b""
            if connection.poll(seconds * PATIENCE):
                answer = connection.recv_bytes(MOST_BYTES)
        except (EOFError, OSError):
            answer = b""
        finally:
            kill(fork)
            os.close(fork)
    kind, content = answer[:1], answer[1:]
    if kind == b"-":
        raise Problem(content.decode())
    if kind != b"+":
        reason = (
            content.decode() or f"it took more than {seconds} s, or {MEMORY >> 30} GB of memory"
        )
        raise LimitedError(reason)
    return content


def start(imports: str) -> None:
    """Let a warm process import, so that it is ready when it is first needed."""
    if sys.platform == "linux":
        _warm(imports)


def _warm(imports: str) -> WarmProcess:
    with _LOCK:
        if imports not in _WARM:
            _WARM[imports] = WarmProcess("limited")
            _WARM[imports].warm_up(imports)
        return _WARM[imports]


@atexit.register
def close() -> None:
    """End the warm processes of this process."""
    with _LOCK:
        for warm in _WARM.values():
            warm.close()
        _WARM.clear()
