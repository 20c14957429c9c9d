"""The notebook is of format 3, and has a million worksheets: nothing is in them, and there are no points."""

MARK = 0


def edit(notebook: dict) -> None:
    notebook |= {"nbformat": 3, "worksheets": [{"cells": []}] * 1_000_000}
    del notebook["cells"]
