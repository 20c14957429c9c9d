"""A cell prints ten million lines: the mark stays, and the page is made."""

from helpers.submitted import run

MARK = 11


def edit(notebook: dict) -> None:
    run(notebook, "print('\\n' * 10_000_000)")
