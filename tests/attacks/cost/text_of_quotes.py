"""A text cell is a quote in a quote in a quote: the mark stays, and the page is made."""

from helpers.submitted import say

MARK = 11


def edit(notebook: dict) -> None:
    say(notebook, ">" * 200_000)
