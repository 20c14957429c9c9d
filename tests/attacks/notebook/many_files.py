"""Thousands of files: those beyond a thousand are left out."""

from pathlib import Path

MARK = 11
SAID = "more than 1,000 files"


def damage(path: Path) -> None:
    for number in range(2000):
        (path.parent / f"{number}.csv").touch()
