"""As many text cells as are allowed hold a table, a link and a formula each: the mark stays."""

from helpers.submitted import say

MARK = 11


def edit(notebook: dict) -> None:
    for _ in range(900):
        say(notebook, "|a|b|\n|-|-|\n|[c](d)|$x_1$|\n\n# e\n")
