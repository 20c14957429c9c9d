"""A text cell shows nine thousand pictures, of twenty megabytes: the mark stays."""

from helpers.submitted import say

MARK = 11


def edit(notebook: dict) -> None:
    say(notebook, "".join(f"![](attachment:{n})\n" for n in range(9_000)))
    notebook["cells"][-1]["attachments"] = {
        f"{n}": {"image/png": "A" * 2_000} for n in range(9_000)
    }
