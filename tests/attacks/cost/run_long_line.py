"""A cell prints a line of 20 MB: the mark stays, and the page is made."""

from helpers.submitted import run

MARK = 11


def edit(notebook: dict) -> None:
    run(notebook, "print('x' * 20_000_000)")
