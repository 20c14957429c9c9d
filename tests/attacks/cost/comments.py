"""Thirty megabytes of comments in thirty code cells: it has a reason and no mark."""

from helpers.submitted import run

REASON = "the cells hold more than 300,000 characters"


def edit(notebook: dict) -> None:
    for _ in range(30):
        run(notebook, "# x\n" * 249_000)
