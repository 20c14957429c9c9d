"""The check of `train_until`: gradient descent that looks before it moves, and knows when to stop.

Where it stops follows from the closed form: the parameters and the two slopes after every update are
known, and so the first update after which both slopes are close enough. Each tolerance lies midway
between the slopes before that update and those after it, so that no rounding of float32 decides.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any

import numpy as np

from course import data, door, theory
from course.check import derivatives, errors, problems, values, wrong_searches
from course.check.training import float32_tensor
from course.check.verdict import Misconception, verdict
from course.check.wrong_descents import point
from course.check.wrong_searches import (
    FAR,
    SHORT,
    Search,
    Stop,
    near,
    of_another_walk,
    of_one_walk,
    own_slopes,
    wrong_walks,
)
from course.door import probes, situations

OF_NO_GRADIENT = ("grad-is-none", "grad-of-a-new-tensor", "made-anew", "never-backward")
"""Tags of errors of which the search tells more when it is watched."""


@verdict
def train_until(train_until: Callable, seed: int | None = None) -> None:
    """`train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000)` → (w, b, n)."""
    x, y = problems.rides(seed, data.FLAG_FALL)
    planned = _searches(x, y)
    if seed is None:  # only there is it known that no rounding decides
        planned.append(Search((0.0, 0.0)))
    right = [wrong_searches.right(x, y, search) for search in planned]
    first, again = (_stop(train_until, x, y, planned[0], right[0]) for _ in range(2))
    if not _same(first, again):
        raise Misconception("state-between-calls")
    others = zip(planned[1:], right[1:], strict=True)
    got = [first, *(_stop(train_until, x, y, *other) for other in others)]
    _judge(train_until, got, right, planned, x, y)
    _judge_digits(got)
    _judge_diverging(train_until, x, y)
    derivatives.judge_search(train_until, x, y, seed)


def _searches(x: np.ndarray, y: np.ndarray) -> list[Search]:
    """Starts, rates and tolerances that tell the known mistakes apart on these rides.

    Where w's slope is the larger, and where b's is; below the minimum, where all slopes are negative,
    and elsewhere; at a start that is close enough; and with just enough epochs, and one too few.
    """
    best = theory.minimum(x, y, bias=True)
    slow, fast, swinging, diverging = (
        float(rate / np.linalg.eigvalsh(theory.hessian(x, bias=True))[-1])
        for rate in (0.31, 0.93, 1.63, 4.21)
    )
    early = _stopping(x, y, best - [1.4, 3.7], slow, n=4)
    late = _stopping(x, y, best + [0.7, 1.9], fast, n=12)
    close = replace(_stopping(x, y, best + [0.2, 0.1], slow, n=0), lr=diverging)
    return [
        early,
        _stopping(x, y, best + [1.9, 0.4], swinging, n=2),
        late,
        close,
        replace(close, lr=slow, max_epochs=0),
        replace(early, max_epochs=4),
        replace(early, max_epochs=3),
        replace(late, max_epochs=0),
    ]


def _stopping(x: np.ndarray, y: np.ndarray, start: np.ndarray, lr: float, n: int) -> Search:
    """A search that stops after ``n`` updates, its tolerance as far from every slope as can be."""
    path = theory.trajectory(x, y, start, lr, n)
    steepness = np.abs(wrong_searches.slopes(x, y, path)).max(axis=1)
    before = steepness[:-1].min() if n else 2 * steepness[-1]
    assert steepness[-1] < before
    tol = float(np.sqrt(steepness[-1] * before))
    w0, b0 = map(float, start)
    return Search((w0, b0), lr, tol, FAR)


def _stop(
    train_until: Callable, x: np.ndarray, y: np.ndarray, search: Search, right: Stop | None
) -> Stop | None:
    """Where the student's function stops; None if it raises ValueError.

    Raises:
        Misconception: what came back is not (w, b, n), or nothing came back at all.
    """
    given = float32_tensor(x), float32_tensor(y)
    w0, b0 = search.theta0
    settings: dict[str, Any] = {"lr": search.lr, "tol": search.tol, "max_epochs": search.max_epochs}
    start = {"w0": w0, "b0": b0}
    facts = _facts(search, None, right, len(x))
    limit: AbstractContextManager[None] = situations.time_limit(situations.PATIENCE)
    try:
        reply = door.call(
            train_until,
            *given,
            **({} if search == Search((0.0, 0.0)) else start | settings),
            situations=(limit,),
        )
    except TimeoutError:
        raise Misconception("until-never-ends", seconds=situations.PATIENCE, **facts) from None
    except door.StudentError as error:
        tag = errors.explain(error, "train_until")[0]
        unexplained = tag == "error"
        if "ValueError" in error.kinds and (unexplained or right is None):
            return None
        if tag in OF_NO_GRADIENT:
            _watch(train_until, x, y, search, stopped=True)
        if unexplained and right is None:
            raise Misconception("until-another-exception", kind=error.kinds[0], **facts) from None
        raise
    values.unchanged(given, reply.args, ("x", "y"))
    if door.describe(reply.value) in ("a ValueError", "a class", "'ValueError'"):
        raise Misconception("until-returns-the-error")
    if reply.value is None and right is None:
        raise Misconception("until-silent", **facts)
    return _read(reply.value, reply.operations)


def _read(value: object, operations: int) -> Stop:
    """The (w, b, n) that came back, from so many operations that autograd has recorded."""
    items = value if door.is_list(value) else ()
    if len(items) == 2:
        nested = type(items[0]) in (tuple, list) and len(items[0]) == 2
        raise Misconception("return-nested" if nested else "return-without-b")
    if len(items) == 3 and door.number(items[2]) is None and door.numbers(items[:2]) is not None:
        raise Misconception("until-n-not-whole", got=door.describe(items[2]))
    numbers = values.numbers(value, 3, "(w, b, n)")
    w, b, n = items or numbers
    if operations or door.is_watched([w, b]):
        raise Misconception("until-with-a-graph")
    if not _is_whole(n):
        if any(map(_is_whole, (w, b))):
            raise Misconception("until-order")
        is_float = issubclass(type(n), float | np.floating)
        raise Misconception("until-n-not-whole", got="a float" if is_float else door.describe(n))
    return Stop(numbers[:2], int(n))


def _is_whole(number: object) -> bool:
    return type(number) is int or issubclass(type(number), np.integer)


def _judge_digits(got: list[Stop | None]) -> None:
    """Raise a Misconception if all answers of some updates are rounded, less than would make them wrong."""
    moved = np.array([stop.theta for stop in got if stop and stop.n])
    if np.allclose(moved, np.round(moved, 4), rtol=0, atol=values.EXACT):
        raise Misconception("rounded")


def _judge(
    train_until: Callable,
    got: list[Stop | None],
    right: list[Stop | None],
    planned: list[Search],
    x: np.ndarray,
    y: np.ndarray,
) -> None:
    """Raise the Misconception that explains where the function stopped, if that is wrong anywhere.

    A suspect that explains every answer comes before what can be said of the first wrong one alone.
    """
    wrong = [i for i, stop in enumerate(right) if not _same(got[i], stop)]
    if not wrong:
        return
    answered = [i for i in wrong if got[i] is not None]
    first = (answered or wrong)[0]
    search, here, stop = planned[first], got[first], right[first]
    if here is None:
        tag = _of_giving_up([right[i] for i in wrong], planned, wrong)
        if tag == "until-gives-up":
            _watch(train_until, x, y, search)
        raise Misconception(tag, **_facts(search, here, stop, len(x)))
    with np.errstate(all="ignore"):  # some of them run away
        for suspects in (of_one_walk, of_another_walk):
            for suspect in zip(*(suspects(x, y, s) for s in planned), strict=True):
                if all(_alike(got[i], stop) for i, (_, stop, _) in enumerate(suspect)):
                    tag, _, more = suspect[first]
                    raise Misconception(tag, **_facts(search, here, stop, len(x)) | more)
    if stop is None:
        raise Misconception(_of_not_giving_up(here, search), **_facts(search, here, stop, len(x)))
    own = own_slopes(x, y, list(zip(planned, got, strict=True)))
    if own:
        raise Misconception(own, **_facts(search, here, stop, len(x)))
    _judge_one(here, stop, search, x, y)
    _judge_walks(got, planned, x, y)
    _watch(train_until, x, y, planned[0])
    raise Misconception("until-off-the-path", **_facts(search, here, stop, len(x)))


def _facts(search: Search, got: Stop | None, right: Stop | None, n: int) -> dict[str, Any]:
    """What messages about one search of ``n`` rides need."""
    return {
        "lr": search.lr,
        "tol": search.tol,
        "max_epochs": search.max_epochs,
        "start": point(search.theta0),
        "n": n,
        "n_minus_1": n - 1,
        "got": got and got.n,
        "expected": right and right.n,
        "epochs": got and got.n,
    }


def _of_giving_up(missed: list[Stop | None], planned: list[Search], wrong: list[int]) -> str:
    """What a ValueError says that was raised where the answer could be found."""
    if all(stop and stop.n == planned[i].max_epochs for stop, i in zip(missed, wrong, strict=True)):
        return "until-last-not-looked-at"
    return "until-gives-up"


def _of_not_giving_up(got: Stop, search: Search) -> str:
    """What an answer says where a ValueError was due."""
    return "until-max-epochs-ignored" if got.n > search.max_epochs else "until-not-raised"


def _judge_one(got: Stop, right: Stop, search: Search, x: np.ndarray, y: np.ndarray) -> None:
    """Raise what can be said of one wrong answer that is, or was, on the right path."""
    n, facts = max(got.n, 0), _facts(search, got, right, len(x))
    path = theory.trajectory(x, y, search.theta0, search.lr, max(n, right.n) + 1)
    if near(got.theta, path[right.n]):
        raise Misconception("until-count-off", **facts)
    if near(got.theta, path[n]):
        if right.n == 0:
            raise Misconception("until-already-there", **facts)
        raise Misconception("until-one-too-many" if n == right.n + 1 else "until-wrong-n", **facts)
    if n == right.n and near(got.theta, path[n + 1]):
        raise Misconception("until-one-update-more", **facts)
    if n == right.n and near(got.theta, path[n - 1]):
        raise Misconception("one-step-behind")
    if n == right.n and near(got.theta[::-1], path[n]):
        raise Misconception("w-b-swapped")
    if n == right.n and any(near(got.theta, np.round(path[n], digits)) for digits in range(4)):
        raise Misconception("rounded")


def _judge_walks(
    got: list[Stop | None], planned: list[Search], x: np.ndarray, y: np.ndarray
) -> None:
    """Raise the Misconception behind steps that lead elsewhere: it has to explain several answers."""
    searches = zip(planned, got, strict=True)
    short = [(search, stop) for search, stop in searches if stop and 0 < stop.n <= SHORT]
    if len(short) < 2:
        return
    for kind in zip(*(wrong_walks(x, y, *each) for each in short), strict=True):
        if all(fits for _, fits, _ in kind):
            tag, _, more = kind[0]
            search, stop = short[0]
            raise Misconception(tag, **_facts(search, stop, stop, len(x)) | more)


def _watch(
    train_until: Callable, x: np.ndarray, y: np.ndarray, search: Search, stopped: bool = False
) -> None:
    """Raise the Misconception behind a search that was seen to go elsewhere than it should, or nowhere."""
    limit: AbstractContextManager[None] = situations.time_limit(situations.PATIENCE)
    seen: Any = door.call(
        probes.watched,
        train_until,
        float32_tensor(x),
        float32_tensor(y),
        **dict(zip(("w0", "b0"), search.theta0, strict=True)),
        **{"lr": search.lr, "tol": search.tol, "max_epochs": SHORT},
        situations=(limit,),
    ).value
    tag, more = wrong_searches.seen_to_walk(seen, x, y, search, stopped)
    if tag:
        raise Misconception(tag, **_facts(search, None, None, len(x)) | {"epochs": 2} | more)


def _judge_diverging(train_until: Callable, x: np.ndarray, y: np.ndarray) -> None:
    """Raise a Misconception unless a search that runs away ends in a ValueError.

    Its parameters grow threefold an update, and are no numbers any more long before the last.
    """
    largest = np.linalg.eigvalsh(theory.hessian(x, bias=True))[-1]
    search = Search((0.6, -0.7), float(4.21 / largest), max_epochs=150)
    got = _stop(train_until, x, y, search, right=None)
    if got is not None:
        finite = np.all(np.isfinite(got.theta))
        tag = _of_not_giving_up(got, search) if finite else "until-returns-nan"
        raise Misconception(tag, **_facts(search, got, None, len(x)))


def _same(a: Stop | None, b: Stop | None) -> bool:
    """Whether both stop alike, or both give up."""
    if a is None or b is None:
        return a is b
    return a.n == b.n and near(a.theta, b.theta)


def _alike(got: Stop | None, suspected: Stop | None) -> bool:
    """Whether an answer is that of a suspect.

    Tolerances are safe from rounding for the right measure alone, so n may differ by a hundredth. What
    is no number in float32 is a large one in the suspect.
    """
    if got is None or suspected is None:
        return got is suspected
    if not np.all(np.isfinite(got.theta)):
        return got.n == suspected.n and np.max(np.abs(suspected.theta)) > 1e30
    return abs(got.n - suspected.n) <= suspected.n / 100 and near(got.theta, suspected.theta)
