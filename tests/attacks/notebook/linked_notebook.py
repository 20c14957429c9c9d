"""The notebook is a link to the instructor's: it is refused."""

from pathlib import Path

REASON = "is a link"


def damage(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.parents[3] / "source" / path.parent.name / path.name)
