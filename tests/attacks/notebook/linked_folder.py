"""A folder of data is a link to the source notebooks: it is refused."""

from pathlib import Path

REASON = "is a link"


def damage(path: Path) -> None:
    (path.parent / "data").symlink_to(path.parents[3] / "source")
