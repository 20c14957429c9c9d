"""The folder handed in is a link to a file's folder elsewhere: it is refused."""

from pathlib import Path

REASON = "a link was handed in"


def damage(path: Path) -> None:
    path.parent.rename(path.parents[1] / "elsewhere")
    path.parent.symlink_to("elsewhere")
