"""What nbgrader's Validate leaves undone: it reads a notebook as grading does, and misses lost cells."""

import functools
import textwrap
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.filters import ansi2html
from nbformat import NotebookNode, v4
from nbgrader import validator
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.validator import Validator

from course.check import messages
from course.grading import cells, read
from course.grading.problem import Problem

WIDTH = 80
"""Characters of a line; nbgrader cuts off what is longer than it can indent."""

_validate = Validator.validate


def read_as_grading_does() -> None:
    """Change how Validate reads a notebook in this process, and what it says of one that is none."""
    validator.read_nb = _read
    Validator.validate = _validated


def name_lost_cells(notebook: NotebookNode) -> None:
    """Add a failed test to ``notebook`` for each cell that it has lost.

    For `Execute.on_notebook_start`: Validate then shows these tests, before those that it runs.
    """
    there = {cells.grade_id(cell) for cell in notebook.cells}
    lost = [name for name in notebook.metadata.get(read.HANDED_OUT, ()) if name not in there]
    notebook.cells[:0] = map(_failed_test, lost)


def _failed_test(name: str) -> NotebookNode:
    lines = textwrap.wrap(messages.text("lost-cell", cell=name), WIDTH)
    error = v4.new_output("error", ename="LostCell", evalue=name, traceback=lines)
    test = {"grade_id": name, "grade": True, "solution": False, "locked": True, "points": 1}
    metadata = {"nbgrader": {**test, "schema_version": 3}, "tags": ["skip-execution"]}
    return v4.new_code_cell(f"# {name}", outputs=[error], metadata=metadata)


def _read(name: str, as_version: int) -> NotebookNode:
    """The notebook in a file; the last of several cells of one name, as in grading, is the one."""
    notebook: NotebookNode = nbformat.from_dict(read.own(Path(name)))
    names = set()
    for cell in reversed(notebook.cells):
        if cells.grade_id(cell) in names or not _is_valid(cell):
            cell.metadata = NotebookNode()
        names.add(cells.grade_id(cell))
    return notebook


def _is_valid(cell: NotebookNode) -> bool:
    """Whether nbgrader's metadata fits the cell; it would stop at one that it does not fit."""
    try:
        MetadataValidator().validate_cell(cell)
    except Exception:  # of its own, or jsonschema's
        return False
    return True


@functools.wraps(_validate)
def _validated(self: Validator, filename: str) -> dict[str, list[dict[str, Any]]]:
    """What nbgrader says of a notebook; of one that is none, why, in the place of a failed test."""
    try:
        return _validate(self, filename)
    except Problem as problem:
        text = textwrap.fill(str(problem), WIDTH)
        told = {"error": ansi2html(text), "raw_error": text}
        return {"failed": [{"source": f"# {Path(filename).name}", **told}]}
