"""A file of a terabyte that takes no room: it is refused, unread."""

import os
from pathlib import Path

REASON = "larger than"


def damage(submission: Path) -> None:
    os.truncate(submission / "data.csv", 1 << 40)
