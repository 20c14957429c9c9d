"""A data file is a link to nothing: it is left out."""

from pathlib import Path

MARK = 11
SAID = "is a link"


def damage(path: Path) -> None:
    (path.parent / "data.csv").symlink_to("/nowhere/at/all")
