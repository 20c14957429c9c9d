"""A cell displays a tag with a million attributes: the mark stays, and the page is made."""

from helpers.submitted import show

MARK = 11


def edit(notebook: dict) -> None:
    show(notebook, text_html="'<b ' + 'a ' * 1_000_000 + '>'")
