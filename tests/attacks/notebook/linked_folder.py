"""A folder of data is a link to the source notebooks: it is left out."""

from pathlib import Path

MARK = 11
SAID = "is a link"


def damage(path: Path) -> None:
    (path.parent / "data").symlink_to(path.parents[3] / "source")
