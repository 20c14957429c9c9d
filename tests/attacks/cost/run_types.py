"""A cell displays itself in a hundred thousand types: the mark stays, and the page is made."""

from helpers.submitted import show

MARK = 11


def edit(notebook: dict) -> None:
    show(
        notebook,
        **{"text_plain": "'a', **{f'text/x-{n}': 'a' for n in range(100_000)}, 'a/b': 'c'"},
    )
