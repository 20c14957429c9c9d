"""The notebook was left out: there is a reason and no mark."""

from pathlib import Path

REASON = "nothing handed in"


def damage(path: Path) -> None:
    path.unlink()
