"""While it is copied, a file and a folder get bits that a copy must not have."""

from pathlib import Path


def meanwhile(submission: Path) -> None:
    (submission / "data.csv").chmod(0o6777)
    (submission / "inner").chmod(0o7777)
