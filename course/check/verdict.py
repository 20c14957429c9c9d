"""What a check says: nothing is wrong, this idea is wrong, or there is nothing to judge yet."""

import functools
import inspect
import textwrap
from collections.abc import Callable

from course import door
from course.check import errors, messages, problems
from course.door import situations

NOTHING = {"returns-none", "derivative-is-none"}
"""Tags that say that None came back."""


class Misconception(AssertionError):
    """A wrong answer, and the idea behind it.

    The text is for the learner and comes from `messages`; ``tag`` names the idea for the
    class report.
    """

    def __init__(self, tag: str, **facts: object) -> None:
        super().__init__(messages.text(tag, **facts))
        self.tag = tag

    def _render_traceback_(self) -> list[str]:
        """What IPython shows: the message alone, since no line of the check is of use."""
        return _rendered(f"Misconception [{self.tag}]", self)


def verdict(check: Callable[..., None]) -> Callable[..., None]:
    """Make ``check(answer, **options)`` the verdict on the exercise of the same name.

    The result prints one line when the answer is right, raises one `Misconception` when it is
    wrong, and NotImplementedError when it is still to do. Whatever the student's code raises is
    translated into its cause. A check that takes a seed and is given none judges twice: on the class's
    data, then on the second set of `problems`.
    """
    exercise = check.__name__
    seeded = "seed" in inspect.signature(check).parameters

    @functools.wraps(check)
    def judged(answer: object, **options: object) -> None:
        __tracebackhide__ = True
        try:
            if door.has_blank(answer):
                raise NotImplementedError
            with situations.random_state_kept():
                check(answer, **options)
                if seeded and options.get("seed") is None:
                    check(answer, **options | {"seed": problems.SECOND})
        except Misconception as wrong:
            told = errors.explain_none(answer, exercise) if wrong.tag in NOTHING else None
            if told is not None:
                raise Misconception(told[0], **told[1]) from None
            raise wrong.with_traceback(None) from None
        except door.StudentError as error:
            tag, facts = errors.explain(error, exercise)
            raise Misconception(tag, **facts) from None
        except NotImplementedError:
            raise _still_to_do(exercise) from None
        right = "right-on-other-data" if options.get("seed") is not None else "right"
        print(messages.text(right, exercise=exercise))

    return judged


def _still_to_do(exercise: str) -> NotImplementedError:
    undone = NotImplementedError(messages.text("still-to-do", exercise=exercise))
    vars(undone)["_render_traceback_"] = lambda: _rendered("NotImplementedError", undone)
    return undone


def _rendered(title: str, error: Exception) -> list[str]:
    return [title, *textwrap.wrap(str(error), width=88)]
