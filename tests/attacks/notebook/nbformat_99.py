"""The notebook claims a format that does not exist yet: it has a reason and no mark."""

REASON = "not a notebook"


def edit(notebook: dict) -> None:
    notebook["nbformat"] = 99
