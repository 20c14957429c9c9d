"""Nearly a thousand small files with long names lie beside the notebook: the mark stays."""

from pathlib import Path

MARK = 11


def damage(path: Path) -> None:
    for number in range(980):
        (path.parent / f"{number:0250}").write_text("1")
