"""A solution claims to be the instructor's, who trusts it: it runs in the sandbox only."""

from helpers.submitted import CANARY, cell

MARK = 11


def edit(notebook: dict) -> None:
    for name in ("forward", "gradient"):
        solution = cell(notebook, name)
        solution["metadata"]["nbgrader"]["locked"] = True
        solution["source"] = [f"open({CANARY!r}, 'w')\n", *solution["source"]]
