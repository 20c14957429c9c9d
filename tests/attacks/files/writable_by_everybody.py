"""Files that everybody may write, one sticky: the copies can be written by their owner alone."""

from pathlib import Path


def damage(submission: Path) -> None:
    (submission / "01.ipynb").chmod(0o666)
    (submission / "data.csv").chmod(0o1777)
