"""A text cell is a list in a list in a list: the mark stays, and the page is made."""

from helpers.submitted import say

MARK = 11


def edit(notebook: dict) -> None:
    say(notebook, "".join(" " * n + "- a\n" for n in range(600)))
