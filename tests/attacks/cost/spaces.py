"""Thirty megabytes of spaces stand before the cells: the mark stays."""

from pathlib import Path

MARK = 11


def damage(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(" " * 15_000_000 + "\n" * 15_000_000 + text, encoding="utf-8")
