"""A cell displays a picture whose metadata are a million lists: the mark stays, and the page is made."""

from helpers.submitted import run

MARK = 11


def edit(notebook: dict) -> None:
    run(
        notebook,
        "from IPython.display import display\\ndisplay({'text/plain': 'a'}, metadata={'a': [[]] * 1_000_000}, raw=True)",
    )
