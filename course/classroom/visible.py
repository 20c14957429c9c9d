"""Texts that students chose, such as their names, as they can be shown to a person."""

import re
import unicodedata

KINDS = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Unicode's categories of what controls a text: lines, directions, characters of no width, halves."""

BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Letters, marks and symbols that are drawn as nothing."""


def visible(text: str) -> str:
    """``text`` with what cannot be seen in it written out, such as [U+200B]."""
    return "".join(f"[U+{ord(c):04X}]" if _is_unseen(c) else c for c in text)


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in KINDS or bool(BLANK.match(character))
