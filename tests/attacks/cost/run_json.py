"""A cell displays a million empty lists: the mark stays, and the page is made."""

from helpers.submitted import show

MARK = 11


def edit(notebook: dict) -> None:
    show(notebook, **{"application_json": "[[]] * 1_000_000"})
