"""A text cell has a hundred thousand headings: the mark stays, and the page is made."""

from helpers.submitted import say

MARK = 11


def edit(notebook: dict) -> None:
    say(notebook, "# a\n" * 50_000)
