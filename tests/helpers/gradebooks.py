"""Course folders with marks and graded notebooks that nobody had to grade.

The gradebook is filled through nbgrader; a graded notebook is the reference notebook with what its
tests are to have said.
"""

import contextlib
import functools
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook

from course.check import messages
from course.classroom import notebooks
from course.classroom.course import Course

NAME = "01-by-hand"
CONFIG = """
from pathlib import Path
c = get_config()
folder = Path(__file__).resolve().parent
c.CourseDirectory.course_id = "autumn"
c.CourseDirectory.root = str(folder)
c.CourseDirectory.db_url = f"sqlite:///{folder / 'gradebook.db'}"
c.Exchange.root = str(folder / "exchange")
"""

Said = tuple[str, str, str]
"""Kind of the error, first line of its traceback, and message."""

STILL_TO_DO: Said = ("NotImplementedError", "", "gradient is still to do")


def misconception(tag: str, message: str = "", **facts: object) -> Said:
    """What a check says to a wrong answer."""
    return "Misconception", f"Misconception [{tag}]", message or messages.text(tag, **facts)


@contextlib.contextmanager
def make(folder: Path, *assignments: str) -> Iterator[Gradebook]:
    """Make a course folder with the reference notebooks of ``assignments``, and open its gradebook."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")
    (folder / "gradebook.db").write_bytes(empty())
    with Course(folder).gradebook() as gradebook:
        for name in assignments:
            (folder / "source" / name).mkdir(parents=True)
            shutil.copy(notebooks.path(name), folder / "source" / name)
            enter(gradebook, name, nbformat.read(notebooks.path(name), as_version=4))
        yield gradebook


@functools.cache
def empty() -> bytes:
    """An empty gradebook, which takes nbgrader seconds to make."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")
        with Course(folder).gradebook():
            return (folder / "gradebook.db").read_bytes()


def enter(gradebook: Gradebook, name: str, notebook: NotebookNode) -> None:
    """Enter the assignment ``name`` in the gradebook, as generating it would."""
    gradebook.add_assignment(name)
    gradebook.add_notebook(name, name)
    for cell in notebook.cells:
        own = cell.metadata.get("nbgrader", {})
        if own.get("grade"):
            points = {"max_score": own["points"], "cell_type": cell.cell_type}
            gradebook.add_grade_cell(own["grade_id"], name, name, **points)
        if own.get("solution"):
            gradebook.add_solution_cell(own["grade_id"], name, name)


def hand_in(folder: Path, student: str, name: str) -> None:
    """Let ``student`` hand in ``name``; nobody grades it."""
    place = folder / "submitted" / student / name
    place.mkdir(parents=True)
    shutil.copy(notebooks.path(name), place)


def grade(
    folder: Path,
    gradebook: Gradebook,
    student: str,
    name: str,
    said: Mapping[str, Said] = {},
    **submission: object,
) -> None:
    """Let ``student`` hand in ``name`` and be graded: all points, but for the tests that ``said``."""
    hand_in(folder, student, name)
    gradebook.update_or_create_student(student)
    found = gradebook.add_submission(name, student, **submission)
    for mark in found.notebooks[0].grades:
        by_hand = mark.cell.cell_type == "markdown"
        mark.auto_score = None if by_hand else 0 if mark.name in said else mark.cell.max_score
        mark.needs_manual_grade = by_hand
    gradebook.db.commit()
    notebook = nbformat.read(notebooks.path(name), as_version=4)
    for cell in notebook.cells:
        if "outputs" in cell:
            cell.outputs = []
        told = said.get(cell.metadata.get("nbgrader", {}).get("grade_id"))
        if told:
            kind, first, message = told
            error = {"ename": kind, "evalue": message, "traceback": [first, message]}
            cell.outputs = [nbformat.v4.new_output("error", **error)]
    place = folder / "autograded" / student / name
    place.mkdir(parents=True)
    nbformat.write(notebook, place / f"{name}.ipynb")
