"""While it is copied, the instructor's own file is moved in a file's place."""

import os
from pathlib import Path

KEEPS_OWNERS = True


def meanwhile(submission: Path) -> None:
    os.replace(submission.parents[1] / "instructor" / "secret.txt", submission / "data.csv")
