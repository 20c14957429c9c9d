"""The same key stands in an object a million times: the mark stays."""

from pathlib import Path

from helpers.submitted import insert

MARK = 11


def damage(path: Path) -> None:
    insert(path, '"x": {' + '"a":[],' * 1_000_000 + '"a":0}')
