"""A grade_id is half a character: the cell is an ordinary one, and the mark stays."""

from helpers.submitted import cell

MARK = 11


def edit(notebook: dict) -> None:
    cell(notebook, "forward")["metadata"]["nbgrader"]["grade_id"] = "\udcff"
