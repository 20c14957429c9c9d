"""Nobody may enter a folder: it is refused, or copied where root does it."""

import os
from pathlib import Path

REASON = "'inner' cannot be read: Permission denied" if os.geteuid() else ""


def damage(submission: Path) -> None:
    (submission / "inner").chmod(0)
