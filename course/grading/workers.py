"""Where submissions are executed: threads that watch processes of their own."""

import atexit
import contextlib
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Executor as Pool
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from course.grading import plain
from course.grading.execute import Executor, WarmProcess, WorkerDiedError
from course.grading.job import Executed, Job
from course.grading.problem import Problem


@dataclass(frozen=True)
class Settings:
    """How to execute submissions, the same for all of a course.

    Attributes:
        imports: import statements to run beforehand, in candidates and in examiners.
        sandboxed: whether students' code is confined.
        accelerator: whether it may use a CUDA device.
        hidden: folders that it does not see, wherever they lie.
    """

    imports: tuple[str, str] = ("", "")
    sandboxed: bool = True
    accelerator: bool = False
    hidden: tuple[str, ...] = ()


def execute(settings: Settings, job: Job) -> Executed | None:
    """Execute one submission in this process's own warm processes; twice if one of them dies.

    Returns:
        None if it took longer than its `patience`.

    Raises:
        WorkerDiedError: it died both times.
        Problem: there is no sandbox to be had.
    """
    if sys.platform != "linux" and not settings.sandboxed:
        return plain.execute(job)
    try:
        return _executor(settings).execute(job)
    except WorkerDiedError:
        return _executor(settings).execute(job)


def begin(settings: Settings) -> None:
    """Start processes that a course may want, while its settings are read.

    What they import, and what it takes to start them, does not matter yet: if the course wants others,
    these end with the next `close`.

    Args:
        settings: as they will be, but for the imports.
    """
    if sys.platform == "linux":
        with _LOCK, contextlib.suppress(Problem, OSError):  # `start` tells it
            for process in (
                WarmProcess("examiner"),
                WarmProcess("candidate", settings.sandboxed, settings.accelerator, settings.hidden),
            ):
                process.start()
                _BEGUN.append(process)


def start(settings: Settings) -> None:
    """Start this process's own warm processes, which are then ready when the first submission is.

    Raises:
        Problem: there is no sandbox to be had.
    """
    if sys.platform == "linux" or settings.sandboxed:
        _executor(settings)


@contextlib.contextmanager
def pool(jobs: int) -> Iterator[Pool]:
    """Somewhere to submit calls of `execute`: ``jobs`` threads.

    An exception in the ``with`` block, such as Ctrl-C, ends what is running.
    """
    try:
        with ThreadPoolExecutor(jobs) as threads:
            try:
                yield threads
            except BaseException:
                _STOPPED.set()
                close()
                raise
    finally:
        _STOPPED.clear()


@atexit.register
def close() -> None:
    """End the warm processes of this process."""
    with _LOCK:
        for executor in _EXECUTORS.values():
            executor.close()
        for process in _BEGUN:
            process.close()
        _EXECUTORS.clear()
        _BEGUN.clear()


_LOCK = threading.Lock()
_STOPPED = threading.Event()
_EXECUTORS: dict[Settings, Executor] = {}
"""The warm processes that belong to this process, at most one pair; they outlive a call of ours,
since nbgrader makes a new preprocessor for every notebook."""
_BEGUN: list[WarmProcess] = []
"""Those that are not told yet what to import."""


def _executor(settings: Settings) -> Executor:
    with _LOCK:
        if _STOPPED.is_set():
            raise WorkerDiedError("grading was stopped")
        if settings not in _EXECUTORS:
            for executor in _EXECUTORS.values():
                executor.close()
            _EXECUTORS.clear()
            _EXECUTORS[settings] = Executor(
                settings.imports,
                settings.sandboxed,
                settings.accelerator,
                settings.hidden,
                _BEGUN,
            )
        return _EXECUTORS[settings]
