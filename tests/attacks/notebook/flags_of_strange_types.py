"""Flags are text, numbers and lists: the mark stays."""

MARK = 11


def edit(notebook: dict) -> None:
    for number, cell in enumerate(notebook["cells"]):
        if "nbgrader" in cell["metadata"]:
            for flag in ("grade", "solution", "locked", "task"):
                cell["metadata"]["nbgrader"][flag] = ("false", 1, [], {"a": 1}, None)[number % 5]
