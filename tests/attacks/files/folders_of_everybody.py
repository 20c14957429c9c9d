"""Folders give their group to what is made in them, and let everybody write: copies do not."""

from pathlib import Path


def damage(submission: Path) -> None:
    (submission / "inner").chmod(0o7777)
    submission.chmod(0o3777)
