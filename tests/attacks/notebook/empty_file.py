"""The file is empty: it has a reason and no mark."""

from pathlib import Path

REASON = "it is empty"


def damage(path: Path) -> None:
    path.write_bytes(b"")
