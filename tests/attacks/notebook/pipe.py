"""A pipe that nobody writes to lies beside the notebook: it is left out, unread."""

import os
from pathlib import Path

MARK = 11
SAID = "neither a file nor a folder"


def damage(path: Path) -> None:
    os.mkfifo(path.parent / "data.csv")
