"""What is handed in would run as whoever owns it, and all may write it: it is graded as any other."""

from pathlib import Path

MARK = 11


def damage(path: Path) -> None:
    (path.parent / "data.csv").write_text("1 2 3")
    for each in (path, path.parent / "data.csv", path.parent / "timestamp.txt", path.parent):
        each.chmod(0o7777)
