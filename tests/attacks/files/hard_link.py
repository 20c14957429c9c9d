"""A second name of a file of the instructor's: it is refused."""

import os
from pathlib import Path

REASON = "is a hard link"


def damage(submission: Path) -> None:
    (submission / "data.csv").unlink()
    os.link(submission.parents[1] / "instructor" / "secret.txt", submission / "data.csv")
