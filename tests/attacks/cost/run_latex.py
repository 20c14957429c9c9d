"""A cell displays LaTeX that does not end: the mark stays, and the page is made."""

from helpers.submitted import show

MARK = 11


def edit(notebook: dict) -> None:
    show(notebook, text_latex="'$\\\\begin{a}<a ' * 500_000")
