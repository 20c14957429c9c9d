"""Text has attachments whose names are paths: nothing is written there."""

from helpers.submitted import CANARY

MARK = 11


def edit(notebook: dict) -> None:
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            cell["attachments"] = {
                "../../../canary.png": {"image/png": "!"},
                CANARY: {"image/png": "iVBORw0KGgo="},
            }
