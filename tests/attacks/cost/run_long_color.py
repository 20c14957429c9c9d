"""A cell prints a color of a million numbers: the mark stays, and the page is made."""

from helpers.submitted import run

MARK = 11


def edit(notebook: dict) -> None:
    run(notebook, "print('\\x1b[' + '1;' * 1_000_000 + 'm')")
