"""Nobody may read the file: it has a reason, or its mark where root grades."""

import os
from pathlib import Path

MARK, REASON = (11, None) if os.geteuid() == 0 else (None, "cannot be read: Permission denied")


def damage(path: Path) -> None:
    path.chmod(0)
