"""What nbgrader's Validate leaves undone: it does not miss the cells that a notebook has lost."""

import textwrap

from nbformat import NotebookNode, v4

from course.check import messages
from course.grading import cells

HANDED_OUT = "graded_cells"
"""In the metadata of a notebook: the grade_id of each graded cell that it is handed out with."""


def name_lost_cells(notebook: NotebookNode) -> None:
    """Add a failed test to ``notebook`` for each cell that it has lost.

    For `Execute.on_notebook_start`: Validate then shows these tests, before those that it runs.
    """
    there = {cells.grade_id(cell) for cell in notebook.cells}
    lost = [name for name in notebook.metadata.get(HANDED_OUT, ()) if name not in there]
    notebook.cells[:0] = map(_failed_test, lost)


def _failed_test(name: str) -> NotebookNode:
    lines = textwrap.wrap(messages.text("lost-cell", cell=name), width=88)
    error = v4.new_output("error", ename="LostCell", evalue=name, traceback=lines)
    test = {"grade_id": name, "grade": True, "solution": False, "locked": True, "points": 1}
    metadata = {"nbgrader": {**test, "schema_version": 3}, "tags": ["skip-execution"]}
    return v4.new_code_cell(f"# {name}", outputs=[error], metadata=metadata)
