"""What should be nbgrader's metadata is a list, null, a number or text: the mark stays."""

MARK = 11


def edit(notebook: dict) -> None:
    for number, cell in enumerate(notebook["cells"]):
        if cell["metadata"].get("nbgrader", {}).get("solution"):
            cell["metadata"]["nbgrader"] = ([], None, 5, "x", {}, {"grade": True}, [[]])[number % 7]
