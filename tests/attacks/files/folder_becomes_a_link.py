"""While it is copied, a folder becomes a link to the instructor's."""

import os
from pathlib import Path


def meanwhile(submission: Path) -> None:
    (submission / "inner").rename(submission / "elsewhere")
    os.symlink("../../instructor", submission / "inner", target_is_directory=True)
