"""A cell prints to the one and the other, a hundred thousand times: the mark stays, and the page is made."""

from helpers.submitted import run

MARK = 11


def edit(notebook: dict) -> None:
    run(
        notebook,
        "import sys\nfor _ in range(100_000):\n    print('a', flush=True)\n    print('b', file=sys.stderr, flush=True)",
    )
