"""A data file is a link to the gradebook: it is left out, and copied nowhere."""

from pathlib import Path

MARK = 11
SAID = "is a link"


def damage(path: Path) -> None:
    (path.parent / "data.csv").symlink_to("../../../gradebook.db")
