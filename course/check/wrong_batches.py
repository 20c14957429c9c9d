"""What each known mistake makes of a training loop on batches: simulations of wrong descents.

The right one, `descend`, makes a step for each batch that the loader gives. Every other here departs
from it in one place; `minibatches` compares a wrong result with them, on the very batches.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from course import data, theory
from course.check.wrong_descents import Parameters, TrainingRun, WrongDescent, point

Rows = np.ndarray
"""Which rides are in a batch, and in which order."""
Slope = Callable[[Parameters, np.ndarray, np.ndarray], Parameters]
"""(θ, X, y) of a batch → what the step is lr times of."""
WalkOf = Callable[[int], int]
"""Which walk through the loader an epoch makes its steps in."""


@dataclass(frozen=True)
class Batches:
    """(N,) rides, km and €, and the batches of ``size`` in which they come in each walk.

    plan: (walks, N) the order of the rides in each walk through them.
    """

    x: np.ndarray
    y: np.ndarray
    size: int
    plan: np.ndarray

    def of(self, walk: int) -> list[Rows]:
        """The batches of one walk; the last may be smaller."""
        order = self.plan[walk % len(self.plan)]
        return [order[first : first + self.size] for first in range(0, len(order), self.size)]


@dataclass(frozen=True)
class Trial:
    """One call of a training function: the batches that it is given, and the rest."""

    batches: Batches
    run: TrainingRun

    @property
    def X(self) -> np.ndarray:
        """(N, 2) distances beside ones."""
        return theory.design(self.batches.x, bias=True)

    def walks(self, walk_of: WalkOf = lambda k: k) -> Iterator[list[tuple[np.ndarray, np.ndarray]]]:
        """The (X, y) of each batch, epoch by epoch."""
        X, y = self.X, self.batches.y
        for k in range(self.run.n_epochs):
            yield [(X[rows], y[rows]) for rows in self.batches.of(walk_of(k))]


def slope(theta: Parameters, X: np.ndarray, y: np.ndarray) -> Parameters:
    """The gradient of a batch's mean squared error."""
    return 2 / len(y) * X.T @ (X @ theta - y)


def squares(theta: Parameters, X: np.ndarray, y: np.ndarray) -> float:
    """The sum of the squared errors of a batch, €²."""
    return float(np.sum((X @ theta - y) ** 2))


def path(trial: Trial, walk_of: WalkOf = lambda k: k, along: Slope = slope) -> list[np.ndarray]:
    """The parameters from which each batch's update starts, (batches, 2) for each epoch.

    The last entry, (1, 2), is where the last update leads.
    """
    theta, epochs = np.array(trial.run.theta0), []
    for batches in trial.walks(walk_of):
        starts = []
        for X, y in batches:
            starts.append(theta)
            theta = theta - trial.run.lr * along(theta, X, y)
        epochs.append(np.array(starts))
    return [*epochs, np.array([theta])]


def end(trial: Trial, walk_of: WalkOf = lambda k: k, along: Slope = slope) -> Parameters:
    """Where the updates lead."""
    return path(trial, walk_of, along)[-1][0]


def suspects(trial: Trial) -> list[WrongDescent]:
    """Where each known mistake would end in this trial, the easiest to make first.

    They come in the same order for every trial.
    """
    with np.errstate(all="ignore"):  # some of them diverge
        groups = (_wrong_loops(trial), _wrong_slopes(trial), _other_calls(trial))
        return [WrongDescent(*suspect) for group in groups for suspect in group]


def _wrong_loops(trial: Trial) -> Iterator[tuple]:
    """The right derivative of a batch, and steps in the wrong places, or on the wrong batches."""
    batches, run, N = trial.batches, trial.run, len(trial.batches.y)
    yield "never-updates", np.array(run.theta0)
    yield "no-reset", _accumulated(trial, keep=1.0)
    yield "cleared-once-an-epoch", _accumulated(trial, keep=1.0, anew=True)
    yield "one-update-an-epoch", end(replace(trial, batches=replace(batches, size=N)))
    for of in (np.sum, np.mean, lambda slopes, axis: slopes[-1]):
        yield "one-update-an-epoch", _once_an_epoch(trial, of)
    yield "first-batch-only", _some(trial, lambda of_walk: of_walk[:1])
    yield "first-batch-only", _begun_for_each_step(trial)
    yield "loader-walked-once", end(trial, lambda k: 0)
    yield "loader-exhausted", end(replace(trial, run=replace(run, n_epochs=min(run.n_epochs, 1))))
    full = batches.size
    yield (
        "last-batch-dropped",
        _some(trial, lambda of_walk: [b for b in of_walk if len(b[1]) == full]),
    )
    yield "last-batch-dropped", _some(trial, lambda of_walk: of_walk[:-1])
    in_order = np.arange(N)[None]
    for size in (full, 1):
        yield (
            "other-batches",
            end(replace(trial, batches=replace(batches, plan=in_order, size=size))),
        )
    yield "batch-swapped", end(replace(trial, batches=replace(batches, x=batches.y, y=batches.x)))
    yield "other-batches", end(replace(trial, batches=replace(batches, size=1)))
    yield "starts-over", _last_epoch_alone(trial)
    yield "momentum", _accumulated(trial, keep=0.9)
    yield "adaptive-optimizer", _adam(trial)


def _wrong_slopes(trial: Trial) -> Iterator[tuple]:
    """A derivative that is wrong, or is given another weight."""
    N, size = len(trial.batches.y), trial.batches.size
    x_taxi, y_taxi = data.taxi()  # x and y of the notebook
    X_taxi = theory.design(x_taxi, bias=True)

    def times(factor: Callable[[int], Any]) -> Slope:
        return lambda t, X, y: factor(len(y)) * slope(t, X, y)

    for tag, along in (
        ("sum-in-a-batch", times(lambda n: n)),
        ("bias-not-trained", times(lambda n: np.array([1, 0]))),
        ("w-not-trained", times(lambda n: np.array([0, 1]))),
        ("bias-not-in-model", lambda t, X, y: slope(t * [1, 0], X, y) * [1, 0]),
        ("bias-subtracted", lambda t, X, y: slope(t * [1, -1], X, y) * [1, -1]),
        ("flipped-sign", times(lambda n: -1)),
        ("missing-factor-2", times(lambda n: 0.5)),
        ("fixed-batch-size", times(lambda n: n / size)),
        ("batch-weighted", times(lambda n: n / N)),
        ("batch-weighted", times(lambda n: 1 / -(-N // size))),
        ("step-twice", times(lambda n: 2)),
        ("weight-decay", lambda t, X, y: slope(t, X, y) + 0.01 * t),
        ("batch-not-used", lambda t, X, y: slope(t, X_taxi, y_taxi)),
        ("batch-swapped", lambda t, X, y: slope(t, theory.design(y, bias=True), X[:, 0])),
        ("broadcast", lambda t, X, y: 2 / len(y) * X.T @ (X @ t - np.mean(y))),
    ):
        yield tag, end(trial, along=along)


def _other_calls(trial: Trial) -> Iterator[tuple]:
    """The right descent, of another call than the one that was made."""
    run, start = trial.run, np.array(trial.run.theta0)

    def of(**other: Any) -> Parameters:
        return end(replace(trial, run=replace(run, **other)))

    yield "w-b-swapped", end(trial)[::-1]
    yield "hard-coded", np.array([data.PRICE, data.FLAG_FALL])
    yield "hard-coded", theory.minimum(trial.batches.x, trial.batches.y, bias=True)
    for lr in (0.02, 0.001, 0.01, 0.1):
        yield "lr-ignored", of(lr=lr), {"used": lr}
    for used in (start * 0, start * [1, 0], start * [0, 1], start[[0, 0]]):
        yield "w0-ignored", of(theta0=tuple(used)), {"used": point(used + 0.0)}  # no "-0"
    yield "starts-swapped", of(theta0=tuple(start[::-1]))
    yield "one-step-behind", _one_behind(trial)
    for n_epochs in (50, 100, 10, 1000, run.n_epochs + 1, max(run.n_epochs - 1, 0)):
        yield "n-epochs-ignored", of(n_epochs=n_epochs), {"used": n_epochs}


def histories(trial: Trial, walk_of: WalkOf) -> list[tuple[str, np.ndarray]]:
    """Suspects for the history beside right parameters; `right_history` departs from none."""
    epochs = path(trial, walk_of)
    X, y, N = trial.X, trial.batches.y, len(trial.batches.y)
    walks = list(trial.walks(walk_of))
    sums = [
        np.array([squares(theta, *batch) for theta, batch in zip(starts, batches, strict=True)])
        for starts, batches in zip(epochs, walks, strict=False)
    ]
    sizes = [np.array([len(fares) for _, fares in batches]) for batches in walks]
    means = [total / size for total, size in zip(sums, sizes, strict=True)]
    total = np.array([np.sum(s) for s in sums])
    ends = np.array([starts[0] for starts in epochs])
    whole = [squares(theta, X, y) / N for theta in ends]
    return [
        ("history-mean-of-means", np.array([np.mean(m) for m in means])),
        ("history-per-batch", np.concatenate([[], *means])),
        ("history-per-batch", np.concatenate([[], *sums])),
        ("history-of-one-batch", np.array([m[-1] for m in means])),
        ("history-of-one-batch", np.array([m[0] for m in means])),
        ("history-at-one-moment", np.array(whole[1:])),
        ("history-at-one-moment", np.array(whole[:-1])),
        ("history-after-own-step", np.array(_after_each_step(epochs, walks)) / N),
        ("history-sum", total),
        ("history-means-added", np.array([np.sum(m) for m in means])),
        ("history-means-added", np.array([np.sum(m) for m in means]) * trial.batches.size / N),
        ("history-divisor", np.array([np.sum(m) for m in means]) / N),
        ("history-divisor", np.array([s.sum() / len(s) for s in sums])),
        ("history-divisor", total / trial.batches.size),
        (
            "history-divisor",
            np.array([s.sum() / size[-1] for s, size in zip(sums, sizes, strict=True)]),
        ),
        ("history-divisor", total / (trial.batches.size * np.array([len(size) for size in sizes]))),
        ("history-divisor", np.array([np.sum(m) for m in means]) * trial.batches.size / N),
        *(("history-divisor", total / n) for n in (4, 15)),
        ("history-running-total", np.cumsum(total) / N),
        ("history-not-begun-anew", np.cumsum(total) / (N * np.arange(1, len(total) + 1))),
        ("history-not-begun-anew", total / (N * np.arange(1, len(total) + 1))),
        ("history-rmse", np.sqrt(total / N)),
        ("history-half", total / N / 2),
    ]


def right_history(trial: Trial, walk_of: WalkOf) -> np.ndarray:
    """The mean over all rides of the squared errors from which each batch's update starts, €²."""
    epochs = path(trial, walk_of)[:-1]
    return np.array(
        [
            sum(squares(theta, *batch) for theta, batch in zip(starts, batches, strict=True))
            / len(trial.batches.y)
            for starts, batches in zip(epochs, trial.walks(walk_of), strict=True)
        ]
    )


def _after_each_step(epochs: list[np.ndarray], walks: list) -> list[float]:
    """The squared errors of each epoch, those of a batch taken after its own update."""
    after = np.concatenate(epochs)[1:]
    flat = iter(after)
    return [sum(squares(next(flat), *batch) for batch in batches) for batches in walks]


def _accumulated(trial: Trial, keep: float, anew: bool = False) -> Parameters:
    """Each step goes along the new gradient plus ``keep`` times what the last step went along.

    Args:
        anew: whether an epoch starts with nothing carried over.
    """
    theta = np.array(trial.run.theta0)
    total = np.zeros_like(theta)
    for batches in trial.walks():
        total = total * (not anew)
        for X, y in batches:
            total = keep * total + slope(theta, X, y)
            theta = theta - trial.run.lr * total
    return theta


def _once_an_epoch(trial: Trial, of: Callable[..., Parameters]) -> Parameters:
    """One step an epoch, along what ``of`` makes of the gradients of all batches."""
    theta = np.array(trial.run.theta0)
    for batches in trial.walks():
        slopes = np.array([slope(theta, X, y) for X, y in batches])
        theta = theta - trial.run.lr * of(slopes, axis=0)
    return theta


def _some(trial: Trial, chosen: Callable[[list], list]) -> Parameters:
    """Steps on some batches of each epoch alone."""
    theta = np.array(trial.run.theta0)
    for batches in trial.walks():
        for X, y in chosen(batches):
            theta = theta - trial.run.lr * slope(theta, X, y)
    return theta


def _begun_for_each_step(trial: Trial) -> Parameters:
    """As many steps as there are batches, each on the first one of a new walk."""
    theta, X, y = np.array(trial.run.theta0), trial.X, trial.batches.y
    for walk in range(trial.run.n_epochs * len(trial.batches.of(0))):
        rows = trial.batches.of(walk)[0]
        theta = theta - trial.run.lr * slope(theta, X[rows], y[rows])
    return theta


def _last_epoch_alone(trial: Trial) -> Parameters:
    """Where the last epoch leads from the start."""
    if not trial.run.n_epochs:
        return np.array(trial.run.theta0)
    last = trial.run.n_epochs - 1
    return end(replace(trial, run=replace(trial.run, n_epochs=1)), lambda k: last)


def _one_behind(trial: Trial) -> Parameters:
    """The parameters before the last update."""
    return np.concatenate(path(trial))[max(-2, -1 - trial.run.n_epochs)]


def _adam(trial: Trial) -> Parameters:
    """Kingma & Ba, Adam, 2015, with torch's defaults."""
    theta = np.array(trial.run.theta0)
    mean, square, k = np.zeros_like(theta), np.zeros_like(theta), 0
    for batches in trial.walks():
        for X, y in batches:
            k += 1
            g = slope(theta, X, y)
            mean, square = 0.9 * mean + 0.1 * g, 0.999 * square + 0.001 * g**2
            scaled = (mean / (1 - 0.9**k)) / (np.sqrt(square / (1 - 0.999**k)) + 1e-8)
            theta = theta - trial.run.lr * scaled
    return theta
