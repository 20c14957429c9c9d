"""The notebook is a link to itself, and another leads nowhere: they are refused."""

from pathlib import Path

REASON = "is a link"


def damage(submission: Path) -> None:
    (submission / "01.ipynb").unlink()
    (submission / "01.ipynb").symlink_to("01.ipynb")
    (submission / "data.csv").unlink()
    (submission / "data.csv").symlink_to("/nowhere")
