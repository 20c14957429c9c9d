"""A socket lies beside the notebook: it is left out."""

import os
import socket
from pathlib import Path

MARK = 11
SAID = "neither a file nor a folder"


def damage(path: Path) -> None:
    # By a descriptor, since the path of a socket must be short.
    folder = os.open(path.parent, os.O_PATH)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"/proc/self/fd/{folder}/data.csv")
    os.close(folder)
