"""Small courses of NumPy alone, whose assignments have one notebook, two and three."""

from collections.abc import Mapping
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from course.classroom.course import Course
from course.classroom.demo import cycle as demo
from course.grading import cells

STOCK = """
from pathlib import Path
c = get_config()
c.CourseDirectory.course_id = "tiny"
c.CourseDirectory.root = str(Path(__file__).resolve().parent)
"""
"""nbgrader's own settings."""

SOLUTIONS = {
    "solo": {"least": "def least(x):\n    return x.min()"},
    "twin": {"answer": "def f(x):\n    return 2 * x"},
    "two": {"answer": "def f(x):\n    return 3 * x"},
    "alpha": {"mean": "def mean(x):\n    return x.mean()"},
    "beta": {"total": "def total(x):\n    return x.sum()"},
    "gamma": {"largest": "def largest(x):\n    return x.max()", "why": "Since it is."},
}
"""By notebook, what is right. ``twin`` and ``two`` have cells of the same names."""

WRONG = {
    "answer": "def f(x):\n    return x",
    "mean": "def mean(x):\n    return x.sum()",
    "total": "def total(x):\n    return x.mean()",
    "least": "def least(x):\n    return x.max()",
    "largest": "def largest(x):\n    return x.min()",
    "why": "Because.",
}
TESTS = {
    "solo": ("least", 8, "assert least(np.arange(5)) == 0"),
    "twin": ("answer", 3, "assert np.all(f(np.ones(3)) == 2)"),
    "two": ("answer", 4, "assert np.all(f(np.ones(3)) == 3)"),
    "alpha": ("mean", 5, "assert mean(np.arange(5)) == 2"),
    "beta": ("total", 6, "assert total(np.arange(5)) == 10"),
    "gamma": ("largest", 7, "assert largest(np.arange(5)) == 4"),
}
"""The exercise, its points, and its test."""

BY_HAND = 2
"""Points of the written answer ``why``."""

ASSIGNMENTS = {"solo": ("solo",), "twin": ("twin", "two"), "trio": ("alpha", "beta", "gamma")}


def make(folder: Path, config: str = demo.CONFIG) -> Course:
    """A course with all assignments in its gradebook."""
    folder.mkdir(parents=True)
    (folder / "nbgrader_config.py").write_text(config, encoding="utf-8")
    (folder / "source").mkdir()
    nbformat.write(nbformat.v4.new_notebook(), folder / "source" / "header.ipynb")
    for assignment, names in ASSIGNMENTS.items():
        (folder / "source" / assignment).mkdir()
        for name in names:
            nbformat.write(source(name), folder / "source" / assignment / f"{name}.ipynb")
    course = Course(folder)
    for assignment in ASSIGNMENTS:
        assert course.generate(assignment).reason == ""
    return course


def source(name: str) -> NotebookNode:
    """The instructor's notebook ``name``."""
    exercise, points, test = TESTS[name]
    made = nbformat.v4.new_notebook(
        metadata={
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}
        }
    )
    made.cells.append(nbformat.v4.new_code_cell("import numpy as np"))
    for each, solution in SOLUTIONS[name].items():
        if each == "why":
            made.cells.append(nbformat.v4.new_markdown_cell(solution))
            _flag(made.cells[-1], each, grade=True, solution=True, points=BY_HAND)
        else:
            marked = f"### BEGIN SOLUTION\n{solution}\n### END SOLUTION"
            made.cells.append(nbformat.v4.new_code_cell(marked))
            _flag(made.cells[-1], each, solution=True)
    made.cells.append(nbformat.v4.new_code_cell(test))
    _flag(made.cells[-1], f"test-{exercise}", grade=True, locked=True, points=points)
    return made


def hand_in(course: Course, student: str, files: Mapping[str, str]) -> None:
    """Write what ``student`` hands in.

    Args:
        files: by their path in the student's folder, the name of a notebook and what was done in it,
            such as "two right"; or any other text that the file holds.
    """
    for path, content in files.items():
        place = course.folder / "submitted" / student / path
        place.parent.mkdir(parents=True, exist_ok=True)
        name, _, what = content.partition(" ")
        text = done(course, name, what) if name in SOLUTIONS else content
        place.write_text(text, encoding="utf-8")


def done(course: Course, name: str, what: str) -> str:
    """The text of the notebook ``name``, filled in "right", "wrong", or left "blank"."""
    [release] = (course.folder / "release").glob(f"*/{name}.ipynb")
    notebook = cells.read(release)
    answers = {"right": SOLUTIONS[name], "wrong": WRONG, "blank": {}}[what]
    for cell in notebook.cells:
        cell.source = answers.get(cells.grade_id(cell), cell.source)
    return nbformat.writes(notebook)


def _flag(cell: NotebookNode, name: str, **flags: object) -> None:
    none = {"grade": False, "solution": False, "locked": False, "task": False}
    cell.metadata["nbgrader"] = {"schema_version": 3, "grade_id": name} | none | flags
