"""Numbers that are too large, or none, stand in the metadata: the mark stays."""

from pathlib import Path

from helpers.submitted import insert

MARK = 11


def damage(path: Path) -> None:
    insert(path, '"x": [NaN, 1e999, -1e-999, Infinity, -Infinity, ' + "1e999," * 1_000_000 + "0]")
