"""Execute submissions: two warm processes, and for each notebook a fork of each."""

import contextlib
import dataclasses
import itertools
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

import course
from course.grading import beside, warm
from course.grading.folder import TEMPORARY
from course.grading.job import BESIDE, BOTH, Executed, Job
from course.grading.sandbox import command, confine, usage
from course.grading.second import settled

MEMORY = 3 << 30
"""Bytes that a candidate and all that it starts may use."""

LATE = 30.0
"""Seconds that an examiner has beyond the limit of its notebook."""

POLL = 0.05
"""Seconds between two looks at a candidate's memory."""

PACKAGE = Path(course.__file__).parent
READABLE = [PACKAGE / part for part in ("__init__.py", *beside.BESIDE)]
"""All of the course that is in the sandbox."""


class WorkerDiedError(Exception):
    """A process of ours ended before the notebook was executed, which is no student's fault."""


class Process(Protocol):
    """What of `subprocess.Popen` is asked of a process."""

    pid: int

    def poll(self) -> int | None: ...

    def wait(self) -> int | None: ...

    def kill(self) -> None: ...


class WarmProcess:
    """A process that forks others; started when first needed, and again when it has ended.

    Args:
        role: "candidate", "examiner" or "limited".
        hidden: folders that are not in its sandbox, wherever they lie.

    Attributes:
        kind: what it was made with.
        told: what it is to import, and whether to leave it an accelerator; None if it is not known yet.
    """

    def __init__(
        self,
        role: str,
        sandboxed: bool = False,
        accelerator: bool = False,
        hidden: tuple[str, ...] = (),
    ) -> None:
        self.kind = role, sandboxed, accelerator, hidden
        self.told: warm.Message | None = None
        self.lock = threading.Lock()
        self.process: Process | None = None
        self.control: socket.socket  # of the process, when there is one

    def start(self) -> None:
        """Start it, if it does not run; it is ready when `fork` returns."""
        with self.lock:
            if self.process is None:
                self._start()

    def warm_up(self, imports: str, accelerator: bool = False) -> None:
        """Start it, and let it import; to be said once, before `fork`.

        Args:
            imports: import statements that it runs beforehand, one a line.
            accelerator: whether it may use one.
        """
        self.start()
        with self.lock, contextlib.suppress(OSError):  # if it has ended, the next one is told
            self.told = {"imports": imports, "accelerator": accelerator}
            warm.send(self.control, self.told)

    def also(self, imports: str) -> None:
        """Let it import more, before the forks that are asked for after that."""
        with self.lock, contextlib.suppress(OSError):  # if it has ended, the next one is told
            assert self.told is not None
            self.told = self.told | {"imports": f"{self.told['imports']}\n{imports}"}
            warm.send(self.control, {"imports": imports})

    def _start(self) -> None:
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.complaints = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the process is
        with theirs:
            self.process = self.launched(theirs)
        if self.told is not None:
            warm.send(self.control, self.told)

    def launched(self, control: socket.socket) -> Process:
        """A new process that listens to ``control``."""
        role, sandboxed, accelerator, hidden = self.kind
        argv = [sys.executable, "-I", "-m", "course.grading.warm"]
        argv += [str(control.fileno()), role, *["--sandboxed"] * sandboxed]
        if sandboxed:
            readable = [Path(sys.prefix), Path(sys.base_prefix), *READABLE]
            unseen = [*map(Path, hidden), PACKAGE]
            argv = command.in_bubblewrap(argv, readable, unseen, accelerator)
        return subprocess.Popen(
            argv,
            pass_fds=[control.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=self.complaints,
            stderr=self.complaints,
            start_new_session=True,  # Ctrl-C is for the grader alone
        )

    def fork(self, request: warm.Message, descriptors: list[int]) -> int:
        """A pidfd of a new fork, which gets ``descriptors``.

        Raises:
            WorkerDiedError: the process ended.
        """
        with self.lock:
            try:
                if self.process is None or self.process.poll() is not None:  # it was idle
                    self._close()
                    self._start()
                warm.send(self.control, request, descriptors)
                answer, received = warm.receive(self.control)
                while answer and "ready" in answer:
                    answer, received = warm.receive(self.control)
            except OSError:
                answer = None
            if answer is None:
                last_words = self._last_words()
                self._close()
                raise WorkerDiedError(f"the warm process ended. {last_words}")
            return received[0]

    def close(self) -> None:
        """End the process and all its forks."""
        with self.lock:
            self._close()

    def _close(self) -> None:
        if self.process is not None:
            self.control.close()
            self.process.kill()
            self.process.wait()
            self.complaints.close()
            self.process = None

    def _last_words(self) -> str:
        self.complaints.seek(0)
        lines = self.complaints.read().decode(errors="replace").split("\n")
        return next((line for line in reversed(lines) if line.strip()), "")


class Executor:
    """Executes submissions, several at once when called from several threads.

    Args:
        imports: import statements to run beforehand in candidates and in examiners.
        sandboxed: whether students' code is confined.
        accelerator: whether it may use one.
        hidden: folders, such as the course's, that candidates do not see, wherever they lie.
        begun: processes that have been started and not been told what to import; those that it can
            use are taken out.

    Raises:
        Problem: there is no sandbox to be had.
    """

    def __init__(
        self,
        imports: tuple[str, str],
        sandboxed: bool = True,
        accelerator: bool = False,
        hidden: tuple[str, ...] = (),
        begun: list[WarmProcess] | None = None,
    ) -> None:
        if sandboxed:
            command.probe()
        self.slots = itertools.count(secrets.randbelow(confine.SLOTS))
        begun = [] if begun is None else begun
        self.candidates = _taken(WarmProcess("candidate", sandboxed, accelerator, hidden), begun)
        self.examiners = _taken(WarmProcess("examiner"), begun)
        self.candidates.warm_up(imports[0], accelerator)
        self.examiners.warm_up(imports[1], accelerator)

    def execute(self, job: Job) -> Executed | None:
        """Execute one submission; None if that took longer than its `patience`.

        Raises:
            WorkerDiedError: a process of ours ended; trying once more may help.
        """
        first = self._run(job)
        if first is None or job.way != BOTH or not {*first.unsure, *job.beside}:
            return first
        second = self._run(dataclasses.replace(job, way=BESIDE))
        return second and settled(job, first, second)

    def _run(self, job: Job) -> Executed | None:
        """Execute a submission once."""
        connection, grader = Pipe()
        channel = [end.detach() for end in socket.socketpair()]
        stdout, stderr, ended = os.pipe(), os.pipe(), os.pipe()
        lent = [*channel, *stdout, *stderr, *ended]
        forks = []
        with connection, tempfile.TemporaryDirectory(prefix="downhill-") as folder:
            try:
                with grader:
                    slot = next(self.slots) % confine.SLOTS
                    for side in ("candidate", "examiner", "given", TEMPORARY):
                        Path(folder, side).mkdir()
                    theirs = str(Path(folder, "candidate"))
                    request = {"slot": slot, "folder": theirs, "tell": True}
                    candidate = [channel[0], stdout[1], stderr[1], ended[1]]
                    forks.append(self.candidates.fork(request, candidate))
                    examiner = [channel[1], *forks, stdout[0], stderr[0], ended[0], grader.fileno()]
                    forks.append(self.examiners.fork({"folder": folder}, examiner))
                    for descriptor in lent:
                        os.close(descriptor)
                    lent = []
                connection.send(job)
                return _watched(connection, forks[0], job.notebook_seconds + LATE, job.patience)
            except (OSError, EOFError) as error:
                raise WorkerDiedError(f"the examiner's process ended ({error})") from None
            finally:
                for fork in forks:
                    kill(fork)
                for descriptor in (*lent, *forks):
                    os.close(descriptor)

    def close(self) -> None:
        """End both warm processes."""
        self.candidates.close()
        self.examiners.close()


def _taken(wanted: WarmProcess, begun: list[WarmProcess]) -> WarmProcess:
    """One of ``begun`` that is as ``wanted``, taken out; else ``wanted`` itself."""
    fitting = [process for process in begun if process.kind == wanted.kind]
    for process in fitting[:1]:
        begun.remove(process)
    return next(iter(fitting), wanted)


def _watched(
    connection: Connection, candidate: int, seconds: float, patience: float | None
) -> Executed | None:
    """What the examiner sends, while the candidate keeps to its memory; None after ``patience``."""
    start = time.monotonic()
    memory = 0
    while not connection.poll(POLL):
        used = 0
        with contextlib.suppress(ProcessLookupError):  # it has ended, the examiner not yet
            pid = usage.pid_of(candidate)
            used = usage.memory_used(pid)
            usage.keep_to_one_core(pid)
        memory = max(memory, used)
        if used > MEMORY:
            connection.send(f"more than {MEMORY >> 30} GB of memory were used")
            kill(candidate)
        passed = time.monotonic() - start
        if patience is not None and passed > patience:
            return None
        if passed > seconds:
            raise WorkerDiedError("a test was still running long after the time limit")
    if killed := connection.recv_bytes().decode():
        raise WorkerDiedError(killed)
    notebook, unsure = connection.recv_bytes().decode(), json.loads(connection.recv_bytes())
    return Executed(notebook, memory, tuple(unsure))


def kill(process: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        signal.pidfd_send_signal(process, signal.SIGKILL)
