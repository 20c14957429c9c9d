"""A cell displays HTML of a million beginnings of entities: the mark stays, and the page is made."""

from helpers.submitted import show

MARK = 11


def edit(notebook: dict) -> None:
    show(notebook, text_html="'&' * 3_000_000")
