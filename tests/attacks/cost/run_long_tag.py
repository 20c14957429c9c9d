"""A cell displays a tag of megabytes that does not end: the mark stays, and the page is made."""

from helpers.submitted import show

MARK = 11


def edit(notebook: dict) -> None:
    show(notebook, text_html="'<' + 'a' * 4_000_000")
