"""A cell displays what no reader of HTML takes: the mark stays, and the page is made."""

from helpers.submitted import show

MARK = 11


def edit(notebook: dict) -> None:
    show(notebook, text_html="'<![x' * 1_000")
