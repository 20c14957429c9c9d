"""A data file is a link to the gradebook: it is refused, and copied nowhere."""

from pathlib import Path

REASON = "is a link"


def damage(path: Path) -> None:
    (path.parent / "data.csv").symlink_to("../../../gradebook.db")
