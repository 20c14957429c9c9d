"""A code cell has a quarter of a million blank lines: the mark stays, and the page is made."""

from helpers.submitted import run

MARK = 11


def edit(notebook: dict) -> None:
    run(notebook, "1" + "\n" * 250_000 + "1")
