"""A link to a folder of the instructor's, below other folders: it is refused."""

from pathlib import Path

REASON = "is a link"


def damage(submission: Path) -> None:
    (submission / "inner" / "folder").symlink_to("../../../instructor", target_is_directory=True)
