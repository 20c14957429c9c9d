"""Folders among those of students that cannot be graded as a student's, told by their names."""

import unicodedata
from collections import Counter
from collections.abc import Collection


def refused(students: Collection[str]) -> dict[str, str]:
    """Why some of ``students``, names of folders, are not graded, by their names.

    nbgrader cuts blanks off a name, and finds nothing under what is left. Two names that look alike
    are one student's in a gradebook that a person reads.
    """
    alike = Counter(map(_normal, students))
    reasons = {}
    for name in students:
        if name.startswith("."):
            reasons[name] = "a hidden folder is no student's; move what is handed in out of it"
        elif name != name.strip() and name.strip().isprintable():
            reasons[name] = (
                f"the folder's name has a blank at an end; rename it to {name.strip()!r}"
            )
        elif alike[_normal(name)] > 1:
            reasons[name] = "another folder's name looks the same; put what is handed in into one"
    return reasons


def _normal(name: str) -> str:
    """``name`` as it looks: letters and their accents as one character or several."""
    return unicodedata.normalize("NFC", name.strip())
