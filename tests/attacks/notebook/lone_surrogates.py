"""Halves of characters stand in sources, outputs and metadata: the mark stays."""

MARK = 11


HALF = "\ud83d"


def edit(notebook: dict) -> None:
    notebook["metadata"][HALF] = HALF
    for cell in notebook["cells"]:
        cell["metadata"][HALF] = HALF
        cell["metadata"].get("nbgrader", {})[HALF] = HALF
        cell["source"] = [*cell["source"], f"\n# {HALF}"]
        if cell["cell_type"] == "code":
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": HALF}]
