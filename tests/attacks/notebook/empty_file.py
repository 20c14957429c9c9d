"""The file is empty: it has a reason and no mark."""

from pathlib import Path

REASON = "not valid JSON"


def damage(path: Path) -> None:
    path.write_bytes(b"")
