"""Files that are too large together, each alone is not: they are refused."""

from pathlib import Path

REASON = "the files handed in are larger than"


def damage(submission: Path) -> None:
    for number in range(11):
        with open(submission / f"{number}.csv", "w") as file:
            file.truncate(100_000)
