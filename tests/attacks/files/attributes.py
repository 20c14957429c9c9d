"""Extended attributes, as of programs with powers of their own: copies have none."""

import contextlib
import os
import struct
from pathlib import Path

CAPABILITIES = struct.pack("<5I", 0x02000001, 1 << 7, 0, 0, 0)
"""As of `setcap cap_setuid+ep`."""


def damage(submission: Path) -> None:
    os.setxattr(submission / "data.csv", "user.note", b"mine")
    with contextlib.suppress(PermissionError):  # only root may give powers
        os.setxattr(submission / "data.csv", "security.capability", CAPABILITIES)
