"""What NumPy, torch and Python raise at a learner, explained by its cause."""

import re

from course import door
from course.check import messages
from course.check.messages import Cause
from course.door import Place, StudentError, probes

LONGEST_LINE = 70
LONGEST_TEXT = 100
"""Characters of the learner's line, and of the error's text, that a message shows."""


NOISE = re.compile(r"\S*<locals>\.|,? with gufunc signature.*| \(has \d, gufunc.*")
"""In the text of an error: where a function was defined, and NumPy's own shorthand for shapes."""


def explain(error: StudentError, exercise: str = "") -> tuple[str, dict[str, object]]:
    """The tag of the message that explains ``error``, and the facts that message needs.

    Args:
        exercise: the name of its check, '' if it belongs to none.
    """
    found = (cause.tag for cause in messages.CAUSES if _fits(cause, error, exercise))
    tag = "error" if is_own(error) else next(found, "error")
    failed = error.place.part.partition("\n")[0]
    return tag, {
        "kind": error.kinds[0],
        "text": _cut(_said(error), LONGEST_TEXT) or "(no text)",
        "where": _where(error, exercise),
        "part": _cut(failed, LONGEST_LINE),
        "meant": f" Did you mean `{error.place.meant}`?" if error.place.meant else "",
    }


def explain_none(answer: object, exercise: str) -> tuple[str, dict[str, object]] | None:
    """As `explain`, why the learner's function returned None; None where its `return` does not tell."""
    place = Place.read(door.call(probes.last_return, answer).value)
    if place is None or not place.line:
        return None
    tag, facts = explain(StudentError("NoneType", ("TypeError",), place), exercise)
    return None if tag == "none-used" else (tag, facts)


def is_own(error: StudentError) -> bool:
    """Whether the learner's own line raised ``error``, rather than what that line asked for."""
    return error.place.part.startswith("raise ") and error.kinds[0] != "NotImplementedError"


def _fits(cause: Cause, error: StudentError, exercise: str) -> bool:
    reached = error.place.function != ""
    return (
        any(k in error.kinds and re.search(p, str(error)) for k, p in cause.patterns.items())
        and cause.call in (None, not reached)
        and re.fullmatch(cause.exercise, exercise) is not None
        and re.search(cause.part, error.place.part, re.MULTILINE) is not None
        and re.search(cause.code, error.place.code, re.MULTILINE) is not None
    )


def _said(error: StudentError) -> str:
    """The first line of the error's text, in words that a learner can use."""
    return NOISE.sub("", str(error).strip().partition("\n")[0]).rstrip(".")


def _where(error: StudentError, exercise: str) -> str:
    """A sentence with the learner's line, and its function where that is not the exercise's own."""
    function, line = error.place.function, error.place.line
    if not line:
        return ""
    elsewhere = function.isidentifier() and function != exercise
    return f" The line is `{_cut(line, LONGEST_LINE)}`{f', in `{function}`' if elsewhere else ''}."


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 2]} …"
