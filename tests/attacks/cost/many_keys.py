"""An object of a million keys lies beside the cells: the mark stays."""

from pathlib import Path

from helpers.submitted import insert

MARK = 11


def damage(path: Path) -> None:
    keys = ",".join(f'"{n}":0' for n in range(1_000_000))
    insert(path, f'"x": {{{keys}}}')
