"""Where the known mistakes stop: searches that look at something else, too late, or never.

`stopping` compares the answers of `train_until` with these. A search that stops nowhere is None.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from course import theory
from course.check import standstill, wrong_slopes
from course.check.descents import TrainingRun
from course.check.wrong_descents import point, suspects

FAR = 400
"""The largest number of updates where the answer comes before; wrong answers are followed so far."""

SHORT = 60
"""Updates up to which a wrong descent is simulated: a long one ends near the minimum, as others do."""


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


Suspect = tuple[str, Stop | None, dict[str, object]]
"""A misconception's tag, where it stops, and what its message needs besides."""

Measure = Callable[[np.ndarray], np.ndarray]
"""From rows (dL/dw, dL/db) to what is compared with tol."""

SIGNED_MEASURES: tuple[Measure, ...] = (
    lambda g: g.max(axis=1),
    lambda g: np.abs(g.max(axis=1)),
    lambda g: np.maximum(np.abs(g[:, 0]), g[:, 1]),
    lambda g: np.maximum(g[:, 0], np.abs(g[:, 1])),
    lambda g: g[:, 0],
    lambda g: g[:, 1],
    lambda g: g.sum(axis=1),
    lambda g: g.mean(axis=1),
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
    "the mean of the two slopes": lambda g: np.abs(g.mean(axis=1)),
    "the product of the two slopes": lambda g: np.abs(g.prod(axis=1)),
    "the difference of the two slopes": lambda g: np.abs(g[:, 0] - g[:, 1]),
    "the root of the larger slope": lambda g: np.sqrt(np.abs(g).max(axis=1)),
}


def slopes(x: np.ndarray, y: np.ndarray, path: np.ndarray) -> np.ndarray:
    """(dL/dw, dL/db) at each (w, b) of ``path``, (n, 2)."""
    return (path - theory.minimum(x, y, bias=True)) @ theory.hessian(x, bias=True)


def right(x: np.ndarray, y: np.ndarray, search: Search) -> Stop | None:
    """Where ``search`` should stop."""
    return _first(*_walk(x, y, search), search, _larger)


def first_below(path: np.ndarray, watched: np.ndarray, tol: float, more: int = 0) -> Stop | None:
    """Where a walk stops that compares ``watched`` (n,) with tol, and goes on for some updates more."""
    there = watched < tol
    n = int(np.argmax(there)) + more
    return Stop(path[n], n) if there.any() and n < len(path) else None


def of_one_walk(x: np.ndarray, y: np.ndarray, search: Search) -> Iterator[Suspect]:
    """What known mistakes make of one search that walks the right way, in the same order for each."""
    path, gradients = _walk(x, y, search)
    losses, errors = (
        theory.loss(x, y, path),
        np.abs(theory.design(x, bias=True) @ path.T - y[:, None]),
    )

    def looking_at(measure: Measure) -> Stop | None:
        return _first(path, gradients, search, measure)

    for signed in SIGNED_MEASURES:
        yield "until-signed", looking_at(signed), {}
    for column, name in enumerate(("dL/dw", "dL/db")):
        stop = first_below(path, np.abs(gradients[:, column]), search.tol)
        yield "until-one-slope", stop, {"seen": name}
    for more, seen in ((0, losses), (1, losses), (0, np.append(losses[0], losses[:-1]))):
        yield "until-loss", first_below(path, seen, search.tol, more), {}
    change = np.abs(np.diff(losses, prepend=np.inf))
    for share in (1, losses, np.append(np.inf, losses[:-1])):
        yield "until-loss-stands-still", first_below(path, change / share, search.tol), {}
    steps = search.lr * np.abs(gradients)
    moved = np.vstack([np.full((1, 2), np.inf), steps[:-1]])
    measured = {what: measure(gradients) for what, measure in OTHER_MEASURES.items()} | {
        "the step": steps.max(axis=1),
        "the last change of w": moved[:, 0],
        "the last change of b": moved[:, 1],
        "the last change of w and b": moved.max(axis=1),
        "the largest error of a ride": errors.max(axis=0),
        "the mean size of the errors": errors.mean(axis=0),
        "the larger of w and b": np.abs(path).max(axis=1),
    }
    for what, watched in measured.items():
        stop = first_below(path, watched, search.tol)
        yield "until-another-measure", stop, {"what": what}
    yield "until-the-wrong-way-round", first_below(path, -_larger(gradients), -search.tol), {}
    for made, counted in ((0, 0), (1, 0), (1, 1)):
        yield "until-at-once", _after(x, y, search, made, counted), {}
    for made in (search.max_epochs, search.max_epochs + 1):
        for counted in (search.max_epochs, search.max_epochs + 1):
            yield "until-never-stops", _after(x, y, search, made, counted), {}


def of_another_walk(x: np.ndarray, y: np.ndarray, search: Search) -> Iterator[Suspect]:
    """Those that look at the right thing, and are somewhere else."""
    yield "no-reset", _first(*_piled_up(x, y, search), search, _larger), {}
    for tag, times in (("sum-for-mean", len(x)), ("missing-factor-2", 1 / 2)):
        yield tag, _first(*_walk(x, y, search, times), search, _larger), {}
    for lr in (0.1, 0.01):
        yield "lr-ignored", right(x, y, replace(search, lr=lr)), {"used": lr}
    w0, b0 = search.theta0
    for start in ((0.0, 0.0), (w0, 0.0), (0.0, b0), (1.0, 1.0), (w0, w0), (b0, b0)):
        yield "w0-ignored", right(x, y, replace(search, theta0=start)), {"used": point(start)}
    for tol in (1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8):
        yield "until-tol-ignored", right(x, y, replace(search, tol=tol)), {"used": tol}


def own_slopes(
    x: np.ndarray, y: np.ndarray, searches: list[tuple[Search, Stop | None]]
) -> str | None:
    """The wrong slope that is walked along and looked at in all of these searches, with where they stop."""
    X = theory.design(x, bias=True)
    slopes = [*wrong_slopes.table(2), *(("clipped", _clipped(c)) for c in (0.1, 0.5, 1.0, 5.0))]
    fares = X @ searches[0][0].theta0
    due = wrong_slopes.right(X, fares, y)
    with np.errstate(all="ignore"):
        for tag, slope in slopes:
            if not near(slope(X, fares, y), due) and all(
                _follows(X, y, slope, search, stop, most)
                for most in (SHORT, FAR)  # few slopes are walked along to the end
                for search, stop in searches
            ):
                return tag
    return None


def _follows(
    X: np.ndarray,
    y: np.ndarray,
    slope: wrong_slopes.Slope,
    search: Search,
    got: Stop | None,
    most: int,
) -> bool:
    """Whether a search along this slope stops where ``got`` does, or not within ``most`` updates."""
    theta = np.array(search.theta0)
    for n in range(min(most, search.max_epochs) + 1):
        seen = slope(X, X @ theta, y)
        if np.abs(seen).max() < search.tol:
            return got is not None and abs(got.n - n) <= n / 100 and near(got.theta, theta)
        theta = theta - search.lr * seen
    return got is None or got.n > most


def _clipped(limit: float) -> wrong_slopes.Slope:
    """As torch's clip_grad_norm_ leaves the slope."""

    def slope(X: np.ndarray, y_pred: np.ndarray, y: np.ndarray) -> np.ndarray:
        right = wrong_slopes.right(X, y_pred, y)
        return right * min(1.0, limit / (float(np.linalg.norm(right)) + 1e-6))

    return slope


def wrong_walks(
    x: np.ndarray, y: np.ndarray, search: Search, got: Stop
) -> Iterator[tuple[str, bool, dict[str, object]]]:
    """Mistakes in the steps, and whether each of them leads to where ``got`` is."""
    run = TrainingRun(search.theta0, search.lr, got.n)
    path, gradients = _walk(x, y, replace(search, max_epochs=got.n))
    yield "until-returns-slopes", near(got.theta, gradients[-1]), {}
    elsewhere = not near(got.theta, path[-1])
    for tag, theta, more in suspects(run, x, y):
        yield tag, elsewhere and "epochs" not in tag and near(got.theta, theta), dict(more)


def seen_to_walk(
    seen: Mapping[str, Any], x: np.ndarray, y: np.ndarray, search: Search, stopped: bool
) -> tuple[str | None, dict[str, object]]:
    """What a search that was watched did in the place of its first two updates, if that can be told.

    Args:
        seen: what `probes.watched` says of no more than `SHORT` updates.
        stopped: whether it stops because a gradient is None.
    """
    events, start = seen["events"], np.array(search.theta0)
    path = theory.trajectory(x, y, search.theta0, search.lr, 2)
    passes = [event for event in events if event[0] == "pass"]
    reached = [seen["tensors"][place][1] for event in passes for place in event[2] if place >= 0]
    if standstill.computed(events, path[2]):
        went_on = len(passes) > SHORT and not stopped
        return ("until-not-noticed" if went_on else None), {}
    if stopped and standstill.computed(events, path[1], kinds=("new",)):
        return "until-rebinds", {}
    if len(passes) == 1 and not stopped:
        return "until-raises-at-once", {}
    if standstill.computed(events, path[1], kinds=("changed",)):
        return ("starts-over" if len(passes) > 2 else None), {}
    made = standstill.numbers_of(events)
    runs = (TrainingRun(search.theta0, search.lr, n) for n in (1, 2))
    for once, twice in zip(*(suspects(run, x, y) for run in runs), strict=True):
        both = all(standstill.holds(made, each.theta) for each in (once, twice))
        if both and not near(once.theta, start) and not near(once.theta, twice.theta):
            return once.tag, dict(once.facts)
    has_w, has_b = (
        any(near(n, number) for numbers in reached for n in numbers) for number in start
    )
    if has_w and not has_b:
        return "bias-not-in-model", {}
    return standstill.cause(seen, start, path[1]), {}


def near(a: np.ndarray, b: np.ndarray) -> bool:
    """Whether two points agree as float32 can tell."""
    scale = max(1.0, float(np.max(np.abs(b))))
    return bool(np.allclose(a, b, rtol=0, atol=2e-4 * scale))


def _walk(
    x: np.ndarray, y: np.ndarray, search: Search, times: float = 1.0
) -> tuple[np.ndarray, np.ndarray]:
    """The parameters and the slopes before each update and after the last, (n + 1, 2) each.

    Args:
        times: how many times too large the slopes are that are walked along.
    """
    n = min(search.max_epochs, FAR)
    path = theory.trajectory(x, y, search.theta0, times * search.lr, n)
    return path, times * slopes(x, y, path)


def _piled_up(x: np.ndarray, y: np.ndarray, search: Search) -> tuple[np.ndarray, np.ndarray]:
    """As `_walk`, where no slope is ever cleared."""
    theta, pile = np.array(search.theta0), np.zeros(2)
    path, piles = [], []
    for _ in range(min(search.max_epochs, FAR) + 1):
        pile = pile + slopes(x, y, theta)
        path.append(theta)
        piles.append(pile)
        theta = theta - search.lr * pile
    return np.array(path), np.array(piles)


def _larger(gradients: np.ndarray) -> np.ndarray:
    return np.abs(gradients).max(axis=1)


def _first(path: np.ndarray, seen: np.ndarray, search: Search, measure: Measure) -> Stop | None:
    """Where a walk stops that looks at this measure of its slopes."""
    return first_below(path, measure(seen), search.tol)


def _after(x: np.ndarray, y: np.ndarray, search: Search, made: int, counted: int) -> Stop | None:
    """A walk that stops after so many updates, whatever it sees."""
    return Stop(theory.trajectory(x, y, search.theta0, search.lr, made)[-1], counted)
