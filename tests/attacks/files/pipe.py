"""A pipe that nobody writes to, in the notebook's place: it is refused, and not waited for."""

import os
from pathlib import Path

REASON = "neither a file nor a folder"


def damage(submission: Path) -> None:
    (submission / "01.ipynb").unlink()
    os.mkfifo(submission / "01.ipynb")
