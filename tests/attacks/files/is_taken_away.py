"""While it is copied, all of it is taken away."""

import shutil
from pathlib import Path


def meanwhile(submission: Path) -> None:
    shutil.rmtree(submission)
