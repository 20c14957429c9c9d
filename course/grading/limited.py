"""What a student handed in is read, and shown, in a process of its own with limits on memory and time.

What such a text costs beyond what was thought of, it costs that process. Bytes come back.
"""

import atexit
import contextlib
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from multiprocessing import Pipe

from course.grading import warm
from course.grading.execute import Process, WarmProcess, WorkerDiedError, kill
from course.grading.problem import Problem

MEMORY = 1 << 30
"""Bytes."""
PATIENCE = 10
"""Seconds that a call may take on a busy machine, for each second of processor time that it has."""
MOST_BYTES = 64 << 20
"""Of an answer."""

_LOCK = threading.Lock()
_WARM: dict[str, "WarmProcess | ThisProcess"] = {}
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
    return ask(_warm(imports), {"memory": MEMORY, "seconds": seconds}, function, *arguments)


def ask(
    process: "WarmProcess | ThisProcess",
    limits: dict[str, int],
    function: Callable[..., bytes],
    *arguments: object,
) -> bytes:
    """``function(*arguments)``, called in a fork of ``process``.

    Args:
        limits: "memory" in bytes, and "seconds" of processor time; without them it has none.

    Raises:
        Problem, LimitedError, WorkerDiedError: as of `call`; the last also if a fork without limits ends.
    """
    connection, theirs = Pipe()
    with connection:
        with theirs:
            fork = process.fork(limits, [theirs.fileno()])
        try:
            connection.send((function, arguments))
            answer = b""
            if connection.poll(limits["seconds"] * PATIENCE if limits else None):
                answer = connection.recv_bytes(MOST_BYTES if limits else None)
        except (EOFError, OSError):
            answer = b""
        finally:
            kill(fork)
            with contextlib.suppress(ChildProcessError):  # unless it is a fork of this process
                os.waitid(os.P_PIDFD, fork, os.WEXITED)
            os.close(fork)
    kind, content = answer[:1], answer[1:]
    if kind == b"-":
        raise Problem(content.decode())
    if kind != b"+":
        if not content and not limits:
            raise WorkerDiedError("the process ended")
        most = f"{limits['seconds']} s, or {limits['memory'] >> 30} GB of memory" if limits else ""
        raise LimitedError(content.decode() or f"it took more than {most}")
    return content


class ThisProcess:
    """Forks this process itself, which is as good where it has one thread and imported what is needed."""

    def __init__(self, imports: str) -> None:
        self.run = warm.limited(imports)

    def fork(self, request: warm.Message, descriptors: list[int]) -> int:
        """A pidfd of a new fork, which gets ``descriptors``."""
        pid = os.fork()
        if pid == 0:
            warm.become(self.run, request, descriptors)
        return os.pidfd_open(pid)

    def close(self) -> None:
        """There is nothing to end."""


class Forked(WarmProcess):
    """A warm process that is at first a fork of this one, and has what this one has imported.

    It is to be started before this process has threads. If it ends, another one starts anew.
    """

    has_forked = False

    def launched(self, control: socket.socket) -> Process:
        """A new process that listens to ``control``; the first one is a fork."""
        if self.has_forked:
            return super().launched(control)
        self.has_forked = True
        pid = os.fork()
        if pid == 0:
            warm.take_role_here(control, self.complaints.fileno())
        return Child(pid)


class Child:
    """Is for a fork of this process what `subprocess.Popen` is for a program."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """How it ended; None if it did not."""
        return self._waited(os.WNOHANG)

    def wait(self) -> int | None:
        """How it ended, once it has."""
        return self._waited(0)

    def kill(self) -> None:
        """End it."""
        if self.poll() is None:
            os.kill(self.pid, signal.SIGKILL)

    def _waited(self, how: int) -> int | None:
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, how)
            self.returncode = os.waitstatus_to_exitcode(status) if pid else None
        return self.returncode


def fork_here(imports: str) -> None:
    """From now on, what is called with these ``imports`` is called in forks of this process."""
    if sys.platform == "linux":
        with _LOCK:
            _WARM[imports] = ThisProcess(imports)


def start(imports: str) -> None:
    """Let a fork of this process, which has no threads yet, be warm when it is first needed."""
    if sys.platform == "linux":
        process = Forked("limited")
        process.warm_up(imports)
        with _LOCK:
            _WARM[imports] = process


def taken(imports: str) -> WarmProcess:
    """The process of these ``imports``, which is the caller's from now on; started if it was not."""
    with _LOCK:
        process = _WARM.pop(imports, None)
    if isinstance(process, WarmProcess):
        return process
    process = WarmProcess("limited")
    process.warm_up(imports)
    return process


def _warm(imports: str) -> "WarmProcess | ThisProcess":
    with _LOCK:
        if imports not in _WARM:
            _WARM[imports] = process = WarmProcess("limited")
            process.warm_up(imports)
        return _WARM[imports]


@atexit.register
def close() -> None:
    """End the warm processes of this process."""
    with _LOCK:
        for process in _WARM.values():
            process.close()
        _WARM.clear()
