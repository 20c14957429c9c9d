"""A pipe that nobody writes to has the notebook's name: it is refused, unread."""

import os
from pathlib import Path

REASON = "neither a file nor a folder"


def damage(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)
