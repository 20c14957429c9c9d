"""Solutions claim to be graded by hand, for many points: the mark stays."""

MARK = 11


def edit(notebook: dict) -> None:
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("solution"):
            cell["metadata"]["nbgrader"] |= {"grade": True, "points": 1000}
