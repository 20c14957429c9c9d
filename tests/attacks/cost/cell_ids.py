"""Each cell has an id of a megabyte: the mark stays."""

MARK = 11


def edit(notebook: dict) -> None:
    for number, each in enumerate(notebook["cells"]):
        each["id"] = f"{number}" + "x" * 300_000
