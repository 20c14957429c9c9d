"""While it is copied, a file becomes a pipe that nobody writes to, and a folder one, too."""

import os
from pathlib import Path


def meanwhile(submission: Path) -> None:
    os.mkfifo(submission / "new")
    os.replace(submission / "new", submission / "data.csv")
    (submission / "inner").rename(submission / "elsewhere")
    os.mkfifo(submission / "inner")
