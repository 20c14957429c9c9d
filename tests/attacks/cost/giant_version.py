"""The version of the format has a million digits, the minor one is a list: it has a reason and no mark."""

from pathlib import Path

REASON = "it says that it is of format"


def damage(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    text = text.replace('"nbformat": 4', '"nbformat": 4' + "4" * 1_000_000)
    path.write_text(text.replace('"nbformat_minor": 5', '"nbformat_minor": [[]]'), encoding="utf-8")
