"""What NumPy, torch and Python raise at a learner, explained by its cause."""

import re

from course.check import messages
from course.door import StudentError


def explain(error: StudentError) -> tuple[str, dict[str, object]]:
    """The tag of the message that explains ``error``, and the facts that message needs."""
    text = str(error)
    tag = next(
        (
            tag
            for kind, pattern, tag in messages.CAUSES
            if kind in error.kinds and re.search(pattern, text)
        ),
        "error",
    )
    where = f" The line is `{error.line}`." if error.line else ""
    return tag, {"kind": error.kinds[0], "text": text.strip() or "(no text)", "where": where}
