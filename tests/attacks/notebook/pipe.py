"""A pipe that nobody writes to lies beside the notebook: it is refused, unread."""

import os
from pathlib import Path

REASON = "neither a file nor a folder"


def damage(path: Path) -> None:
    os.mkfifo(path.parent / "data.csv")
