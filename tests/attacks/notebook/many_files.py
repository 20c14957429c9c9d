"""Thousands of files: it has a reason and no mark."""

from pathlib import Path

REASON = "more than 1,000 files"


def damage(path: Path) -> None:
    for number in range(2000):
        (path.parent / f"{number}.csv").touch()
