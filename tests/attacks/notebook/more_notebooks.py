"""Other notebooks are handed in too, one of them hostile: only the right one is graded."""

from pathlib import Path

MARK = 11


def damage(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.with_name("01-by-hand (1).ipynb").write_text(text, encoding="utf-8")
    path.with_name("extra.ipynb").write_text("{", encoding="utf-8")
    (path.parent / "inside").mkdir()
    (path.parent / "inside" / path.name).write_text(text, encoding="utf-8")
