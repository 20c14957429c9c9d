"""Which submissions were graded before and lie there as they did then.

A clerk can tell for certain, by reading all of a submission. What is kept here spares that: how its
files looked from outside, names, sizes and times, when it was read. Where anything differs, or the file
of these notes is gone, the clerk is asked.
"""

import contextlib
import hashlib
import itertools
import json
import math
import os
import stat
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from course.classroom import files, rows
from course.classroom.course import Course
from course.grading import job, secret
from course.plugins import found

FILE = ".graded.json"
"""In the course folder."""
MOST_LOOKED_AT = 2_000
"""Files and folders of a submission; of one that has more, nothing is noted."""
SETTLED = 2_000_000_000
"""Nanoseconds after which nothing that is changed has the time of the change before."""


@dataclass
class Notes:
    """What is noted of submissions.

    Attributes:
        course: by assignment, what else their marks depend on.
        marked: the submissions that have marks.
        noted: by student and assignment: the course, the submission and the graded notebooks as they
            looked, and what a person should know of it.
    """

    course: dict[str, str]
    marked: set[rows.Pair]
    noted: dict[rows.Pair, tuple[str, str, str, str]] = field(default_factory=dict)

    def told(self, pair: rows.Pair, submitted: str, graded: str) -> str | None:
        """What a person should know of a submission that looks as noted; None if it does not."""
        of_course, as_submitted, as_graded, note = self.noted.get(pair, ("", "", "", ""))
        same = (of_course, as_submitted, as_graded) == (self.course[pair[1]], submitted, graded)
        return note if same and submitted and graded and pair in self.marked else None

    def note(self, pair: rows.Pair, submitted: str, graded: str, note: str) -> None:
        """Note how a submission looked that was graded."""
        self.noted[pair] = self.course[pair[1]], submitted, graded, note


def read(course: Course, assignments: Iterable[str]) -> Notes:
    """What was noted of the submissions in ``course``.

    Raises:
        Problem: the gradebook's database or the course's secret cannot be used.
    """
    with course.gradebook() as gradebook:
        handed_out = rows.structure(gradebook.db)
        columns = rows.SUBMISSION.c.student_id, rows.ASSIGNMENT.c.name
        marked = {
            tuple(row) for row in gradebook.db.execute(select(*columns).join(rows.ASSIGNMENT))
        }
    settings = (course.url, course.config.ExecuteApart, course.config.CourseDirectory)
    root = Path(course.directory.root)
    common = [handed_out, job.software(), secret.of_course(root).hex(), *map(str, settings)]
    notes = Notes({name: _digest(*common, _content(course, name)) for name in assignments}, marked)
    try:
        kept = json.loads((root / FILE).read_text(encoding="utf-8"))
        notes.noted = {(student, name): tuple(row) for student, name, *row in kept if len(row) == 4}
    except (OSError, ValueError, TypeError):
        pass  # there is none, or none that can be read: all is looked at
    return notes


def write(course: Course, notes: Notes) -> None:
    """Keep what is noted for the next time."""
    kept = [[*pair, *row] for pair, row in notes.noted.items()]
    files.write(Path(course.directory.root, FILE), [json.dumps(kept)])


def submitted(course: Course, pairs: Iterable[rows.Pair]) -> dict[rows.Pair, str]:
    """How all looks from outside that may be a part of each submission; '' if that cannot be told.

    What was changed just now may be changed once more and look the same. What lies in the folders of other
    assignments does not matter.
    """
    own, others = found.are_apart(course.directory), course.assignments()
    looks = {}
    for pair in pairs:
        place = course.directory.format_path(course.directory.submitted_directory, *pair)
        paths = [place]
        if not own:
            above, name = os.path.split(place)
            with contextlib.suppress(OSError):
                beside = (
                    other for other in os.listdir(above) if other not in others or other == name
                )
                paths = [os.path.join(above, each) for each in sorted(beside)]
        looks[pair] = _looks(paths, before=time.time_ns() - SETTLED)
    return looks


def graded(course: Course, student: str, assignment: str) -> str:
    """How the graded notebooks of a submission look from outside; '' if there are none."""
    step = course.directory.autograded_directory
    return _looks([course.directory.format_path(step, student, assignment)])


def _looks(paths: list[str], before: float = math.inf) -> str:
    """How files and folders look; '' if they are none or too many, or one was changed not ``before``."""
    seen = []
    try:
        for path, status in itertools.islice(_all(paths), MOST_LOOKED_AT + 1):
            times = status.st_mtime_ns, status.st_ctime_ns
            if max(times) >= before:
                return ""
            seen.append((path, status.st_mode, status.st_size, *times))
    except OSError:
        return ""
    text = repr(seen).encode()
    return hashlib.sha256(text).hexdigest() if 0 < len(seen) <= MOST_LOOKED_AT else ""


def _all(paths: list[str]) -> Iterator[tuple[str, os.stat_result]]:
    for path in paths:
        status = os.lstat(path)
        yield path, status
        if stat.S_ISDIR(status.st_mode):
            yield from _all([os.path.join(path, name) for name in sorted(os.listdir(path))])


def _content(course: Course, assignment: str) -> list[str]:
    """What lies in `source/` and `release/` of an assignment, and the course's settings."""
    directory = course.directory
    steps = directory.source_directory, directory.release_directory
    folders = [Path(directory.format_path(step, ".", assignment)) for step in steps]
    every = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    every.append(course.folder / "nbgrader_config.py")
    return [f"{path} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in every]


def _digest(*parts: object) -> str:
    text = json.dumps(parts, default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
