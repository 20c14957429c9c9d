"""A cell displays formulas of Markdown that do not end: the mark stays, and the page is made."""

from helpers.submitted import show

MARK = 11


def edit(notebook: dict) -> None:
    show(notebook, text_markdown="'\\\\[' * 1_000_000")
