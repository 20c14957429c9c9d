"""What a clerk does with one submission: reads and prepares it, and has nbgrader mark what was executed.

nbgrader's own steps write there as they always do, but in a gradebook of the clerk's own, which holds
what is handed out and this one submission, and in a folder beside the graded ones. What they wrote is
what has to be entered in the course's gradebook: see `course.classroom.rows`.
"""

import contextlib
import functools
import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbgrader.api
from nbformat.notebooknode import NotebookNode
from sqlalchemy import event

from course.classroom import by_hand, rows
from course.classroom.course import Course, Prepared
from course.classroom.rows import Rows
from course.grading import handed_in, limited, waiting
from course.grading.job import Executed
from course.plugins import found
from course.plugins.execute import not_decided, not_graded, signed, why_look, why_not_graded

TEMPLATE = "gradebook.db"
"""The gradebook that holds what is handed out, and of which each submission has a copy."""


@dataclass(frozen=True)
class Place:
    """Where the clerks of one run work.

    Attributes:
        course: the course folder.
        gradebooks: a folder for gradebooks of their own.
    """

    course: str
    gradebooks: str


@dataclass(frozen=True)
class Marked:
    """What came of marking a submission.

    Attributes:
        before, after: its rows in the gradebook, as they were and as they are to be.
        reason, look, markable, log: as of `course.classroom.grade.Graded`.
    """

    before: Rows
    after: Rows
    reason: str
    look: str
    markable: tuple[str, ...]
    log: str


@dataclass(frozen=True)
class Desk:
    """The course as everybody sees it, and as a clerk does."""

    course: Course
    own: Course


@functools.lru_cache(maxsize=1)
def desk(place: Place) -> Desk:
    """Open the course in ``place``; what comes of it serves one submission after the other.

    Raises:
        Problem: as of `open_course`; or its gradebook cannot be read.
    """
    course = Course(Path(place.course))
    template = Path(place.gradebooks, TEMPLATE)
    own = course.altered(db_url=f"sqlite:///{template}", autograded_directory=course.unfinished)
    with course.gradebook() as gradebook:
        handed_out = rows.structure(gradebook.db)
    engine = nbgrader.api.create_engine(own.url, echo=False, future=True)
    nbgrader.api.Base.metadata.create_all(engine)  # else nbgrader starts alembic to ask its version
    with own.gradebook() as gradebook:
        rows.enter_structure(gradebook.db, handed_out)

    @event.listens_for(engine, "do_connect")
    def of_this_process(_dialect: Any, _record: Any, arguments: list[Any], named: Any) -> Any:
        """Connect to the copy of this process; it lasts as long as one submission, and no longer."""
        copy = _copy(template)
        connection = sqlite3.connect(copy if copy.exists() else template, **named)
        connection.execute("PRAGMA synchronous = OFF")
        return connection

    limited.fork_here(handed_in.READING)
    return Desk(course, own)


def rehearse(place: Place, assignment: str) -> None:
    """Prepare and mark the blank ``assignment``: what is slow the first time is then done."""
    at, student = desk(place), "rehearsal"
    course = at.own.altered(
        submitted_directory=f"{place.gradebooks}/submitted",
        autograded_directory=f"{place.gradebooks}/autograded",
    )
    release = course.directory.format_path(course.directory.release_directory, ".", assignment)
    with contextlib.suppress(Exception):  # then it is slow later
        shutil.copytree(release, found.folder(course.directory, student, assignment))
        with _copied(place):
            jobs = course.prepare(student, assignment).jobs
            course.grade(
                student, assignment, {n: signed(job.notebook, job) for n, job in jobs.items()}
            )


def prepare(place: Place, student: str, assignment: str, force: bool) -> tuple[Prepared, bool]:
    """What executing a submission takes, and whether it has been graded just so before.

    Args:
        force: it is to be graded, whether or not it has been.

    Raises:
        Problem: as of `Course.prepare`.
    """
    handed_in.check_name(student)
    with _at(place, student, assignment) as (own, graded, _):
        prepared = own.prepare(student, assignment)
        return prepared, not force and own.is_graded(student, assignment, prepared, graded)


def mark(
    place: Place,
    student: str,
    assignment: str,
    prepared: Prepared,
    executed: Mapping[str, Executed | str],
) -> Marked:
    """Mark a submission.

    Args:
        executed: what came of each of its jobs, or why nothing did.
    """
    read = read_executed(prepared, executed)
    with _at(place, student, assignment) as (own, graded, before):
        with by_hand.settled(own, student, assignment, graded):
            outcome = own.grade(student, assignment, read.notebooks)
        look = "; ".join(filter(None, read.looks))
        given = own.mark(student, assignment) if look else None
        if given and not given.waiting:  # a person has looked at just this before
            look = ""
        with own.gradebook() as gradebook:
            after = rows.read(gradebook.db, [(student, assignment)])[student, assignment]
    reason = outcome.reason or read.reason
    return Marked(before, after, reason, look, tuple(read.markable), outcome.log)


@dataclass(frozen=True)
class Read:
    """What stands in executed notebooks, by name; and sentences, as of `Marked`."""

    notebooks: dict[str, NotebookNode]
    reasons: list[str]
    looks: list[str]
    markable: list[str]

    @property
    def reason(self) -> str:
        """All reasons."""
        return "; ".join(filter(None, self.reasons))


def read_executed(prepared: Prepared, executed: Mapping[str, Executed | str]) -> Read:
    """Read what came of each job of a submission, or why nothing did."""
    read = Read({}, [prepared.reason], [], [])
    for name, job in prepared.jobs.items():
        came = executed[name]
        if isinstance(came, str):
            reason = f"could not be run, a person has to look at it: {came}"
            read.reasons.append(prepared.told(name, reason))
            read.notebooks[name] = not_graded(job, came)
            continue
        read.notebooks[name] = notebook = signed(came.notebook, job)
        read.looks.append(prepared.told(name, why_look(notebook)))
        read.reasons.append(prepared.told(name, why_not_graded(notebook)))
        waits = not_decided(notebook).items()
        read.markable.extend(test for test, why in waits if waiting.may_be_marked(why))
    return read


@contextlib.contextmanager
def _at(
    place: Place, student: str, assignment: str
) -> Iterator[tuple[Course, dict[str, Path], Rows]]:
    """A desk for one submission: the course as the clerk sees it, what was graded before, and the rows."""
    at = desk(place)
    with at.course.gradebook() as gradebook:
        before = rows.read(gradebook.db, [(student, assignment)])[student, assignment]
    with _copied(place):
        with at.own.gradebook() as gradebook:
            rows.enter(gradebook.db, before)
        yield at.own, at.course.graded(student, assignment), before


@contextlib.contextmanager
def _copied(place: Place) -> Iterator[None]:
    """A gradebook for this process alone."""
    template = Path(place.gradebooks, TEMPLATE)
    copy = _copy(template)
    shutil.copyfile(template, copy)
    try:
        yield
    finally:
        copy.unlink()


def _copy(template: Path) -> Path:
    return template.with_name(f"{os.getpid()}.db")
