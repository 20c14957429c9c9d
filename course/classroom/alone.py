"""One `course grade` at a time in a course folder."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from course.grading.problem import Problem

try:
    import fcntl
except ImportError:  # Windows, where a second one stops at the gradebook's own lock
    fcntl = None  # type: ignore[assignment]


@contextlib.contextmanager
def in_folder(folder: Path) -> Iterator[None]:
    """Keep other commands out of ``folder`` until the end of the ``with`` block.

    The folder itself is locked, so that no file is left behind; the system releases it when the
    process ends, however it does.

    Raises:
        Problem: another one is in it.
    """
    if fcntl is None:
        yield
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Problem(
                "another `course grade` is running in this folder; wait for its end, then run it again."
            ) from None
        yield
    finally:
        os.close(opened)
