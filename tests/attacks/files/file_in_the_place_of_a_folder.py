"""A file is handed in instead of a folder: it is refused."""

import shutil
from pathlib import Path

REASON = "a file was handed in instead of a folder"


def damage(submission: Path) -> None:
    shutil.rmtree(submission)
    submission.write_text("x")
