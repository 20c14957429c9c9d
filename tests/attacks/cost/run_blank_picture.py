"""A cell displays a picture of a megabyte of blanks: the mark stays, and the page is made."""

from helpers.submitted import show

MARK = 11


def edit(notebook: dict) -> None:
    show(notebook, image_png="'A' + ' ' * 1_000_000 + '!'")
