"""The time of handing in is no time: it has its mark."""

from pathlib import Path

MARK = 11
SAID = "timestamp.txt is not read"


def damage(path: Path) -> None:
    (path.parent / "timestamp.txt").write_bytes(b"the day before\0\xff")
