"""A solution claims to be a test: it runs in the sandbox only, and earns nothing."""

from helpers.submitted import CANARY, cell

MARK = 11


def edit(notebook: dict) -> None:
    solution = cell(notebook, "gradient")
    solution["metadata"]["nbgrader"] |= {"grade": True, "solution": False, "points": 20}
    solution["source"] = [f"open({CANARY!r}, 'w')\n", *solution["source"]]
