"""The reference notebook beside a learner's own, once theirs passes its tests."""

from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from course.classroom import files, notebooks
from course.grading import cells, read
from course.grading.problem import Problem

TIMEOUT = 120
"""Seconds a cell."""


def solution(assignment: str, release: Path, work: Path) -> Path:
    """Put the reference notebook beside the learner's, once theirs passes every visible test.

    Returns: where it lies. What lies there already is left as it is.

    Raises:
        Problem: a test does not pass, or there is no such notebook.
    """
    reference = notebooks.path(assignment)
    if not reference.exists():
        raise Problem(f"no notebook {assignment}; there are {', '.join(notebooks.assignments())}.")
    own = work / assignment / f"{assignment}.ipynb"
    if not own.exists():
        raise Problem(f"no {own}; `course lab` puts it there.")
    if failed := failing(own, release / assignment / own.name):
        raise Problem(f"these do not pass yet: {', '.join(failed)}. Run them in {own.name}.")
    beside = own.with_name(f"{assignment}-solution.ipynb")
    files.copy_once(reference, beside)
    return beside


def failing(own: Path, release: Path) -> list[str]:
    """Names of the test cells of ``release`` that do not pass, or are not there, in ``own``."""
    notebook = nbformat.from_dict(read.own(own))
    NotebookClient(
        notebook,
        timeout=TIMEOUT,
        allow_errors=True,
        extra_arguments=["--log-level=ERROR"],  # a kernel warns of how it talks to us
        resources={"metadata": {"path": own.parent}},
    ).execute()
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    passed = {cells.grade_id(cell): not _has_error(cell) for cell in code}
    tests = map(cells.grade_id, filter(cells.is_test, cells.read(release).cells))
    return [name for name in tests if name is not None and not passed.get(name)]


def _has_error(cell: NotebookNode) -> bool:
    return any(output.output_type == "error" for output in cell.outputs)
