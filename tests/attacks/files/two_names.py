"""Two names of one file of their own, by which it could be changed: they are refused."""

import os
from pathlib import Path

REASON = "is a hard link"


def damage(submission: Path) -> None:
    os.link(submission / "data.csv", submission / "inner" / "again.csv")
