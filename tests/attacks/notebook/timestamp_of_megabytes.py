"""The time of handing in is megabytes of numbers, which take minutes to read as one: it is no time."""

from pathlib import Path

MARK = 11
SAID = "timestamp.txt is not read"


def damage(path: Path) -> None:
    (path.parent / "timestamp.txt").write_text("1 " * (5 << 20))
