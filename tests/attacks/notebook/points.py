"""Tests claim to be worth more, less, and no number: the mark stays."""

import itertools

MARK = 11


POINTS = (1000, -5, 1e308, "many", None, [], True)


def edit(notebook: dict) -> None:
    tests = [c for c in notebook["cells"] if c["metadata"].get("nbgrader", {}).get("grade")]
    for cell, points in zip(tests, itertools.cycle(POINTS)):
        cell["metadata"]["nbgrader"]["points"] = points
        cell["metadata"]["nbgrader"]["max_score"] = points
