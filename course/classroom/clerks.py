"""Clerks: processes that each prepare or mark one submission, see `course.classroom.clerk`."""

import contextlib
import pickle
import shutil
import sys
import tempfile
import threading
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from course.classroom import CLERK, clerk
from course.classroom.clerk import Marked, Place
from course.classroom.course import Course, Prepared
from course.grading import limited
from course.grading.execute import WarmProcess, WorkerDiedError
from course.grading.job import Executed

FEW = 4
"""Submissions."""

_ONE_AT_A_TIME = threading.Lock()


class Clerks:
    """Calls what a clerk does in a process of its own: a fork of one that has opened the course.

    Where there are no such processes it is called here, one call after the other.
    """

    def __init__(self, place: Place, warm: WarmProcess | None) -> None:
        self.place = place
        self.warm = warm
        self.closed = False

    def prepare(self, student: str, assignment: str, force: bool) -> tuple[Prepared, bool]:
        """As `clerk.prepare`.

        Raises:
            Problem: as of `clerk.prepare`.
            WorkerDiedError: the process ended.
            LimitedError: it stopped with anything else.
        """
        return self._call("prepare", student, assignment, force)

    def mark(
        self,
        student: str,
        assignment: str,
        prepared: Prepared,
        executed: Mapping[str, Executed | str],
    ) -> Marked:
        """As `clerk.mark`, and raises what `prepare` does."""
        return self._call("mark", student, assignment, prepared, executed)

    def close(self) -> None:
        """End whatever clerks are at."""
        self.closed = True
        if self.warm is not None:
            self.warm.close()

    def _call(self, name: str, *arguments: object) -> Any:
        if self.closed:  # else they would be started again
            raise WorkerDiedError("grading was stopped")
        if self.warm is None:
            with _ONE_AT_A_TIME:
                return getattr(clerk, name)(self.place, *arguments)
        return pickle.loads(limited.ask(self.warm, {}, _called, name, self.place, *arguments))


def _called(name: str, *arguments: object) -> bytes:
    return pickle.dumps(getattr(clerk, name)(*arguments))


def rehearsed(pairs: Collection[tuple[str, str]]) -> str:
    """The assignment that is worth to be rehearsed for the submissions ``pairs``; '' for a few."""
    return min(name for _, name in pairs) if len(pairs) > FEW else ""


@contextlib.contextmanager
def of(course: Course, assignment: str) -> Iterator[Clerks]:
    """Clerks for ``course``, to use in a ``with``; after it, what they were at is gone.

    Args:
        assignment: what they rehearse; '' for nothing.
    """
    with tempfile.TemporaryDirectory(prefix="downhill-") as gradebooks:
        place = Place(str(course.folder), gradebooks)
        office = Clerks(place, _warm(place, assignment) if sys.platform == "linux" else None)
        try:
            yield office
        finally:
            office.close()
            unfinished = Path(course.directory.format_path(course.unfinished, "", ""))
            if unfinished.name == Path(course.unfinished).name:
                shutil.rmtree(unfinished, ignore_errors=True)


def _warm(place: Place, assignment: str) -> WarmProcess:
    warm = limited.taken(CLERK)
    opening = f"{CLERK}\nplace = clerk.{place!r}\nclerk.desk(place)"
    if assignment:
        opening += f"\nclerk.rehearse(place, {assignment!r})"
    warm.also(opening)
    return warm
