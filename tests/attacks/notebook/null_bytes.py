"""Null bytes stand in text and code: what they are in is lost, and nothing else."""

from helpers.submitted import cell

MARK = 11


def edit(notebook: dict) -> None:
    cell(notebook, "gradient")["source"] = "gradient = '\0'\0"
    notebook["cells"][0]["source"] = "\0"
    notebook["metadata"]["\0"] = "\0"
