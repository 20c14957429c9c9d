"""An error was raised while another was handled, a thousand times: the mark stays, and the page is made."""

from helpers.submitted import run

MARK = 11


def edit(notebook: dict) -> None:
    run(
        notebook,
        "e = None\nfor n in range(900):\n    try:\n        raise ValueError(n) from e\n    except ValueError as next_:\n        e = next_\nraise e",
    )
