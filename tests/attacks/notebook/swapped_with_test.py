"""A wrong solution and its test swap their ids: nothing is earned by it."""

from helpers.submitted import cell

MARK = 11


def edit(notebook: dict) -> None:
    solution, test = (cell(notebook, name)["metadata"] for name in ("gradient", "test-gradient"))
    solution["nbgrader"], test["nbgrader"] = test["nbgrader"], solution["nbgrader"]
