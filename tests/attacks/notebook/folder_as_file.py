"""A folder has the name of the instructor's data file: it is left out."""

from pathlib import Path

from helpers.submitted import DATA

MARK = 11
SAID = "is a folder, and should be the file of that name"


def damage(path: Path) -> None:
    (path.parent / DATA).mkdir()
    (path.parent / DATA / "x").write_text("1", encoding="utf-8")
