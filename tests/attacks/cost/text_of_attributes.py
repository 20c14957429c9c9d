"""A text cell has a tag with tens of thousands of attributes: the mark stays, and the page is made."""

from helpers.submitted import say

MARK = 11


def edit(notebook: dict) -> None:
    say(notebook, "<b " + "a " * 40_000 + ">")
