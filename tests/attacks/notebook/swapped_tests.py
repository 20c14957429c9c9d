"""The test of a wrong solution and that of a right one swap their ids: nothing is earned."""

from helpers.submitted import cell

MARK = 11


def edit(notebook: dict) -> None:
    wrong, right = (cell(notebook, name)["metadata"] for name in ("test-train", "test-update"))
    wrong["nbgrader"], right["nbgrader"] = right["nbgrader"], wrong["nbgrader"]
