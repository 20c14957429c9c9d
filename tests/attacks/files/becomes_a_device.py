"""While it is copied, a file becomes a device that never ends, or a pipe where only root may make one."""

import os
import stat
from pathlib import Path


def meanwhile(submission: Path) -> None:
    try:
        os.mknod(submission / "new", stat.S_IFCHR | 0o666, os.makedev(1, 5))
    except PermissionError:
        os.mkfifo(submission / "new")
    os.replace(submission / "new", submission / "data.csv")
