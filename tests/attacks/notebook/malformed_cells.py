"""Parts of cells have types they cannot have: their text is kept, and the mark stays."""

MARK = 11


def edit(notebook: dict) -> None:
    notebook["cells"][0]["metadata"] = []
    notebook["cells"][1]["source"] = 5
    notebook["cells"][2]["cell_type"] = "sheet"
    notebook["cells"][3] = None
