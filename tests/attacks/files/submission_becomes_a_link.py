"""While it is copied, the submission as a whole becomes a link to the instructor's folder."""

from pathlib import Path


def meanwhile(submission: Path) -> None:
    submission.rename(submission.with_name("elsewhere"))
    submission.symlink_to("../instructor", target_is_directory=True)
