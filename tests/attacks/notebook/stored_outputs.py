"""A hundred megabytes of outputs are stored: nobody reads them, and the mark stays."""

from helpers.submitted import cell

MARK = 11


def edit(notebook: dict) -> None:
    outputs = cell(notebook, "forward")["outputs"]
    outputs.append({"output_type": "stream", "name": "stdout", "text": "x" * (100 << 20)})
