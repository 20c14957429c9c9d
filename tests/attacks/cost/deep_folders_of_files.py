"""Nearly a thousand files, thirty folders deep: the mark stays."""

from pathlib import Path

MARK = 11


def damage(path: Path) -> None:
    folder = path.parent.joinpath(*["x" * 100] * 30)
    folder.mkdir(parents=True)
    for number in range(900):
        (folder / f"{number:0200}").touch()
