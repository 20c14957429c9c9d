"""Two hundred and fifty thousand empty values in a cell's metadata: the mark stays."""

MARK = 11


def edit(notebook: dict) -> None:
    notebook["cells"][0]["metadata"]["x"] = [{}] * 250_000
