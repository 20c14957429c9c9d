"""A text cell has tags that do not end: the mark stays, and the page is made."""

from helpers.submitted import say

MARK = 11


def edit(notebook: dict) -> None:
    say(notebook, "<div>\n" + "<a " * 60_000)
