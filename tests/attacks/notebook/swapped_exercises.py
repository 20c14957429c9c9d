"""Two solutions swap their ids: both are run, and the mark stays."""

from helpers.submitted import cell

MARK = 11


def edit(notebook: dict) -> None:
    first, second = (cell(notebook, name)["metadata"] for name in ("forward", "mse_loss"))
    first["nbgrader"], second["nbgrader"] = second["nbgrader"], first["nbgrader"]
