"""A link to a file that only the instructor may read: it is refused."""

from pathlib import Path

REASON = "is a link"


def damage(submission: Path) -> None:
    (submission / "data.csv").unlink()
    (submission / "data.csv").symlink_to("../../instructor/secret.txt")
