"""What is told to a person when something cannot be done."""

import re

LONGEST_REASON = 200
"""Characters."""


class UngradableError(Exception):
    """A submission cannot be graded; the text says why, in one line."""


def one_line(text: str) -> str:
    """``text``, parts of which may come from a submission, as it can be printed in a list."""
    printable = "".join(c if c.isprintable() else " " for c in text)
    line = " ".join(printable.split())
    return line if len(line) <= LONGEST_REASON else line[:LONGEST_REASON] + "…"


def why_stopped(log: str) -> str:
    """The last exception in what nbgrader logged and raised."""
    pattern = re.compile(r"^ *[\w.]*?(\w+(?:Error|Exception|Interrupt): .+)$", re.MULTILINE)
    raised = pattern.findall(log) or ["see the log"]
    return one_line(f"nbgrader stopped: {raised[-1]}")
