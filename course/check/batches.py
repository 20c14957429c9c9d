"""Descent on batches: the right one, and what any other departs from in one place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from course import theory
from course.check import wrong_slopes
from course.check.descents import Parameters, TrainingRun

Batch = tuple[np.ndarray, np.ndarray]
"""(n, 2) distances beside ones, and (n,) fares."""
Rows = np.ndarray
"""Which rides are in a batch, and in which order."""
Slope = Callable[[Parameters, np.ndarray, np.ndarray], Parameters]
"""(θ, X, y) of a batch → its gradient."""
Step = Callable[[Parameters, Parameters, int], Parameters]
"""(θ, gradient, epoch) → what θ is moved against, times lr. It may remember earlier ones."""
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

    @property
    def start(self) -> Parameters:
        """(w, b) before the first update."""
        return np.array(self.run.theta0)

    def epochs(self) -> Iterator[list[Batch]]:
        """The batches of each epoch."""
        X, y = self.X, self.batches.y
        for k in range(self.run.n_epochs):
            yield [(X[rows], y[rows]) for rows in self.batches.of(k)]

    def walked(self, walk_of: WalkOf) -> "Trial":
        """The same with the steps of epoch k made in walk ``walk_of(k)``."""
        walks = len(self.batches.plan)
        plan = self.batches.plan[[walk_of(k) % walks for k in range(walks)]]
        return replace(self, batches=replace(self.batches, plan=plan))


def slope(theta: Parameters, X: np.ndarray, y: np.ndarray) -> Parameters:
    """The gradient of a batch's mean squared error."""
    return wrong_slopes.right(X, X @ theta, y)


def squares(theta: Parameters, X: np.ndarray, y: np.ndarray) -> float:
    """The sum of the squared errors of a batch, €²."""
    return float(np.sum((X @ theta - y) ** 2))


def plain() -> Step:
    """The step of gradient descent."""
    return lambda theta, gradient, epoch: gradient


def path(trial: Trial, along: Slope = slope, steps: Callable[[], Step] = plain) -> list[np.ndarray]:
    """The parameters from which each batch's update starts, (batches, 2) for each epoch.

    The last entry, (1, 2), is where the last update leads.
    """
    theta, epochs, step = trial.start, [], steps()
    for k, batches in enumerate(trial.epochs()):
        starts = []
        for X, y in batches:
            starts.append(theta)
            theta = theta - trial.run.lr * step(theta, along(theta, X, y), k)
        epochs.append(np.array(starts))
    return [*epochs, np.array([theta])]


def end(trial: Trial, along: Slope = slope, steps: Callable[[], Step] = plain) -> Parameters:
    """Where the updates lead."""
    return path(trial, along, steps)[-1][0]


def sums(epochs: list[np.ndarray], walks: list[list[Batch]]) -> list[np.ndarray]:
    """The sum of the squared errors from which each batch's update starts, epoch by epoch."""
    return [
        np.array([squares(theta, *batch) for theta, batch in zip(starts, batches, strict=True)])
        for starts, batches in zip(epochs, walks, strict=False)
    ]
