"""What is told to a person when something cannot be done."""

import re

LONGEST_REASON = 200
"""Characters."""


class Problem(Exception):
    """Something cannot be done, for a reason that is a person's to know; one line says what to do.

    The only exception of ours that is meant for people. Every other one is a fault of the program.
    """


class NotCarriedError(BaseException):
    """A test asks something of a student's object that cannot be carried, or not be believed.

    No test may catch it by the way; whatever it then does, its cell waits for a person.
    """


def one_line(text: str, longest: int = LONGEST_REASON) -> str:
    """``text``, parts of which may come from a submission, as it can be printed in a list.

    Args:
        longest: characters that are kept of it.
    """
    printable = "".join(c if c.isprintable() else " " for c in text)
    line = " ".join(printable.split())
    return line if len(line) <= longest else line[:longest] + "…"


def why_stopped(log: str) -> str:
    """The last exception in what nbgrader logged and raised."""
    kinds = r"Problem|\w+(?:Error|Exception|Interrupt)"
    raised = re.findall(rf"^ *[\w.]*?((?:{kinds}): .+)$", log, re.MULTILINE) or ["see the log"]
    return one_line(f"nbgrader stopped: {raised[-1].removeprefix('Problem: ')}")
