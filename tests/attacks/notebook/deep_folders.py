"""Folders lie in folders deeper than a path may be long: it has a reason or its mark."""

import os
from pathlib import Path

AT_MOST = 11


def damage(path: Path) -> None:
    here = os.open(path.parent, os.O_RDONLY)
    for _ in range(500):
        os.mkdir("deep-folder", dir_fd=here)
        inner = os.open("deep-folder", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(os.open("data.csv", os.O_CREAT, dir_fd=here))
    os.close(here)
