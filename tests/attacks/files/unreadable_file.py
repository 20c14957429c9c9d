"""Nobody may read a file: it is refused, or copied where root does it."""

import os
from pathlib import Path

REASON = "'data.csv' cannot be read: Permission denied" if os.geteuid() else ""


def damage(submission: Path) -> None:
    (submission / "data.csv").chmod(0)
