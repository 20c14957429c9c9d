"""A folder has the name of the instructor's data file: it has a reason and no mark."""

from pathlib import Path

from helpers.submitted import DATA

REASON = "is a folder, and should be the file of that name"


def damage(path: Path) -> None:
    (path.parent / DATA).mkdir()
    (path.parent / DATA / "x").write_text("1", encoding="utf-8")
