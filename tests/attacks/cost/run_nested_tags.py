"""A cell displays a tag in a tag in a tag: the mark stays, and the page is made."""

from helpers.submitted import show

MARK = 11


def edit(notebook: dict) -> None:
    show(notebook, text_html="'<b>' * 500_000")
