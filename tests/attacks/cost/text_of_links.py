"""A text cell has brackets, and the definitions of links: the mark stays, and the page is made."""

from helpers.submitted import say

MARK = 11


def edit(notebook: dict) -> None:
    say(notebook, "[" * 100_000 + "\n\n" + "[a]: b\n" * 15_000)
