"""Null bytes stand between the lines of the file: it has a reason and no mark."""

from pathlib import Path

REASON = "not valid JSON"


def damage(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\0\n"))
