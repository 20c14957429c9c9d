"""As many code cells as are allowed print a line each: the mark stays."""

from helpers.submitted import run

MARK = 11


def edit(notebook: dict) -> None:
    for number in range(900):
        run(notebook, f"print({number})")
