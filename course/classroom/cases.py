"""Texts of answers, one after the other: how the bundled class and the tests' bank are written.

An answer starts with a line `# %% PLACE VERDICT: what it is` and ends where the next one starts.
PLACE is as many words as the kind of file needs, VERDICT is `right` or the tag of the misconception
that the answer must be told:

    # %% 01-by-hand gradient sum-for-mean: dot already sums
    def gradient(x, y_pred, y):
        return np.dot(2 * x, y_pred - y).mean()
"""

import re
from dataclasses import dataclass
from pathlib import Path

HEAD = re.compile(r"^# %% (?:([^:\n]+) )?(\S+?): (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """One answer. ``tag`` is the misconception it must be told, None if it is right."""

    assignment: str
    exercise: str
    tag: str | None
    what: str
    code: str

    def __str__(self) -> str:
        return f"{self.exercise}: {self.tag or 'right'}, {self.what}"


def split(path: Path) -> tuple[str, list[tuple[list[str], str | None, str, str]]]:
    """What stands before the first answer of a file, and each answer's (place, tag, what, code)."""
    preamble, *parts = HEAD.split(path.read_text(encoding="utf-8"))
    answers = [
        ((place or "").split(), None if verdict == "right" else verdict, what, code.strip())
        for place, verdict, what, code in zip(*[iter(parts)] * 4, strict=True)
    ]
    return preamble, answers
