"""The check of `train_until`: gradient descent that looks before it moves, and knows when to stop.

Where it stops follows from the closed form: the parameters and the two slopes after every update are
known, and so the first update after which both slopes are close enough. Each tolerance lies midway
between the slopes before that update and those after it, so that no rounding of float32 decides.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from course import data, door, theory
from course.check import derivatives, errors, problems, values, wrong_descents
from course.check.training import float32_tensor
from course.check.verdict import Misconception, verdict
from course.check.wrong_descents import TrainingRun, point
from course.door import situations

TRAINED = 2e-4
"""Relative; as for every training run in float32."""

PATIENCE = 10.0
"""Seconds after which a function that should have given up is stopped.

Every call asks for less than a second of updates, also on a slow machine.
"""

FAR = 400
"""The largest number of updates where the answer comes before; wrong answers are followed so far."""


@dataclass(frozen=True)
class Search:
    """One call of `train_until`: where it starts, (w, b), and its other arguments."""

    theta0: tuple[float, float]
    lr: float = 0.1
    tol: float = 1e-3
    max_epochs: int = 10_000


@dataclass(frozen=True)
class Stop:
    """Where a search stopped: at theta (2,), after n updates. One that raises ValueError has no Stop."""

    theta: np.ndarray
    n: int


@verdict
def train_until(train_until: Callable, seed: int | None = None) -> None:
    """`train_until(x, y, w0=0.0, b0=0.0, lr=0.1, tol=1e-3, max_epochs=10_000)` → (w, b, n)."""
    x, y = problems.rides(seed, data.FLAG_FALL)
    planned = _searches(x, y)
    if seed is None:  # only there is it known that no rounding decides
        planned.append(Search((0.0, 0.0)))
    right = [_right(x, y, search) for search in planned]
    first, again = (_stop(train_until, x, y, planned[0], right[0]) for _ in range(2))
    if not _same(first, again):
        raise Misconception("state-between-calls")
    others = zip(planned[1:], right[1:], strict=True)
    got = [first, *(_stop(train_until, x, y, *other) for other in others)]
    _judge(got, right, planned, x, y)
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
    steepness = np.abs(_slopes(x, y, path)).max(axis=1)
    before = steepness[:-1].min() if n else 2 * steepness[-1]
    assert steepness[-1] < before
    tol = float(np.sqrt(steepness[-1] * before))
    w0, b0 = map(float, start)
    return Search((w0, b0), lr, tol, FAR)


def _slopes(x: np.ndarray, y: np.ndarray, path: np.ndarray) -> np.ndarray:
    """(dL/dw, dL/db) at each (w, b) of ``path``, (n, 2)."""
    return (path - theory.minimum(x, y, bias=True)) @ theory.hessian(x, bias=True)


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
    limit: AbstractContextManager[None] = situations.time_limit(PATIENCE)
    try:
        reply = door.call(
            train_until,
            *given,
            **({} if search == Search((0.0, 0.0)) else start | settings),
            situations=(limit,),
        )
    except TimeoutError:
        raise Misconception("until-never-ends", seconds=PATIENCE, **facts) from None
    except door.StudentError as error:
        unexplained = errors.explain(error)[0] == "error"
        if "ValueError" in error.kinds and (unexplained or right is None):
            return None
        if "'NoneType'" in str(error):
            raise Misconception("until-slope-is-none") from None
        if unexplained and right is None:
            raise Misconception("until-another-exception", kind=error.kinds[0], **facts) from None
        raise
    values.unchanged(given, reply.args, ("x", "y"))
    if door.describe(reply.value) == "a ValueError":
        raise Misconception("until-returns-the-error")
    if reply.value is None and right is None:
        raise Misconception("until-silent", **facts)
    return _read(reply.value)


def _read(value: object) -> Stop:
    """The (w, b, n) that came back."""
    items = value if type(value) is tuple or type(value) is list else ()
    if len(items) == 2:
        nested = type(items[0]) in (tuple, list) and len(items[0]) == 2
        raise Misconception("return-nested" if nested else "return-without-b")
    numbers = values.numbers(value, 3, "(w, b, n)")
    w, b, n = items or numbers
    if door.is_watched([w, b]):
        raise Misconception("until-with-a-graph")
    if type(n) is not int and not issubclass(type(n), np.integer):
        is_float = issubclass(type(n), float | np.floating)
        raise Misconception("until-n-not-whole", got="a float" if is_float else door.describe(n))
    return Stop(numbers[:2], int(n))


def _right(x: np.ndarray, y: np.ndarray, search: Search) -> Stop | None:
    """Where ``search`` stops."""
    return _first(*_walk(x, y, search), search, lambda g: np.abs(g).max(axis=1))


def _walk(
    x: np.ndarray, y: np.ndarray, search: Search, times: float = 1.0
) -> tuple[np.ndarray, np.ndarray]:
    """The parameters and the slopes before each update and after the last, (n + 1, 2) each.

    Args:
        times: how many times too large the slopes are that are walked along.
    """
    n = min(search.max_epochs, FAR)
    path = theory.trajectory(x, y, search.theta0, times * search.lr, n)
    return path, times * _slopes(x, y, path)


def _piled_up(x: np.ndarray, y: np.ndarray, search: Search) -> tuple[np.ndarray, np.ndarray]:
    """As `_walk`, where no slope is ever cleared."""
    theta, pile = np.array(search.theta0), np.zeros(2)
    path, piles = [], []
    for _ in range(min(search.max_epochs, FAR) + 1):
        pile = pile + _slopes(x, y, theta)
        path.append(theta)
        piles.append(pile)
        theta = theta - search.lr * pile
    return np.array(path), np.array(piles)


Measure = Callable[[np.ndarray], np.ndarray]
"""From rows (dL/dw, dL/db) to what is compared with tol."""

SIGNED_MEASURES: tuple[Measure, ...] = (
    lambda g: g.max(axis=1),
    lambda g: np.abs(g.max(axis=1)),
    lambda g: np.maximum(np.abs(g[:, 0]), g[:, 1]),
    lambda g: np.maximum(g[:, 0], np.abs(g[:, 1])),
    lambda g: g[:, 0],
    lambda g: g[:, 1],
)
"""Those in which a slope far below zero counts as small."""

OTHER_MEASURES: dict[str, Measure] = {
    "the smaller of the two slopes": lambda g: np.abs(g).min(axis=1),
    "the length of the gradient": lambda g: np.linalg.norm(g, axis=1),
    "the square of the larger slope": lambda g: (g**2).max(axis=1),
    "the squared length of the gradient": lambda g: np.sum(g**2, axis=1),
    "the sum of the two slopes, without signs,": lambda g: np.abs(g).sum(axis=1),
    "the sum of the two slopes": lambda g: np.abs(g.sum(axis=1)),
    "the mean of the two slopes, without signs,": lambda g: np.abs(g).mean(axis=1),
    "the product of the two slopes": lambda g: np.abs(g.prod(axis=1)),
}


def _first(path: np.ndarray, slopes: np.ndarray, search: Search, measure: Measure) -> Stop | None:
    """Where a walk stops that looks at this measure of its slopes."""
    return _first_below(path, measure(slopes), search.tol)


def _first_below(path: np.ndarray, watched: np.ndarray, tol: float) -> Stop | None:
    there = watched < tol
    n = int(np.argmax(there))
    return Stop(path[n], n) if there.any() else None


Suspect = tuple[str, Stop | None, dict[str, object]]
"""A misconception's tag, where it stops, and what its message needs besides."""


def _suspects(x: np.ndarray, y: np.ndarray, search: Search) -> Iterator[Suspect]:
    """What each known mistake makes of one search, in the same order for each."""
    path, slopes = _walk(x, y, search)
    losses = theory.loss(x, y, path)

    def looking_at(measure: Measure) -> Stop | None:
        return _first(path, slopes, search, measure)

    for signed in SIGNED_MEASURES:
        yield "until-signed", looking_at(signed), {}
    for column, seen in enumerate(("dL/dw", "dL/db")):
        stop = _first_below(path, np.abs(slopes[:, column]), search.tol)
        yield "until-one-slope", stop, {"seen": seen}
    yield "until-loss", _first_below(path, losses, search.tol), {}
    change = np.abs(np.diff(losses, prepend=np.inf))
    yield "until-loss-stands-still", _first_below(path, change, search.tol), {}
    for what, measure in OTHER_MEASURES.items():
        yield "until-another-measure", looking_at(measure), {"what": what}
    step = search.lr * np.abs(slopes).max(axis=1)
    yield "until-another-measure", _first_below(path, step, search.tol), {"what": "the step"}
    yield from _of_another_walk(x, y, search)


def _of_another_walk(x: np.ndarray, y: np.ndarray, search: Search) -> Iterator[Suspect]:
    """Those that look at the right thing, and are somewhere else."""

    def larger(g: np.ndarray) -> np.ndarray:
        return np.abs(g).max(axis=1)

    yield "no-reset", _first(*_piled_up(x, y, search), search, larger), {}
    for tag, times in (("sum-for-mean", len(x)), ("missing-factor-2", 1 / 2)):
        yield tag, _first(*_walk(x, y, search, times), search, larger), {}
    for lr in (0.1, 0.01):
        yield "lr-ignored", _right(x, y, replace(search, lr=lr)), {"used": lr}
    for start in ((0.0, 0.0), (search.theta0[0], 0.0), (0.0, search.theta0[1])):
        stop = _right(x, y, replace(search, theta0=start))
        yield "w0-ignored", stop, {"used": point(start)}
    for tol in (1e-3, 1e-4, 1e-6):
        yield "until-tol-ignored", _right(x, y, replace(search, tol=tol)), {"used": tol}


def _judge(
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
        raise Misconception(tag, **_facts(search, here, stop, len(x)))
    with np.errstate(all="ignore"):  # some of them run away
        for suspect in zip(*(_suspects(x, y, s) for s in planned), strict=True):
            if all(_alike(got[i], stop) for i, (_, stop, _) in enumerate(suspect)):
                tag, _, more = suspect[first]
                raise Misconception(tag, **_facts(search, here, stop, len(x)) | more)
    if stop is None:
        raise Misconception(_of_not_giving_up(here, search), **_facts(search, here, stop, len(x)))
    _judge_one(here, stop, search, x, y)


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
    """Raise what can be said of one wrong answer."""
    n, facts = max(got.n, 0), _facts(search, got, right, len(x))
    path = theory.trajectory(x, y, search.theta0, search.lr, max(n, right.n) + 1)
    if _near(got.theta, path[right.n]):
        raise Misconception("until-count-off", **facts)
    if _near(got.theta, path[n]):
        if right.n == 0:
            raise Misconception("until-already-there", **facts)
        raise Misconception("until-one-too-many" if n == right.n + 1 else "until-wrong-n", **facts)
    if n == right.n and _near(got.theta, path[n + 1]):
        raise Misconception("until-one-update-more", **facts)
    if n == right.n and _near(got.theta, path[n - 1]):
        raise Misconception("one-step-behind")
    if n == right.n and _near(got.theta[::-1], path[n]):
        raise Misconception("w-b-swapped")
    if n == right.n and any(_near(got.theta, np.round(path[n], digits)) for digits in range(4)):
        raise Misconception("rounded")
    for tag, theta, more in wrong_descents.suspects(TrainingRun(search.theta0, search.lr, n), x, y):
        if _near(got.theta, theta):
            raise Misconception(
                tag, **_facts(search, got, right, len(x)) | {"epochs": n} | dict(more)
            )
    raise Misconception("until-off-the-path", **facts)


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
    return a.n == b.n and _near(a.theta, b.theta)


def _alike(got: Stop | None, suspected: Stop | None) -> bool:
    """Whether an answer may be that of a suspect, as every ValueError may.

    Tolerances are safe from rounding for the right measure alone, so n may differ by a hundredth.
    """
    if got is None or suspected is None:
        return got is None
    return abs(got.n - suspected.n) <= suspected.n / 100 and _near(got.theta, suspected.theta)


def _near(a: np.ndarray, b: np.ndarray) -> bool:
    return values.near(a, b, TRAINED)
