"""A device that never ends lies beside the notebook, or a pipe: it is left out, unread."""

import os
import stat
from pathlib import Path

MARK = 11
SAID = "neither a file nor a folder"


def damage(path: Path) -> None:
    try:
        os.mknod(path.parent / "data.csv", stat.S_IFCHR | 0o666, os.makedev(1, 5))
    except PermissionError:  # only root may make devices
        os.mkfifo(path.parent / "data.csv")
