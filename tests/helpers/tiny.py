"""A course folder with one tiny assignment: two exercises in NumPy, one answer in words."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from course.classroom.course import Course
from course.classroom.demo import cycle as demo

NAME = "tiny"
FLAGS = {"schema_version": 3, "grade": False, "solution": False, "task": False, "locked": False}
TEST = {"grade": True, "locked": True}
SOLUTIONS = {
    "double": "def double(x):\n    return 2 * x",
    "mean": "def mean(v):\n    return v.mean()",
}
TESTS = {
    "test-double": "assert double(2) == 4",
    "test-mean": "import numpy as np\n\nassert mean(np.arange(3)) == 1",
}
HIDDEN = {"test-double": "assert double(3) == 6", "test-mean": "assert mean(np.ones(2)) == 1"}
POINTS = {"test-double": 3.0, "test-mean": 2.0, "essay": 4.0}
BLANK = "*Your answer here, in place of this line.*"


def cell(kind: str, name: str, source: str, **flags: Any) -> NotebookNode:
    """A cell that nbgrader knows; ``kind`` is "code" or "markdown"."""
    new = {"code": nbformat.v4.new_code_cell, "markdown": nbformat.v4.new_markdown_cell}[kind]
    made = new(source, id=name)
    made.metadata["nbgrader"] = FLAGS | {"grade_id": name} | flags
    return made


def notebook(*cells: NotebookNode) -> NotebookNode:
    """A notebook of ``cells``."""
    made = nbformat.v4.new_notebook(cells=list(cells))
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    return made


def source(
    hidden: Mapping[str, str] = HIDDEN,
    points: Mapping[str, float] = POINTS,
    rubric: str = "Say it in your own words.",
) -> NotebookNode:
    """The instructor's notebook; a test for each name in ``hidden``, with this hidden part."""
    cells = [
        cell("code", name, f"### BEGIN SOLUTION\n{code}\n### END SOLUTION", solution=True)
        for name, code in SOLUTIONS.items()
    ]
    for name, code in hidden.items():
        text = f"{TESTS.get(name, '')}\n### BEGIN HIDDEN TESTS\n{code}\n### END HIDDEN TESTS"
        cells.append(cell("code", name, text, points=points.get(name, 1.0), **TEST))
    cells.append(cell("markdown", "rubric", rubric, locked=True))
    essay = {"grade": True, "solution": True, "points": points["essay"]}
    text = "### BEGIN SOLUTION\nBecause.\n### END SOLUTION"
    cells.append(cell("markdown", "essay", text, **essay))
    return notebook(*cells)


def handed_in(answers: Mapping[str, str] = SOLUTIONS, essay: str = BLANK) -> NotebookNode:
    """What a student hands in: their cells, as they were released, and no others."""
    cells = [cell("code", name, code, solution=True) for name, code in answers.items()]
    own = {"grade": True, "solution": True, "points": 4.0}
    return notebook(*cells, cell("markdown", "essay", essay, **own))


def write_source(folder: Path, made: NotebookNode, name: str = NAME) -> None:
    """Put the instructor's notebook ``made`` in `source/`."""
    place = folder / "source" / name
    place.mkdir(parents=True, exist_ok=True)
    nbformat.write(made, place / f"{name}.ipynb")


def hand_in(
    folder: Path, student: str, made: NotebookNode, time: str = "", name: str = NAME
) -> None:
    """Let ``student`` hand in ``made``, in place of what they handed in before."""
    place = folder / "submitted" / student / name
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    nbformat.write(made, place / f"{name}.ipynb")
    if time:
        (place / "timestamp.txt").write_text(time, encoding="utf-8")


def make(folder: Path, settings: str = "") -> Course:
    """A course folder whose gradebook has the tiny assignment, as `source` makes it."""
    folder.mkdir(exist_ok=True)
    (folder / "nbgrader_config.py").write_text(f"{demo.CONFIG}\n{settings}\n", encoding="utf-8")
    (folder / "source").mkdir()
    nbformat.write(nbformat.v4.new_notebook(), folder / "source" / "header.ipynb")
    write_source(folder, source())
    course = Course(folder)
    assert course.generate(NAME).reason == ""
    return course
