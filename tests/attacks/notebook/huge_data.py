"""Ten gigabytes of data, most of them a hole: it has a reason and no mark."""

from pathlib import Path

REASON = "larger than 32 MB"


def damage(path: Path) -> None:
    with open(path.parent / "data.csv", "w") as file:
        file.truncate(10 << 30)
