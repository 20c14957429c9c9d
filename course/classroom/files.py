"""Files that people asked for: written as a whole, or left as they were."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from course.grading.problem import Problem


def target(path: Path) -> Path:
    """Where writing to ``path`` leads.

    Raises:
        Problem: nothing can be written there.
    """
    place = path.resolve()
    if place.exists() and not place.is_file():
        raise Problem(f"cannot write {path}: it is there, and no file; name a file.")
    if not place.parent.is_dir():
        raise Problem(f"cannot write {path}: there is no folder {place.parent}.")
    if place.exists() and not os.access(place, os.W_OK):
        raise Problem(f"cannot write {path}: Permission denied.")
    return place


def write(path: Path, text: Iterable[str]) -> None:
    """Put the pieces of ``text`` in the file ``path``, in place of what it held.

    Raises:
        Problem: it cannot be written; what was there is as it was.
    """
    place = target(path)
    unfinished = place.with_name(f"{place.name}.part")
    try:
        try:
            with open(unfinished, "w", encoding="utf-8", newline="") as file:
                file.writelines(text)
                file.flush()
                os.fsync(file.fileno())  # a full disk may say so only now
            os.replace(unfinished, place)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise Problem(f"cannot write {path}: {error.strerror or error}.") from None


def copy_once(file: Path, to: Path) -> None:
    """Copy ``file`` as a whole; what lies there already stays as it is."""
    if not to.exists():
        unfinished = to.with_name(f"{to.name}.part")
        shutil.copy(file, unfinished)
        unfinished.replace(to)
