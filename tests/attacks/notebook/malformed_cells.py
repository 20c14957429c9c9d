"""Parts of cells have types they cannot have: it has a reason and no mark."""

REASON = "not a notebook"


def edit(notebook: dict) -> None:
    notebook["cells"][0]["metadata"] = []
    notebook["cells"][1]["source"] = 5
    notebook["cells"][2]["cell_type"] = "sheet"
    notebook["cells"][3] = None
