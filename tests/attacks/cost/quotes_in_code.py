"""A quarter of a megabyte of code opens quotes and brackets: the mark stays."""

from helpers.submitted import run

MARK = 11


def edit(notebook: dict) -> None:
    run(notebook, "f'''{[(" * 14_000)
    run(notebook, "'" * 80_000)
    run(notebook, "%%html\n" + "(" * 80_000)
