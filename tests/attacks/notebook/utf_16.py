"""The file is in another encoding: it has a reason and no mark."""

from pathlib import Path

REASON = "not valid JSON"


def damage(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-16")
