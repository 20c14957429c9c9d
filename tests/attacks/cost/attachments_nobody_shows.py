"""A text cell has 100,000 attachments: the mark stays."""

from helpers.submitted import say

MARK = 11


def edit(notebook: dict) -> None:
    say(notebook, "![a](attachment:1.png)")
    notebook["cells"][-1]["attachments"] = {
        f"{n}.png": {"image/png": "iVBORw0KGgo="} for n in range(100_000)
    }
