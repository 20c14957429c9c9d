"""The check of `epochs_needed`: counts on several valleys, and a ValueError where there is none.

A wrong count is explained by `wrong_counts`, on two sets of rides; a ValueError too many by what the
calls that raised it have in common.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from itertools import product
from typing import NoReturn

import numpy as np

from course import door, theory
from course.check import errors, problems, values
from course.check.verdict import Misconception, verdict
from course.check.wrong_counts import Count, Valley, right_count, suspects
from course.door import situations

Outcome = float | None
"""A count; None where a ValueError was raised."""


@verdict
def epochs_needed(epochs_needed: Callable, seed: int | None = None) -> None:
    """`epochs_needed(x, theta0, theta_star, lr, tol)` → int; ValueError if never."""
    valleys = _valleys(seed)
    outcomes = _outcomes(epochs_needed, valleys)
    if outcomes != [right_count(valley) for valley in valleys]:
        others = _valleys(problems.SECOND if seed is None else None)
        if len(outcomes) == len(valleys):
            outcomes += _outcomes(epochs_needed, others)
        _explain((valleys + others)[: len(outcomes)], outcomes)
    _judge_edge(epochs_needed)
    x, star = valleys[0].x, valleys[0].star
    largest = np.linalg.eigvalsh(theory.hessian(x, bias=True))[-1]
    for offset in ([0.9, -1.6], [0.0, 0.7], [-0.8, 0.0]):  # one of the two may be right at first
        _judge_never(epochs_needed, Valley(x, star + offset, star, 2.3 / largest, 1e-3))
    # once only: whoever counts up to a limit counts long here
    _judge_never(epochs_needed, Valley(x, star + [0.9, -1.6], star, 0.0, 1e-3))
    _judge_there(epochs_needed, Valley(x, star + [3e-4, -1e-4], star, 2.3 / largest, 1e-3))


def _valleys(seed: int | None) -> list[Valley]:
    """What is asked: slow and fast ways from everywhere, and starts that are close enough."""
    x, _ = problems.rides(seed)
    star = np.array([2.0, 3.0]) if seed is None else problems.generator(seed).uniform(-2, 2, 2)
    largest = np.linalg.eigvalsh(theory.hessian(x, bias=True))[-1]
    # now b is further away, now w, now b alone; the last is there already, or nearly
    offsets = ([0.9, -1.6], [-1.2, 0.5], [-0.02, -0.7], [3e-3, -1e-3])
    # of the rate that ends the fast direction in one step: slow, swinging, and nearly that one
    rates = (0.31, 1.83, 0.93)
    ways = product(offsets, rates, (0.05,) if seed is None else (0.05, 2e-3))
    long_ways = [Valley(x, np.zeros(2), star, lr, 1e-3) for lr in (0.01, 0.1)]
    return [
        *(long_ways if seed is None else ()),
        *(Valley(x, star + offset, star, rate / largest, tol) for offset, rate, tol in ways),
    ]


def _outcomes(function: Callable, valleys: Sequence[Valley]) -> list[Outcome]:
    """What came of each valley, up to one in which a function that is wrong before never ends."""
    outcomes: list[Outcome] = []
    for valley in valleys:
        try:
            outcomes.append(_outcome(function, valley))
        except TimeoutError:
            expected = [right_count(v) for v in valleys[: len(outcomes) + 1]]
            if outcomes != expected[:-1]:
                return outcomes
            raise Misconception(
                "epochs-never-there",
                expected=expected[-1],
                seconds=situations.PATIENCE,
                **_first_epoch(valley),
            ) from None
    return outcomes


def _outcome(function: Callable, valley: Valley) -> Outcome:
    """The number of epochs that came back; None for a ValueError.

    Raises:
        TimeoutError: it was still running after `situations.PATIENCE`.
    """
    try:
        reply = _patiently(function, valley)
    except door.StudentError as error:
        if _unexplained(error) and "ValueError" in error.kinds:
            return None
        raise
    values.unchanged(valley[:3], reply.args[:3], ("x", "theta0", "theta_star"))
    return _number(reply.value)


def _number(value: object) -> float:
    """The number of epochs in what came back."""
    if door.is_list(value) and len(value) > 1 and door.number(value[0]) is not None:
        raise Misconception("epochs-and-more", got=len(value))
    several = door.vector(value)
    if several is not None and len(several) != 1:
        raise Misconception("epochs-several", got=len(several))
    return values.number(value, "a whole number of epochs")


def _first_epoch(valley: Valley) -> dict[str, object]:
    """Facts about one epoch: the rate, and the errors of w and b before and after it."""
    error = valley.theta0 - valley.star
    after = error - valley.lr * valley.hessian() @ error
    return {"lr": valley.lr, "start": _pair(error), "after": _pair(after)}


def _pair(error: np.ndarray) -> str:
    return f"({error[0]:.4g}, {error[1]:.4g})"


def _explain(valleys: Sequence[Valley], outcomes: Sequence[Outcome]) -> NoReturn:
    """Raise what is behind wrong outcomes."""
    expected = [right_count(valley) for valley in valleys]
    first = next(i for i, right in enumerate(expected) if outcomes[i] != right)
    valley, got, right = valleys[first], outcomes[first], expected[first]
    facts = {
        "got": "a ValueError" if got is None else f"{got:g}",
        "expected": right,
        "tol": valley.tol,
    } | _first_epoch(valley)
    for tag, guess, more in suspects():
        if _explains(guess, valleys, outcomes):
            raise Misconception(tag, **facts, **more)
    if got is None:
        _explain_giving_up(valleys, [outcome is None for outcome in outcomes])
    if got == 0:
        raise Misconception("epochs-none", **facts)
    if right == 0:
        raise Misconception("already-there", **facts)
    if right is not None and abs(got - right) == 1:
        raise Misconception("epochs-off-by-one", **facts)
    raise Misconception("wrong-epochs", **facts)


ENOUGH = 3
"""Counts, not zero, that a suspect has to agree with: zeros and errors have many causes."""


def _explains(guess: Count, valleys: Sequence[Valley], outcomes: Sequence[Outcome]) -> bool:
    """Whether a suspect tells all outcomes.

    Where it never arrives, a function may raise, stop at a limit, or take NaN for small. Where its error
    passes by the minimum in a few epochs and grows again, it may have been found out and raise.
    """
    agreeing = 0
    for valley, outcome in zip(valleys, outcomes, strict=True):
        n = guess(valley)
        if n is None or (outcome is None and n <= 3):
            continue
        if n != outcome:
            return False
        agreeing += n != 0
    return agreeing >= ENOUGH


def _explain_giving_up(valleys: Sequence[Valley], raised: Sequence[bool]) -> NoReturn:
    """Raise what those valleys have in common for which a ValueError was raised."""
    on_the_way = [pair for pair in zip(raised, valleys, strict=True) if right_count(pair[1])]
    first = next(valley for gave_up, valley in on_the_way if gave_up)
    facts = {"expected": right_count(first), "tol": first.tol} | _first_epoch(first)
    if all(gave_up for gave_up, _ in on_the_way):
        left = np.abs(1 - first.lr * np.linalg.eigvalsh(first.hessian()))
        raise Misconception("gives-up-always", **facts, left=f"{left[0]:.4g} and {left[1]:.4g}")

    def decides(size: Callable[[Valley], float]) -> bool:
        """Whether a ValueError was raised exactly where this size is largest."""
        sizes = [
            [size(v) for gave_up, v in on_the_way if gave_up is side] for side in (True, False)
        ]
        return min(sizes[0]) > max(sizes[1], default=-np.inf)

    if decides(lambda v: right_count(v) or 0):
        raise Misconception("gives-up-too-soon", **facts)
    if decides(lambda v: v.lr * np.linalg.eigvalsh(v.hessian())[-1]) or decides(
        lambda v: v.lr * np.trace(v.hessian())
    ):
        raise Misconception("epochs-bound-too-small", **facts)
    if decides(lambda v: v.lr):
        raise Misconception("epochs-bound-written-in", **facts)
    if decides(_grows):
        raise Misconception("gives-up-when-it-grows", **facts)
    raise Misconception("gives-up-somewhere", **facts)


def _grows(valley: Valley) -> bool:
    """Whether the larger error grows at some epoch, though it comes down in the end."""
    sizes = np.abs(valley.errors()[: (right_count(valley) or 0) + 1]).max(axis=1)
    return bool(np.any(np.diff(sizes) > 0))


def _judge_edge(function: Callable) -> None:
    """Raise a Misconception if an error that is equal to tol counts as below it.

    The numbers are the same each time, and exact: the error is 0.5 to the last bit for whoever takes
    theta_star off theta0. Whoever turns the error into the eigenvectors' directions and back may be
    a bit below, and will not be so every time.
    """
    star = np.array([2.0, 3.0])
    rides = np.array([[1, 2, 3, 4], [-2, 2, 1, 5], [0.5, 3, 1, 1], [-1, -4, 2, 7]])
    offsets = ([0.5, 0.0], [0.25, -0.5])
    valleys = [Valley(x, star + offset, star, 0.01, 0.5) for x in rides for offset in offsets]
    if not any(_outcomes(function, valleys)):
        raise Misconception("epochs-equal-to-tol")


def _judge_never(function: Callable, valley: Valley) -> None:
    """Raise a Misconception unless ``function`` raises ValueError."""
    try:
        value = _patiently(function, valley).value
    except door.StudentError as error:
        if "ValueError" in error.kinds:
            return
        if "must derive from BaseException" in str(error):
            raise Misconception("raises-a-text") from None
        if _unexplained(error):
            raise Misconception("another-exception", lr=valley.lr, kind=error.kinds[0]) from None
        raise
    except TimeoutError:
        raise Misconception("never-ends", seconds=situations.PATIENCE, lr=valley.lr) from None
    number = door.number(value)
    if value is None:
        raise Misconception("never-none", lr=valley.lr)
    if _is_an_error(value):
        raise Misconception("never-error-returned", lr=valley.lr)
    if number is not None and 0 < number < np.inf:
        raise Misconception("never-counted", lr=valley.lr, got=number)
    if number != 0:
        raise Misconception("never-marked", lr=valley.lr, got=door.describe(value))
    raise Misconception("never-not-raised", lr=valley.lr)


def _judge_there(function: Callable, valley: Valley) -> None:
    """Raise a Misconception unless ``function`` sees that the start is there, whatever the rate."""
    try:
        outcome = _outcome(function, valley)
    except TimeoutError:
        raise Misconception("never-ends", seconds=situations.PATIENCE, lr=valley.lr) from None
    if outcome is None:
        raise Misconception("raises-before-looking", lr=valley.lr)
    if outcome != 0:
        raise Misconception("already-there", got=f"{outcome:g}")


def _is_an_error(value: object) -> bool:
    """Whether an exception, or a class, was returned, on whichever side of the door it is."""
    for kind in (BaseException, type):
        if isinstance(value, kind) or (
            door.is_a(value, door.Reference) and door.call(isinstance, value, kind).value is True
        ):
            return True
    return False


def _patiently(function: Callable, valley: Valley) -> door.Reply:
    """The reply of a function that may never end.

    Raises:
        TimeoutError: it was still running after `situations.PATIENCE`.
    """
    x, theta0, star, lr, tol = valley
    limit: AbstractContextManager = situations.time_limit(situations.PATIENCE)
    return door.call(function, x, theta0, star, float(lr), tol, situations=(limit,))


def _unexplained(error: door.StudentError) -> bool:
    """Whether the student's own code raised it, rather than a library for a known cause."""
    return errors.explain(error, "epochs_needed")[0] == "error"
