"""A text cell has what no reader of HTML takes: the mark stays, and the page is made."""

from helpers.submitted import say

MARK = 11


def edit(notebook: dict) -> None:
    say(notebook, "<div>\n<![x" * 10)
