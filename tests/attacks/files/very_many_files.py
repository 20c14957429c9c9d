"""More files than anybody hands in, most in one folder: they are refused before they are all listed."""

from pathlib import Path

REASON = "more than 1,000 files"


def damage(submission: Path) -> None:
    for number in range(3_000):
        (submission / "inner" / f"{number:04}").touch()
