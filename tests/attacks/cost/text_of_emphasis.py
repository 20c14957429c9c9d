"""A text cell emphasizes and never ends it: the mark stays, and the page is made."""

from helpers.submitted import say

MARK = 11


def edit(notebook: dict) -> None:
    say(notebook, "*a **b _c " * 20_000)
