"""A cell displays a drawing of a million groups: the mark stays, and the page is made."""

from helpers.submitted import show

MARK = 11


def edit(notebook: dict) -> None:
    show(
        notebook,
        **{"image_svg+xml": "'<svg xmlns=\"http://www.w3.org/2000/svg\">' + '<g>' * 1_000_000"},
    )
