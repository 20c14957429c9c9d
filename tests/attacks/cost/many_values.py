"""Eight million values lie beside the cells: it has a reason and no mark."""

from pathlib import Path

from helpers.submitted import insert

REASON = "more than 5,000,000 values"


def damage(path: Path) -> None:
    insert(path, '"x": [' + "[]," * 8_000_000 + "0]")
