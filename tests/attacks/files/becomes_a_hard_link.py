"""While it is copied, a file becomes a second name of one that only the instructor may read."""

import os
from pathlib import Path


def meanwhile(submission: Path) -> None:
    os.link(submission.parents[1] / "instructor" / "secret.txt", submission / "new")
    os.replace(submission / "new", submission / "data.csv")
