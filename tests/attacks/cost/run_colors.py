"""A cell prints 400,000 colors in one line: the mark stays, and the page is made."""

from helpers.submitted import run

MARK = 11


def edit(notebook: dict) -> None:
    run(notebook, "print('\\x1b[31ma' * 400_000)")
