"""Devices that never end, or a pipe where only root may make them: they are refused, unopened."""

import os
import stat
from pathlib import Path

REASON = "neither a file nor a folder"


def damage(submission: Path) -> None:
    try:
        os.mknod(submission / "inner" / "zero", stat.S_IFCHR | 0o666, os.makedev(1, 5))
        os.mknod(submission / "inner" / "disk", stat.S_IFBLK | 0o666, os.makedev(7, 250))
    except PermissionError:
        os.mkfifo(submission / "inner" / "zero")
