"""No cell is left: nothing is earned."""

MARK = 0


def edit(notebook: dict) -> None:
    notebook["cells"] = []
