"""What a check says: nothing is wrong, this idea is wrong, or there is nothing to judge yet."""

import functools
import inspect
import textwrap
from collections.abc import Callable, Iterable, Mapping

from course import door
from course.check import errors, messages, problems
from course.door import randomness

NOTHING = {"returns-none", "derivative-is-none"}
"""Tags that say that None came back."""


class Misconception(AssertionError):
    """A wrong answer, and the idea behind it.

    The text is for the learner and comes from `messages`; ``tag`` names the idea for the
    class report. Where numbers have told it, ``fits`` holds every idea that explains them, itself first.
    """

    fits: tuple["Misconception", ...] = ()

    def __init__(self, tag: str, **facts: object) -> None:
        super().__init__(messages.text(tag, **facts))
        self.tag = tag

    def _render_traceback_(self) -> list[str]:
        """What IPython shows: the message alone, since no line of the check is of use."""
        return _rendered(f"Misconception [{self.tag}]", self)


def explained(ideas: Iterable[tuple[str, Mapping[str, object]]], **facts: object) -> Misconception:
    """The first of the ideas that explain some numbers; the others stay with it.

    Args:
        ideas: a tag, and what its message needs besides the ``facts``.
    """
    fits = tuple(Misconception(tag, **facts | dict(more)) for tag, more in ideas)
    fits[0].fits = fits
    return fits[0]


def verdict(check: Callable[..., None]) -> Callable[..., None]:
    """Make ``check(answer, **options)`` the verdict on the exercise of the same name.

    The result prints one line when the answer is right, raises one `Misconception` when it is
    wrong, and NotImplementedError when it is still to do. Whatever the student's code raises is
    translated into its cause. A check that takes a seed and is given none judges twice: on the class's
    data, then on the second set of `problems`, which also decides between several causes.
    """
    exercise = check.__name__
    seeded = "seed" in inspect.signature(check).parameters

    @functools.wraps(check)
    def judged(answer: object, **options: object) -> None:
        __tracebackhide__ = True
        answer = door.plain(answer)
        if door.has_blank(answer):
            raise _undone(messages.text("still-open", exercise=exercise))
        try:
            with randomness.random_state_kept():
                if seeded and options.get("seed") is None:
                    _judge_twice(functools.partial(check, answer, **options))
                else:
                    check(answer, **options)
        except Misconception as wrong:
            told = errors.explain_none(answer, exercise) if wrong.tag in NOTHING else None
            if told is not None:
                raise Misconception(told[0], **told[1]) from None
            raise wrong.with_traceback(None) from None
        except door.StudentError as error:
            tag, facts = errors.explain(error, exercise)
            raise Misconception(tag, **facts) from None
        except NotImplementedError:
            raise _undone(messages.text("still-to-do", exercise=exercise)) from None
        right = "right-on-other-data" if options.get("seed") is not None else "right"
        print(messages.text(right, exercise=exercise))

    return judged


def _judge_twice(check: Callable[..., None]) -> None:
    """Judge on the class's data and on the second set; see `_agreed` for what is wrong on both."""
    try:
        check(seed=None)
    except Misconception as wrong:
        if not wrong.fits:
            raise
        try:
            check(seed=problems.SECOND)
        except Misconception as again:
            raise _agreed(wrong, again) from None
        except door.StudentError:
            pass
        raise
    check(seed=problems.SECOND)


def _agreed(wrong: Misconception, again: Misconception) -> Misconception:
    """The first cause of what is ``wrong`` that is one on other data too.

    The class's fares are twice the distances, and its rides are four, so that on its data alone one
    mistake may look like another. Where no cause fits both, the other data has the say.
    """
    on_both = {fit.tag for fit in again.fits or (again,)}
    return next((fit for fit in wrong.fits if fit.tag in on_both), again)


def _undone(text: str) -> NotImplementedError:
    undone = NotImplementedError(text)
    vars(undone)["_render_traceback_"] = lambda: _rendered("NotImplementedError", undone)
    return undone


def _rendered(title: str, error: Exception) -> list[str]:
    return [title, *textwrap.wrap(str(error), width=88)]
