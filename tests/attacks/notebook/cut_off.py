"""The file ends in the middle: it has a reason and no mark."""

from pathlib import Path

REASON = "not valid JSON"


def damage(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
