"""Code is a row of dots, which is slow to color: the mark stays."""

from helpers.submitted import run

MARK = 11


def edit(notebook: dict) -> None:
    run(notebook, "# " + "." * 100_000)
    run(notebook, "." * 100_000)
