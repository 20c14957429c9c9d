"""Names of files have newlines, escapes, patterns, and bytes that are no text: the mark stays."""

import os
from pathlib import Path

MARK = 11


NAMES = (
    b"a\nb.csv",
    b"\x1b[2J",
    b"-rf",
    b"*",
    b"[a]",
    b"'\"`$(x)",
    b"\xff\xfe",
    b"x" * 255,
    b"~",
    b" ",
)


def damage(path: Path) -> None:
    for name in NAMES:
        with open(os.path.join(os.fsencode(path.parent), name), "w") as file:
            file.write("1")
