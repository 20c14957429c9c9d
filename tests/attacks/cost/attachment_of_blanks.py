"""A text cell shows a picture of megabytes of blanks: the mark stays, and the page is made."""

from helpers.submitted import say

MARK = 11


def edit(notebook: dict) -> None:
    say(notebook, "![](attachment:a)")
    notebook["cells"][-1]["attachments"] = {"a": {"image/png": "A" + " " * 4_000_000 + "!"}}
