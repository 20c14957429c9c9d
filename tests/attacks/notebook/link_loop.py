"""A data file is a link to itself, deep inside: it is left out."""

from pathlib import Path

MARK = 11
SAID = "is a link"


def damage(path: Path) -> None:
    folder = path.parent / "a" / "b"
    folder.mkdir(parents=True)
    (folder / "data.csv").symlink_to("data.csv")
