"""The file is larger than anybody reads: it has a reason and no mark."""

from pathlib import Path

REASON = "larger than 128 MB"


def damage(path: Path) -> None:
    with open(path, "a") as file:
        file.truncate(10 << 30)
