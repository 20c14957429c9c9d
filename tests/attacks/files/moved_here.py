"""A file of the instructor's, moved from a folder that all may write: it is refused where owners are known."""

from pathlib import Path

REASON = "does not belong to who handed it in"
KEEPS_OWNERS = True


def damage(submission: Path) -> None:
    (submission.parents[1] / "instructor" / "secret.txt").rename(submission / "inner" / "moved.txt")
