"""The file is in another encoding, which its first bytes tell: it keeps its mark."""

from pathlib import Path

MARK = 11


def damage(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-16")
