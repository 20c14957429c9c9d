"""Names of any bytes, as long as names may be, that look like paths, options or patterns: all are copied."""

import os
from pathlib import Path

NAMES = (b"\xff\xfe", b"a\nb", b"\x1b[2J", b"-rf", b"*", b"~", b"x" * 255, "‮cod.exe".encode())


def damage(submission: Path) -> None:
    for name in NAMES:
        with open(os.path.join(os.fsencode(submission), b"inner", name), "wb") as file:
            file.write(name)
