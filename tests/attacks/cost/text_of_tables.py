"""A text cell is a table that is none, with code that does not end: the mark stays, and the page is made."""

from helpers.submitted import say

MARK = 11


def edit(notebook: dict) -> None:
    say(notebook, "--|a|a|\n|-|-|\n`" * 12_000)
