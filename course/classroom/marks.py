"""What the gradebook says of a class: students, assignments, and every submission with its points.

Read in a few queries, however large the class is, and held in about 2 kB a submission. A mark is what
nbgrader's own export gives: the points less the penalty for being late, never below 0. Where nobody has
given one yet, there is none: that is not a mark of 0.
"""

import functools
import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from nbgrader.api import (
    Assignment,
    Grade,
    Gradebook,
    Notebook,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.api import Student as Enrolled
from sqlalchemy import select

from course.classroom.course import Course
from course.grading.problem import Problem, one_line

GRADED, WAITING, NOT_GRADED, NOT_HANDED_IN = "graded", "waiting", "not graded", "not handed in"
"""How it stands with a student's assignment. Only what is graded has a mark; what waits has points
so far, and a person has still to give the others."""

ROWS = 10_000
"""Of a table that are fetched at once."""


@dataclass(frozen=True, slots=True)
class Student:
    """Somebody in the gradebook; what nbgrader does not know of them is ''."""

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_user_id: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """What a graded cell was given.

    Attributes:
        waiting: whether a person has still to look at it.
        by_hand: whether one has.
    """

    score: float
    waiting: bool
    by_hand: bool


@dataclass(slots=True)
class Submission:
    """What one student handed in for one assignment.

    Attributes:
        handed_in: in UTC, if a time stamp came with it.
        late_by: how much too late; zero if it was in time, or nothing says when it was due.
        penalty: points taken for that.
        cells: points by name of the graded cell.
        waiting_in: names of the notebooks of which a part waits for a person.
        incomplete: whether one of its notebooks could not be graded at all.
    """

    handed_in: datetime | None
    late_by: timedelta
    penalty: float = 0.0
    cells: dict[str, Points] = field(default_factory=dict)
    waiting_in: frozenset[str] = frozenset()
    incomplete: bool = False

    @property
    def score(self) -> float:
        """Points given so far."""
        return math.fsum(points.score for points in self.cells.values())

    @property
    def waiting(self) -> bool:
        """Whether a part of it waits for a person."""
        return any(points.waiting for points in self.cells.values())

    @property
    def mark(self) -> float | None:
        """The mark, None as long as a part is waiting."""
        return None if self.waiting else max(0.0, self.score - self.penalty)


@dataclass(frozen=True)
class Marks:
    """The marks of a class.

    Attributes:
        students: by last name, first name and id.
        max_scores: by name of the assignment, and of its graded cells.
        submissions: by student and assignment.
        handed_in: student and assignment of all that lies in submitted/, graded or not.
    """

    students: list[Student]
    max_scores: dict[str, dict[str, float]]
    submissions: dict[tuple[str, str], Submission]
    handed_in: set[tuple[str, str]]

    @property
    def assignments(self) -> list[str]:
        """Names of the assignments, in order."""
        return list(self.max_scores)

    def max_score(self, assignment: str) -> float:
        """Points to be had in ``assignment``."""
        return math.fsum(self.max_scores[assignment].values())

    def state(self, student: str, assignment: str) -> str:
        """How it stands, one of `GRADED`, `WAITING`, `NOT_GRADED` and `NOT_HANDED_IN`."""
        submission = self.submissions.get((student, assignment))
        if submission:
            done = WAITING if submission.waiting else GRADED
            return NOT_GRADED if submission.incomplete else done
        return NOT_GRADED if (student, assignment) in self.handed_in else NOT_HANDED_IN


def read(course: Course, assignments: Iterable[str] = ()) -> Marks:
    """The marks of ``assignments``, or of all that the gradebook knows.

    Raises:
        Problem: there is no gradebook, or nothing in it, or no such assignment.
    """
    file = course.url.removeprefix("sqlite:///")
    if file != course.url and not Path(file).exists():  # opening it would make one
        raise Problem(f"no gradebook {file}; run: nbgrader generate_assignment --force ASSIGNMENT")
    with course.gradebook() as gradebook:
        marks = _read(gradebook, list(dict.fromkeys(assignments)))
    known = {student.id for student in marks.students}
    for assignment in marks.assignments:
        marks.handed_in.update((student, assignment) for student in course.students(assignment))
    strangers = {student for student, _ in marks.handed_in} - known
    strangers = {student for student in strangers if not student.startswith(".")}  # nobody's
    marks.students.extend(map(Student, sorted(strangers)))
    if not marks.students:
        where = course.directory.submitted_directory
        raise Problem(f"nobody is in the gradebook, and nothing in {where}/.")
    for (student, assignment), submission in list(marks.submissions.items()):
        graded = course.graded(student, assignment)
        submission.incomplete = not submission.waiting_in <= graded.keys()
        # nbgrader gives a zero to a notebook that it did not find; no mark comes of that.
        if not submission.score and not graded:
            del marks.submissions[student, assignment]
    return marks


def cell_name(assignment: str, notebook: str, cell: str) -> str:
    """How the graded cells of an assignment are told apart; this course's have the names of the cells."""
    return cell if notebook == assignment else f"{notebook}/{cell}"


def _read(gradebook: Gradebook, wanted: list[str]) -> Marks:
    names = _names(gradebook, wanted)
    max_scores, cells = _graded_cells(gradebook, names)
    submissions, owners = _submissions(gradebook, names)
    grades = gradebook.db.execute(
        select(Grade.notebook_id, Grade.cell_id, Grade.score, Grade.needs_manual_grade)
        .add_columns(Grade.manual_score.is_not(None))
        .execution_options(yield_per=ROWS)
    )
    points = functools.cache(Points)  # a class is given few that differ
    for notebook, cell, score, waiting, by_hand in grades:
        if notebook in owners and cell in cells:
            submission, name = owners[notebook]
            submission.cells[cells[cell]] = points(score, waiting, by_hand)
            if waiting:
                submission.waiting_in |= {name}
    return Marks(_students(gradebook), max_scores, submissions, set())


def _names(gradebook: Gradebook, wanted: list[str]) -> list[str]:
    """The assignments that are ``wanted``, or all in order."""
    names = sorted(assignment.name for assignment in gradebook.assignments)
    if not names:
        raise Problem(
            "no assignment is in the gradebook; run: nbgrader generate_assignment --force ASSIGNMENT"
        )
    if unknown := [name for name in wanted if name not in names]:
        raise Problem(
            f"{one_line(unknown[0])} is not in the gradebook, which knows {', '.join(names)}."
        )
    return wanted or names


def _graded_cells(
    gradebook: Gradebook, names: list[str]
) -> tuple[dict[str, dict[str, float]], dict[str, str]]:
    """By assignment, each graded cell's points; and the names of the cells by their keys."""
    max_scores = {}
    cells: dict[str, str] = {}
    for name in names:
        graded = {
            cell.id: (cell_name(name, nb.name, cell.name), cell.max_score)
            for nb in gradebook.find_assignment(name).notebooks
            for cell in [*nb.grade_cells, *nb.task_cells]
        }
        max_scores[name] = dict(graded.values())
        cells |= {key: cell for key, (cell, _) in graded.items()}
    return max_scores, cells


def _students(gradebook: Gradebook) -> list[Student]:
    rows = gradebook.db.execute(
        select(Enrolled.id, Enrolled.first_name, Enrolled.last_name)
        .add_columns(Enrolled.email, Enrolled.lms_user_id)
        .order_by(Enrolled.last_name, Enrolled.first_name, Enrolled.id)
    ).mappings()
    return [Student(**{name: value or "" for name, value in row.items()}) for row in rows]


def _submissions(
    gradebook: Gradebook, names: list[str]
) -> tuple[dict[tuple[str, str], Submission], dict[str, tuple[Submission, str]]]:
    """The submissions by student and assignment, yet without points.

    And by the key of each notebook that was submitted, its submission and its name.
    """
    rows = gradebook.db.execute(
        select(SubmittedNotebook.id, SubmittedNotebook.late_submission_penalty)
        .add_columns(SubmittedAssignment.student_id, SubmittedAssignment.timestamp)
        .add_columns(SubmittedAssignment.extension, Assignment.name, Assignment.duedate)
        .add_columns(Notebook.name)
        .join(Notebook, SubmittedNotebook.notebook_id == Notebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .where(Assignment.name.in_(names))
        .execution_options(yield_per=ROWS)
    )
    submissions: dict[tuple[str, str], Submission] = {}
    owners: dict[str, tuple[Submission, str]] = {}
    for key, penalty, student, handed_in, extension, name, due, notebook in rows:
        late_by = timedelta()
        if handed_in and due:
            late_by = max(late_by, handed_in - due - (extension or timedelta()))
        submission = submissions.setdefault((student, name), Submission(handed_in, late_by))
        submission.penalty += penalty or 0.0
        owners[key] = submission, notebook
    return submissions, owners
