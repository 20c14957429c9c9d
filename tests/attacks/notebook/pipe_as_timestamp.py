"""A pipe that nobody writes to has the timestamp's name: it is left out, unread."""

import os
from pathlib import Path

MARK = 11
SAID = "neither a file nor a folder"


def damage(path: Path) -> None:
    (path.parent / "timestamp.txt").unlink()
    os.mkfifo(path.parent / "timestamp.txt")
