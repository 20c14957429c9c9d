"""All solutions are deleted, and a test with them: nothing is earned."""

MARK = 0


def edit(notebook: dict) -> None:
    notebook["cells"] = [
        cell
        for cell in notebook["cells"]
        if not cell["metadata"].get("nbgrader", {}).get("solution")
        and cell["metadata"].get("nbgrader", {}).get("grade_id") != "test-forward"
    ]
