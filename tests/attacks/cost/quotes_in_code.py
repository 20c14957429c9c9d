"""A megabyte of code opens quotes and brackets: the mark stays."""

from helpers.submitted import run

MARK = 11


def edit(notebook: dict) -> None:
    run(notebook, "f'''{[(" * 40_000)
    run(notebook, "'" * 300_000)
    run(notebook, "%%html\n" + "(" * 300_000)
