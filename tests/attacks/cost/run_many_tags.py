"""A cell displays a table of a million fields: the mark stays, and the page is made."""

from helpers.submitted import show

MARK = 11


def edit(notebook: dict) -> None:
    show(notebook, text_html="'<td>1</td>' * 1_000_000")
