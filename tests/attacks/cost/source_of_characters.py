"""A source is a list of two hundred thousand texts of one character, and more of none: the mark stays."""

from helpers.submitted import run

MARK = 11


def edit(notebook: dict) -> None:
    run(notebook, [""] * 500_000 + ["#"] + ["x"] * 200_000)
