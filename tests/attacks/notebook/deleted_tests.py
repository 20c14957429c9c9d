"""All tests are deleted: they come back, and the mark stays."""

MARK = 11


def edit(notebook: dict) -> None:
    notebook["cells"] = [
        cell for cell in notebook["cells"] if not cell["metadata"].get("nbgrader", {}).get("grade")
    ]
