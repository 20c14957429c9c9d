"""The notebook claims a newer variant of the format: it keeps its mark."""

MARK = 11


def edit(notebook: dict) -> None:
    notebook["nbformat_minor"] = 99
