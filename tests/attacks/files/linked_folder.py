"""A link to the instructor's folder is handed in as a whole: it is refused."""

import shutil
from pathlib import Path

REASON = "a link was handed in instead of a folder"


def damage(submission: Path) -> None:
    shutil.rmtree(submission)
    submission.symlink_to("../instructor", target_is_directory=True)
