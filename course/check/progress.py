"""Which exercises stand: what the last cell of each notebook prints."""

import contextlib
import inspect
import io
from collections.abc import Callable
from types import ModuleType

from course.check import messages
from course.check.verdict import Misconception


def progress(check: ModuleType, names: dict[str, object]) -> None:
    """Print a line for each exercise of a notebook, judged as its visible test would now.

    Args:
        check: the notebook's checks, such as `course.check.by_hand`.
        names: what the notebook has defined: `globals()`.
    """
    tags = [_tag(judge, names) for judge in check.EXERCISES]
    count = {"standing": tags.count("right"), "all": len(tags)}
    print(messages.text("progress", **count))
    for judge, tag in zip(check.EXERCISES, tags, strict=True):
        kind = tag if tag in ("right", "progress-undone", "progress-missing") else "progress-wrong"
        print(messages.text(kind, exercise=judge.__name__, name=_name(judge), tag=tag))


def _tag(judge: Callable[..., None], names: dict[str, object]) -> str:
    if _name(judge) not in names:
        return "progress-missing"
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            judge(names[_name(judge)])
    except NotImplementedError:
        return "progress-undone"
    except Misconception as wrong:
        return wrong.tag
    return "right"


def _name(judge: Callable[..., None]) -> str:
    """What a learner's answer to an exercise is called: as the check calls it."""
    return next(iter(inspect.signature(judge).parameters))
