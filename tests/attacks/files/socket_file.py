"""A socket: it is refused."""

import os
import socket
from pathlib import Path

REASON = "neither a file nor a folder"


def damage(submission: Path) -> None:
    # By a descriptor, since the path of a socket must be short.
    folder = os.open(submission, os.O_PATH)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"/proc/self/fd/{folder}/socket.csv")
    os.close(folder)
