"""A text cell has a tag of a quarter of a megabyte that does not end: the mark stays."""

from helpers.submitted import say

MARK = 11


def edit(notebook: dict) -> None:
    say(notebook, "<" + "a" * 250_000)
