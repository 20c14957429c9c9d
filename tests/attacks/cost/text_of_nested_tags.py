"""A text cell has a tag in a tag in a tag: the mark stays, and the page is made."""

from helpers.submitted import say

MARK = 11


def edit(notebook: dict) -> None:
    say(notebook, "<div>" * 40_000)
