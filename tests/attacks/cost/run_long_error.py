"""An error has a text of 10 MB, and colors: the mark stays, and the page is made."""

from helpers.submitted import run

MARK = 11


def edit(notebook: dict) -> None:
    run(notebook, "raise ValueError('\\x1b[1;31m' * 1_000_000)")
