"""A cell displays thirty pictures of a megabyte: the mark stays, and the page is made."""

from helpers.submitted import show

MARK = 11


def edit(notebook: dict) -> None:
    for _ in range(30):
        show(notebook, image_png="'A' * 1_000_000")
