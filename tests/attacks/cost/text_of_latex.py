"""A text cell opens formulas and never ends one: the mark stays, and the page is made."""

from helpers.submitted import say

MARK = 11


def edit(notebook: dict) -> None:
    say(notebook, "\\\\[" * 60_000)
