"""A million cells: it has a reason and no mark."""

from pathlib import Path

REASON = "more than 1,000 cells"


def damage(path: Path) -> None:
    cell = '{"cell_type":"code","metadata":{},"source":""},'
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"cells": [', '"cells": [' + cell * 600_000, 1), encoding="utf-8")
