"""Folders in folders, deeper than a path may be long: they are refused."""

import os
from pathlib import Path

REASON = "folders lie in folders"


def damage(submission: Path) -> None:
    here = os.open(submission, os.O_RDONLY)
    for _ in range(400):
        os.mkdir("deep-folder", dir_fd=here)
        inner = os.open("deep-folder", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)
