"""Test cells claim to be tasks, in text: the real tests are run."""

MARK = 11


def edit(notebook: dict) -> None:
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade"):
            cell["metadata"]["nbgrader"] |= {"task": True, "grade": False}
            cell["cell_type"] = "markdown"
            del cell["outputs"], cell["execution_count"]
