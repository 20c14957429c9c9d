"""A file would run as whoever owns it, once it is the instructor's: it is copied, and is no program."""

from pathlib import Path


def damage(submission: Path) -> None:
    for name, mode in {"01.ipynb": 0o6755, "data.csv": 0o4777, "inner/more.csv": 0o2711}.items():
        (submission / name).chmod(mode)
