"""A number has twenty million digits, which take hours to read: the mark stays."""

from pathlib import Path

from helpers.submitted import insert

MARK = 11


def damage(path: Path) -> None:
    insert(path, '"x": ' + "9" * 20_000_000)
