"""The bundled class: who is in it, and what each of them hands in.

A student is a text, `students/NAME.py`: a sentence about them, what they left right, what happened
to their files, and the answers they wrote themselves (see `cases`):

    \"\"\"Kira works with care and knows too little about means.\"\"\"
    # right: 01-by-hand/* 02-autograd/toy
    # damage: 01-by-hand deleted-cell test-gradient

    # %% 01-by-hand gradient sum-for-mean: dot already sums
    def gradient(x, y_pred, y): ...

`right` takes the reference solution of the named exercises, `*` of all; what is neither there nor
written below is left blank. What a student hands in is the release version with these answers.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from course.classroom import cases
from course.classroom.cases import Case
from course.grading import cells

STUDENTS = Path(__file__).parent / "students"
HANDED_IN = "2026-03-06 12:00:00 UTC\n"
MARKER = re.compile(r"^.*### (BEGIN|END) SOLUTION.*\n?", re.MULTILINE)


@dataclass(frozen=True)
class Student:
    """One member of the bundled class.

    right: patterns of ASSIGNMENT/EXERCISE taken from the reference solution.
    answers: what the student wrote instead.
    damage: by assignment, a name in DAMAGES and the grade_id of the cell that it happens to.
    """

    name: str
    about: str
    right: tuple[str, ...]
    answers: tuple[Case, ...]
    damage: dict[str, tuple[str, ...]]


def read(path: Path) -> Student:
    """The student written in ``path``."""
    preamble, answers = cases.split(path)
    damage = {}
    for assignment, *what in map(str.split, re.findall(r"^# damage: (.+)$", preamble, re.M)):
        damage[assignment] = tuple(what)
    return Student(
        name=path.stem,
        about=preamble.split('"""')[1],
        right=tuple(" ".join(re.findall(r"^# right: (.+)$", preamble, re.M)).split()),
        answers=tuple(
            Case(assignment, exercise, tag, what, code)
            for (assignment, exercise), tag, what, code in answers
        ),
        damage=damage,
    )


def students() -> list[Student]:
    """The bundled class, by name."""
    return [read(path) for path in sorted(STUDENTS.glob("*.py"))]


def hand_in(student: Student, assignment: str, course: Path) -> None:
    """Write what ``student`` submits for ``assignment`` into the course folder ``course``.

    The folder holds the assignment's source and release version.
    """
    folder = course / "submitted" / student.name / assignment
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "timestamp.txt").write_text(HANDED_IN, encoding="utf-8")
    name = f"{assignment}/{assignment}.ipynb"
    notebook = cells.read(course / "release" / name)
    answer(notebook, student, assignment, solutions(course / "source" / name))
    what, *argument = student.damage.get(assignment, ("none",))
    text = DAMAGES[what](notebook, *argument)
    (folder / f"{assignment}.ipynb").write_text(text, encoding="utf-8")


def solutions(source: Path) -> dict[str, str]:
    """The reference solution of each exercise in the notebook ``source``, without the markers."""
    return {
        name: MARKER.sub("", cell.source)
        for cell in cells.read(source).cells
        if cells.is_flagged(cell, "solution") and (name := cells.grade_id(cell)) is not None
    }


def answer(
    notebook: NotebookNode, student: Student, assignment: str, reference: dict[str, str]
) -> None:
    """Put the student's answers into the release version ``notebook``."""
    written = {
        case.exercise: case.code for case in student.answers if case.assignment == assignment
    }
    if strangers := written.keys() - reference.keys():
        raise ValueError(f"{student.name}: {assignment} has no exercise {', '.join(strangers)}")
    for cell in notebook.cells:
        exercise = cells.grade_id(cell)
        if exercise in written:
            cell.source = written[exercise]
        elif exercise in reference and any(
            fnmatch(f"{assignment}/{exercise}", pattern) for pattern in student.right
        ):
            cell.source = reference[exercise]


def _deleted_cell(notebook: NotebookNode, grade_id: str) -> str:
    notebook.cells.pop(_position(notebook, grade_id))
    return nbformat.writes(notebook)


def _duplicated_cell(notebook: NotebookNode, grade_id: str) -> str:
    position = _position(notebook, grade_id)
    copy = NotebookNode({**notebook.cells[position], "id": f"{grade_id}-copy"})
    notebook.cells.insert(position, copy)
    return nbformat.writes(notebook)


def _changed_test(notebook: NotebookNode, grade_id: str) -> str:
    notebook.cells[_position(notebook, grade_id)].source = "assert True"
    return nbformat.writes(notebook)


def _cut_off(notebook: NotebookNode) -> str:
    text = json.dumps(notebook, indent=1)
    return text[: len(text) // 2]


def _position(notebook: NotebookNode, grade_id: str) -> int:
    return [cells.grade_id(cell) for cell in notebook.cells].index(grade_id)


DAMAGES: dict[str, Callable[..., str]] = {
    "none": nbformat.writes,
    "deleted-cell": _deleted_cell,
    "duplicated-cell": _duplicated_cell,
    "changed-test": _changed_test,
    "cut-off": _cut_off,
}
"""What can happen to a notebook before it is handed in: each returns the text of the file."""
