"""Names of files look like absolute paths and parents to a careless reader: the mark stays."""

from pathlib import Path

MARK = 11


NAMES = ("..\\..\\canary", "C:\\canary", "%2e%2e%2fcanary", "...", "..canary", "{nbgrader_step}")


def damage(path: Path) -> None:
    for name in NAMES:
        (path.parent / name).write_text("1", encoding="utf-8")
