"""What a class understood of an assignment: a verdict on each exercise, and the ideas that went wrong.

Points come from the gradebook, ideas from the graded notebooks: a test that fails leaves an error
there whose traceback begins with `Misconception [tag]`. Notebooks are read one after the other, as
JSON, and of each only what its tests said is kept.
"""

import json
import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from tqdm import tqdm

from course.check import messages
from course.classroom.course import Course
from course.classroom.marks import GRADED, NOT_GRADED, WAITING, Marks, Points, cell_name
from course.classroom.report import ungraded
from course.grading import cells
from course.grading.problem import Problem, one_line

MISCONCEPTION = re.compile(r"Misconception \[([\w-]+)\]")
STILL_TO_DO = "NotImplementedError"
STOPPED = {
    "CellTimeoutError": "took longer than a cell may",
    "CandidateGone": "ended the program, or used more memory than there is",
    "NotRun": "came after a cell that ended the program",
    "NotGraded": "could not be run, and waits for you",
}
"""What other errors in a test mean, by name; the rest are errors of the code under test."""
OTHER = "stopped with an error that no message explains"


class Verdict(StrEnum):
    """How a student did on an exercise."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"
    UNTOUCHED = "untouched"
    WAITING = "waiting"


@dataclass(frozen=True)
class Exercise:
    """An exercise of a notebook: the section it stands in, and the cells that give its points.

    Attributes:
        beside: those of the cells that are run beside the student's code.
    """

    name: str
    section: str
    cells: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Failure:
    """What a test said when it failed: the kind of its error, a tag or '', and the message."""

    kind: str
    tag: str
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A misconception that a student was told of, and the first exercise where that was."""

    student: str
    assignment: str
    exercise: Exercise
    tag: str
    message: str


@dataclass(frozen=True, slots=True)
class Work:
    """What one student's graded notebook shows.

    Attributes:
        verdicts: by name of the exercise.
        findings: each misconception once.
        stopped: what kept tests from a verdict, in the words of `STOPPED`.
    """

    verdicts: dict[str, Verdict]
    findings: list[Finding]
    stopped: set[str]


@dataclass(frozen=True)
class Understanding:
    """What a class made of one assignment.

    Attributes:
        exercises: in the order of the notebook.
        works: by student.
        reasons: why there is no mark for what was handed in, by student.
    """

    assignment: str
    exercises: list[Exercise]
    works: dict[str, Work]
    reasons: dict[str, str]

    @property
    def findings(self) -> list[Finding]:
        """All misconceptions that were told."""
        return [finding for work in self.works.values() for finding in work.findings]


def understand(course: Course, marks: Marks, assignment: str) -> Understanding:
    """Read what the class made of ``assignment``.

    Raises:
        Problem: the source notebook or a graded one cannot be read.
    """
    notebooks = course.notebooks(assignment)
    exercises = read_exercises(course, assignment, notebooks, list(marks.max_scores[assignment]))
    works, reasons = {}, {}
    states = {student.id: marks.state(student.id, assignment) for student in marks.students}
    for student in tqdm(states, assignment, unit="notebook", leave=False, disable=None):
        if (student, assignment) in marks.submissions:
            if graded := course.graded(student, assignment):
                failures = read_tests(assignment, graded)
                works[student] = work(marks, exercises, student, assignment, failures)
            else:
                reasons[student] = f"its graded notebook is gone; run: course grade {assignment}"
    not_graded = [student for student, state in states.items() if state == NOT_GRADED]
    others_graded = any(state in (GRADED, WAITING) for state in states.values())
    reasons |= ungraded.reasons(course, assignment, not_graded, others_graded)
    return Understanding(assignment, exercises, works, reasons)


def read_exercises(
    course: Course, assignment: str, notebooks: list[str], graded: list[str]
) -> list[Exercise]:
    """The exercises of ``assignment``, in the order of its source notebooks.

    Args:
        notebooks: names of its notebooks.
        graded: names of the cells that give points.

    Raises:
        Problem: a notebook is not there, or is none.
    """
    source = course.directory.format_path(course.directory.source_directory, ".", assignment)
    exercises = []
    for notebook in notebooks:
        exercises += _exercises(Path(source) / f"{notebook}.ipynb", assignment, graded)
    return exercises


def _exercises(path: Path, assignment: str, graded: list[str]) -> list[Exercise]:
    """The exercises of the source notebook ``path``, as `read_exercises`."""
    if not path.exists():
        raise Problem(f"no source notebook {one_line(str(path))}.")
    try:
        source = cells.read(path)
    except Exception:  # nbformat raises whatever it trips over
        raise Problem(
            f"cannot read {one_line(str(path))}: not valid JSON, or no notebook; take an earlier copy"
        ) from None
    exercises: dict[str, Exercise] = {}
    section = ""
    for cell in source.cells:
        if cell.cell_type == "markdown":
            headings = re.findall(r"^##? +(?!Exercises?:)(.+?) *$", cell.source, re.MULTILINE)
            section = headings[-1] if headings else section
        name = cells.grade_id(cell)
        if name is None:
            continue
        if cells.is_flagged(cell, "solution"):
            exercises[name] = Exercise(cell_name(assignment, path.stem, name), section)
        if (told := cell_name(assignment, path.stem, name)) in graded:
            owner = cells.exercise_of(name, exercises) or name
            new = Exercise(cell_name(assignment, path.stem, owner), section)
            exercises.setdefault(owner, new).cells.append(told)
            exercises[owner].beside.extend([told] * cells.is_beside(cell))
    return [exercise for exercise in exercises.values() if exercise.cells]


def read_tests(assignment: str, graded: dict[str, Path]) -> dict[str, Failure]:
    """What the tests in graded notebooks said, by cell, where they failed.

    Args:
        graded: where the notebooks lie, by name.

    Raises:
        Problem: a notebook cannot be read.
    """
    failures = {}
    for notebook, path in graded.items():
        try:
            for cell in json.loads(path.read_bytes())["cells"]:
                errors = [o for o in cell.get("outputs", []) if o["output_type"] == "error"]
                if cells.is_flagged(cell, "grade") and errors:
                    name = cell_name(assignment, notebook, cells.flags(cell)["grade_id"])
                    failures[name] = failure(errors[0])
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            again = f"run: course grade {assignment}"
            raise Problem(f"cannot read {one_line(str(path))}; {again}") from None
    return failures


def failure(error: dict[str, Any]) -> Failure:
    """What the output ``error`` of a test says."""
    tag = MISCONCEPTION.fullmatch("".join(error["traceback"][:1]))
    return Failure(str(error["ename"]), tag[1] if tag else "", one_paragraph(error["evalue"]))


def one_paragraph(text: str) -> str:
    """``text`` without line breaks, and cut off where no message of ours would end."""
    text = " ".join(text.split())
    return text if len(text) <= 1_000 else text[:1_000] + "…"


def work(
    marks: Marks,
    exercises: list[Exercise],
    student: str,
    assignment: str,
    failures: dict[str, Failure],
) -> Work:
    """What the points and the tests of a student's notebook come to."""
    points = marks.submissions[student, assignment].cells
    verdicts, stopped = {}, set()
    findings: dict[str, Finding] = {}
    for exercise in exercises:
        most = sum(marks.max_scores[assignment][cell] for cell in exercise.cells)
        own = {cell: points[cell] for cell in exercise.cells if cell in points}
        verdicts[exercise.name] = _verdict(exercise, own, most, failures)
        for test in (failures[cell] for cell in exercise.cells if cell in failures):
            if test.tag in messages.CATALOGUE:
                first = Finding(student, assignment, exercise, test.tag, test.message)
                findings.setdefault(test.tag, first)
            elif test.kind != STILL_TO_DO:
                stopped.add(STOPPED.get(test.kind, OTHER))
    return Work(verdicts, list(findings.values()), stopped)


def _verdict(
    exercise: Exercise, own: dict[str, Points], most: float, failures: dict[str, Failure]
) -> Verdict:
    score = sum(points.score for points in own.values())
    if any(points.waiting for points in own.values()):
        return Verdict.WAITING
    if score > 0:
        return Verdict.RIGHT if score >= most else Verdict.PARTLY
    # An answer for a person to read gets a zero from nbgrader itself if nothing was written.
    blank = {cell for cell in own if cell == exercise.name and not own[cell].by_hand}
    undone = {cell for cell in own if cell in failures and failures[cell].kind == STILL_TO_DO}
    return Verdict.UNTOUCHED if own.keys() == blank | undone else Verdict.WRONG
