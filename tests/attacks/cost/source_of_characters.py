"""A source is a list of a million texts of one character: the mark stays."""

from helpers.submitted import run

MARK = 11


def edit(notebook: dict) -> None:
    run(notebook, [""] * 500_000 + ["#"] + ["x"] * 400_000)
