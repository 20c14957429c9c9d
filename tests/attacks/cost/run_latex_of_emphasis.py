"""A cell displays LaTeX that is a megabyte of Markdown: the mark stays, and the page is made."""

from helpers.submitted import show

MARK = 11


def edit(notebook: dict) -> None:
    show(notebook, text_latex="'*a _b [' * 200_000")
