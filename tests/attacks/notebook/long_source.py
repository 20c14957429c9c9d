"""A cell has twenty megabytes of source: it has a reason and no mark."""

from helpers.submitted import cell

REASON = "the cells hold more than 300,000 characters"


def edit(notebook: dict) -> None:
    cell(notebook, "forward")["source"].append("\n#" + "x" * (20 << 20))
