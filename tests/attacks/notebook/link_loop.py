"""A data file is a link to itself, deep inside: it is refused."""

from pathlib import Path

REASON = "is a link"


def damage(path: Path) -> None:
    folder = path.parent / "a" / "b"
    folder.mkdir(parents=True)
    (folder / "data.csv").symlink_to("data.csv")
