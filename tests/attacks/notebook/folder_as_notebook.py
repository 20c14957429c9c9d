"""A folder has the notebook's name: it has a reason and no mark."""

from pathlib import Path

REASON = "not a notebook: a folder of that name"


def damage(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "data.csv").write_text("1", encoding="utf-8")
