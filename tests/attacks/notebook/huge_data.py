"""Ten gigabytes of data, most of them a hole: it is left out."""

from pathlib import Path

MARK = 11
SAID = "larger than 32 MB"


def damage(path: Path) -> None:
    with open(path.parent / "data.csv", "w") as file:
        file.truncate(10 << 30)
