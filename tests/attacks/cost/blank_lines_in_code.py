"""Code cells hold very many blank lines and words: the mark stays, and the page is made."""

from helpers.submitted import run

MARK = 11


def edit(notebook: dict) -> None:
    run(notebook, "1" + "\n" * 150_000 + "1")
    run(notebook, "0 or " * 20_000 + "1")
