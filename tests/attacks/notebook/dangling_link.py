"""A data file is a link to nothing: it is refused."""

from pathlib import Path

REASON = "is a link"


def damage(path: Path) -> None:
    (path.parent / "data.csv").symlink_to("/nowhere/at/all")
