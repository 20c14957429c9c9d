"""A million outputs are stored in a cell: the mark stays."""

MARK = 11


def edit(notebook: dict) -> None:
    for each in notebook["cells"]:
        if each["cell_type"] == "code":
            each["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ""}] * 20_000
