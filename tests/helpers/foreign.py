"""A course of somebody else's for `course verify`: what each of its tests does is known."""

from pathlib import Path

import nbformat

from course.classroom.demo import cycle as demo
from helpers.tiny import TEST, cell, notebook

TICKET = notebook(
    cell(
        "code",
        "price",
        "def price(age):\n    ### BEGIN SOLUTION\n    if age < 6:\n        return 0\n"
        "    return 12\n    ### END SOLUTION",
        solution=True,
    ),
    cell("code", "test-price", "assert price(3) == 0\nassert price(30) == 12", points=2.0, **TEST),
)
"""Graded the same everywhere. No test asks for a price at 6."""

PROCESS = notebook(
    nbformat.v4.new_code_cell("import os"),
    cell("code", "number", "number = os.getpid()", solution=True),
    cell("code", "test-number", "assert number == os.getpid()", points=3.0, **TEST),
    cell("code", "test-positive", "assert number > 0", points=1.0, **TEST),
)
"""The first test is about the process that the student's code runs in, which is not that of the test."""

DICE = notebook(
    nbformat.v4.new_code_cell("import random"),
    cell("code", "half", "### BEGIN SOLUTION\nhalf = 0.5\n### END SOLUTION", solution=True),
    cell("code", "test-half", "2 * half * random.random()", points=1.0, **TEST),
)
"""Its points are drawn."""

COURSE = {"ticket": TICKET, "process": PROCESS, "dice": DICE}


def make(folder: Path, **notebooks: nbformat.NotebookNode) -> Path:
    """A course folder with the ``notebooks`` in its source, one an assignment, and no gradebook."""
    (folder / "source").mkdir(parents=True)
    (folder / "nbgrader_config.py").write_text(demo.CONFIG, encoding="utf-8")
    nbformat.write(nbformat.v4.new_notebook(), folder / "source" / "header.ipynb")
    for name, made in notebooks.items():
        (folder / "source" / name).mkdir()
        nbformat.write(made, folder / "source" / name / f"{name}.ipynb")
    return folder
