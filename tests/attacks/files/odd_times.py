"""Files from before 1970 and of the far future: they are copied."""

import os
from pathlib import Path


def damage(submission: Path) -> None:
    os.utime(submission / "data.csv", (-(10**9), -(10**9)))
    os.utime(submission / "01.ipynb", (10**10, 10**10))
