"""While it is copied, a file grows beyond what may be handed in."""

import os
from pathlib import Path


def meanwhile(submission: Path) -> None:
    os.truncate(submission / "data.csv", 1 << 40)
