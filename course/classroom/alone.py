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
    process ends, however it does. NFS locks only what is open for writing, as no folder can be: there
    it is the course's settings, in which nothing is changed. Where neither can be locked, nobody is
    kept out, and what two write at once the gradebook keeps apart.

    Raises:
        Problem: another one is in it.
    """
    with contextlib.ExitStack() as opened:
        for path, how in ((folder, os.O_RDONLY), (folder / "nbgrader_config.py", os.O_RDWR)):
            if fcntl is not None and _locked(path, how, opened):
                break
        yield


def _locked(path: Path, how: int, opened: contextlib.ExitStack) -> bool:
    """Lock ``path`` until ``opened`` is closed; whether that can be had here."""
    try:
        file = os.open(path, how)
        opened.callback(os.close, file)
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Problem(
            "another `course grade` is running in this folder; wait for its end, then run it again."
        ) from None
    except OSError:
        return False
    return True
