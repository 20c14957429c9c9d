"""Ten million characters are escaped, and half of them are halves: the mark stays."""

from pathlib import Path

from helpers.submitted import insert

MARK = 11


def damage(path: Path) -> None:
    insert(path, '"x": "' + "\\ud800\\u0041" * 2_500_000 + '"')
