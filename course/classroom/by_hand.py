"""A mark that was given by hand stays settled when its submission is graded again.

nbgrader asks for every mark by hand anew whenever it grades. When a test is mended, that is the whole
class, though what a person has read is still what it was.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nbformat.notebooknode import NotebookNode
from nbgrader.api import Grade, Gradebook, MissingEntry

from course.classroom.course import Course
from course.grading import cells

Place = tuple[str, str]
"""A notebook, and the grade_id of a cell in it."""


@dataclass(frozen=True)
class Looked:
    """What a person looks at to give a mark.

    Attributes:
        own: the cell, and its points.
        theirs: what the student wrote for it.
        all: whatever the student wrote in the notebook.
    """

    own: tuple[object, object]
    theirs: frozenset[str]
    all: frozenset[str]

    def is_as(self, before: "Looked | None") -> bool:
        """Whether there is nothing to read that was not there ``before``, and nothing is gone."""
        return (
            before is not None
            and self.own == before.own
            and self.theirs <= before.all
            and before.theirs <= self.all
        )


@contextlib.contextmanager
def settled(
    course: Course, student: str, assignment: str, graded: dict[str, Path]
) -> Iterator[None]:
    """Grade a submission in the ``with`` block: a mark by hand then waits for a reason alone.

    The reason is that the cell, its points, or what the student wrote for it is another.

    Args:
        graded: where its graded notebooks lay before, by name.
    """
    with course.gradebook() as gradebook:
        marks = [
            (grade.notebook.name, grade.name)
            for grade in _grades(gradebook, student, assignment)
            if grade.manual_score is not None and not grade.needs_manual_grade
        ]
    before = _looked_at(graded) if marks else {}
    yield
    after = _looked_at(course.graded(student, assignment)) if before else {}
    same = {place for place, looked in after.items() if looked.is_as(before.get(place))}
    same &= {*marks}
    if same:
        with course.gradebook() as gradebook:
            for grade in _grades(gradebook, student, assignment):
                if (grade.notebook.name, grade.name) in same:
                    grade.needs_manual_grade = False
            gradebook.db.commit()


def _grades(gradebook: Gradebook, student: str, assignment: str) -> list[Grade]:
    try:
        submission = gradebook.find_submission(assignment, student)
    except MissingEntry:
        return []
    return [grade for notebook in submission.notebooks for grade in notebook.grades]


def _looked_at(notebooks: dict[str, Path]) -> dict[Place, Looked]:
    """By graded cell of ``notebooks``, given by name; nothing of one that cannot be read."""
    found: dict[Place, Looked] = {}
    for name, path in notebooks.items():
        try:
            notebook = cells.read(path)
        except Exception:  # not written to its end
            continue
        theirs = [c for c in notebook.cells if _is_theirs(c)]
        all_ = frozenset(c.source for c in theirs)
        free = frozenset(c.source for c in theirs if cells.grade_id(c) is None)
        code = frozenset(c.source for c in theirs if c.cell_type == "code")
        for cell in notebook.cells:
            if cells.is_flagged(cell, "grade"):
                own = cell.source, cells.flags(cell).get("points")
                looked = Looked(own, free if cells.is_flagged(cell, "solution") else code, all_)
                found[name, cells.flags(cell)["grade_id"]] = looked
    return found


def _is_theirs(cell: NotebookNode) -> bool:
    return cells.is_flagged(cell, "solution") or cells.grade_id(cell) is None
