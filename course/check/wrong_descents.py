"""What each known mistake makes of a training loop: simulations of wrong descents.

`training` compares a wrong result with these; the one that gives the same numbers on the same
data names the idea that went wrong.

Where a suspect needs a number (a rate that somebody wrote in, the momentum of an optimizer, the
limit of a clipped gradient), the numbers tried are the defaults of torch and of this course, and
the round ones around them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from course import data, theory
from course.check import descents, wrong_slopes
from course.check.descents import Gradient, Parameters, TrainingRun


class WrongDescent(NamedTuple):
    """A suspect: a misconception's tag, the parameters it ends at, the facts of its message."""

    tag: str
    theta: Parameters
    facts: Mapping[str, object] = MappingProxyType({})


def suspects(run: TrainingRun, x: np.ndarray, y: np.ndarray) -> list[WrongDescent]:
    """Where each known mistake would end, were it made in this run on (N,) rides, km and €.

    The suspects come in the same order for every run of a model. Where two end at the same
    parameters the earlier is named, so what is easier to get wrong stands first. Over all the
    runs of `training.runs` that decides little: on seven generic rides no two suspects with
    different tags agree, except that a rate of 1 written in is a missing rate; on the class's
    rides, where y = 2x, fares in place of distances are also a step taken twice. One run alone
    cannot tell a sign from a gradient clipped at 1, nor 1000 epochs from the minimum.
    """
    plain = _Descent(run, x, y)
    bias = len(run.theta0) == 2
    with np.errstate(all="ignore"):  # some of them diverge
        return [
            WrongDescent(*suspect)
            for group in (
                _wrong_gradients(plain),
                _other_optimizers(plain),
                _wrong_with_a_bias(plain) if bias else _a_bias_too_many(plain),
                _other_calls(plain),
            )
            for suspect in group
        ]


def point(theta: Iterable[float]) -> str:
    """Parameters as a learner reads them: 'w = 0.6' or 'w = 0.6, b = -0.7'."""
    return ", ".join(f"{name} = {value:.6g}" for name, value in zip("wb", theta, strict=False))


class _Descent:
    """Gradient descent as it should be; every suspect departs from it in one place."""

    def __init__(self, run: TrainingRun, x: np.ndarray, y: np.ndarray) -> None:
        self.run, self.x, self.y = run, x, y
        self.start = np.array(run.theta0)
        self.X = theory.design(x, bias=len(run.theta0) == 2)

    def error(self, theta: Parameters) -> np.ndarray:
        """Prediction minus fare of each ride [€], (N,)."""
        return self.X @ theta - self.y

    def gradient(self, theta: Parameters) -> Parameters:
        """Of the mean squared error."""
        return 2 / len(self.y) * self.X.T @ self.error(theta)

    def along(self, gradient: Gradient) -> Parameters:
        """Where the same steps end with another gradient."""
        return descents.descend(gradient, self.run)

    def of(self, **other: Any) -> Parameters:
        """Where the right descent ends if the call had another theta0, lr or n_epochs."""
        return _end(replace(self.run, **other), self.x, self.y)


def fitted(
    run: TrainingRun, x: np.ndarray, y: np.ndarray, first: TrainingRun, end: Parameters
) -> list[WrongDescent]:
    """Suspects with a number of their own.

    It is read off where the ``first`` run, of one epoch, ended; or it is one that people write, if that
    epoch is right: a hundredth.
    """
    plain, begin = _Descent(run, x, y), _Descent(first, x, y)
    due, step = begin.gradient(begin.start), (begin.start - end) / first.lr
    with np.errstate(all="ignore"):
        of_one_step = _of_one_step(plain, begin, due, step)
        return [WrongDescent(*suspect) for suspect in (*of_one_step, *_carried_over(plain))]


def _of_one_step(
    plain: _Descent, begin: _Descent, due: Parameters, step: Parameters
) -> Iterator[tuple]:
    """Suspects whose step at ``begin`` was lr times ``step`` where it should be lr times ``due``."""
    right, along = plain.gradient, plain.along
    yield "clipped", along(descents.clipped(right, np.max(np.abs(step))))
    yield "clipped", along(descents.clipped_in_length(right, float(np.linalg.norm(step))))
    decay, times = (step - due) / begin.start, np.mean(step / due)
    yield "weight-decay", along(lambda t: right(t) + decay * t)
    end = begin.start - begin.run.lr * step
    elsewhere = descents.start_of(begin.run, begin.x, begin.y, end)
    yield "w0-ignored", plain.of(theta0=tuple(elsewhere)), {"used": point(elsewhere)}
    used = times * begin.run.lr
    yield "lr-ignored", plain.of(lr=used), {"used": used}
    yield "step-of-another-size", along(lambda t: times * right(t)), {"times": times}
    yield "two-rates", along(lambda t: step / due * right(t))


def _carried_over(plain: _Descent) -> Iterator[tuple]:
    """Suspects whose first epoch is right, and whose later ones are not."""
    right, run = plain.gradient, plain.run
    for share in np.arange(1, 100) / 100:
        yield "momentum", descents.accumulate(right, run, share)
        yield "momentum", descents.nesterov(right, run, share)
        for falling in _falling(share):
            yield "rate-decays", descents.decaying(right, run, falling)
    yield "rate-decays", descents.decaying(right, run, lambda k: 1 - k / run.n_epochs)
    yield "rate-decays", descents.decaying(right, run, lambda k: 1 / np.sqrt(k + 1))


def _wrong_gradients(plain: _Descent) -> Iterator[tuple]:
    """A derivative that is wrong, of other rides than all, or not taken where the loop is."""
    right, run, X, y = plain.gradient, plain.run, plain.X, plain.y
    yield "never-updates", plain.start
    yield "no-reset", descents.accumulate(right, run, keep=1.0)
    yield "momentum", descents.accumulate(right, run, keep=0.9)
    yield "stale-gradient", plain.start - run.lr * run.n_epochs * right(plain.start)
    yield "step-twice", plain.along(lambda t: 2 * right(t))
    if len(plain.start) == 2:
        yield "derivatives-crossed", plain.along(lambda t: right(t)[::-1])
        yield "b-moved-by-dw", plain.along(lambda t: right(t)[[0, 0]])
        yield "w-moved-by-db", plain.along(lambda t: right(t)[[1, 1]])
    for tag, slope in wrong_slopes.table(len(plain.start)):
        yield tag, plain.along(_of_rides(slope, X, y))
    yield "ride-by-ride", _batch_by_batch(X, y, run, 1)
    yield "one-ride-an-epoch", _one_ride_an_epoch(X, y, run)
    for size in (2, 3, 4):
        yield "mini-batches", _batch_by_batch(X, y, run, size)


def _other_optimizers(plain: _Descent) -> Iterator[tuple]:
    """The right derivative, and steps that are not minus lr times it, or not all of them."""
    right, along, run = plain.gradient, plain.along, plain.run

    def falling(factor: float) -> Callable[[int], float]:
        return lambda k: factor**k

    def decayed(decay: float) -> Gradient:
        return lambda t: right(t) + decay * t

    yield "adaptive-optimizer", descents.adam(right, run)
    yield "gradient-of-itself", along(np.ones_like)
    yield "adaptive-optimizer", along(lambda t: right(t) / np.linalg.norm(right(t)))
    yield "adaptive-optimizer", along(lambda t: np.sign(right(t)))
    for keep, add in ((0.99, 0.01), (1, 1)):  # RMSprop, Adagrad
        yield "adaptive-optimizer", descents.scaled_by_past(right, run, keep, add)
    for factor in (0.999, 0.99, 0.95, 0.9, 0.5):
        yield "rate-decays", descents.decaying(right, run, falling(factor))
    yield "rate-decays", descents.decaying(right, run, lambda k: 1 / (k + 1))
    for decay in (0.01, 0.001, 0.0001, 0.1):
        yield "weight-decay", along(decayed(decay))
    for keep in (0.1, 0.5, 0.99):
        yield "momentum", descents.accumulate(right, run, keep)
    for keep in (0.9, 0.1, 0.5):  # a running mean: torch's dampening
        yield "momentum", descents.accumulate(descents.times(right, 1 - keep), run, keep)
    for limit in (1, 5, 10, 100, 1000):
        yield "clipped", along(descents.clipped(right, limit))
        yield "clipped", along(descents.clipped_in_length(right, limit))
    for keep in (0.9, 0.5):
        yield "momentum", descents.nesterov(right, run, keep)
    yield "negative-lost", descents.kept_positive(right, run, 0.0)
    yield "lr-missing", descents.descend(right, replace(run, lr=1.0))
    yield "lr-twice", along(descents.times(right, run.lr))
    yield "update-roles", along(lambda t: (t - right(t)) / run.lr + t)
    yield "update-in-brackets", along(lambda t: t * right(t))
    for sign in (1, -1):
        yield "value-is-the-step", along(descents.step_alone(right, run.lr, sign))
    x, y = plain.x, plain.y
    yield "x-and-y-swapped", _end(run, y, x)
    for best in _best(plain):
        yield "keeps-the-best", best
    for used, theta in _until_the_loss_grows(plain):
        yield "n-epochs-ignored", theta, {"used": used}
    for moved in _moved(x):
        yield "data-changed", _end(run, moved, y)
    yield "other-rides", _end(run, *data.taxi(0.0 if len(run.theta0) == 1 else data.FLAG_FALL))


def _wrong_with_a_bias(plain: _Descent) -> Iterator[tuple]:
    """What can only go wrong where there is a b beside w."""
    right, along, of = plain.gradient, plain.along, plain.of
    run, start, x, y = plain.run, plain.start, plain.x, plain.y
    yield "bias-not-trained", along(lambda t: right(t) * [1, 0])
    yield "w-not-trained", along(lambda t: right(t) * [0, 1])
    yield "bias-not-trained", along(lambda t: np.sum(right(t)) * np.array([1, 0]))
    for part in ([1, 0], [0, 1]):
        for sign in (1, -1):
            yield (
                "value-is-the-step",
                along(descents.step_alone(right, run.lr, sign, np.array(part))),
            )
    yield "no-reset", descents.accumulate(right, run, keep=np.array([0.0, 1.0]))
    yield "no-reset", descents.accumulate(right, run, keep=np.array([1.0, 0.0]))
    for kept in ([1, 0], [0, 1]):
        yield "w0-ignored", of(theta0=start * kept), {"used": point(start * kept + 0.0)}  # no "-0"
    yield "w-b-swapped", of()[::-1]
    yield from (("one-returned-twice", of()[[i, i]]) for i in (0, 1))
    yield "lr-missing", along(lambda t: right(t) * [1 / run.lr, 1])
    yield "lr-missing", along(lambda t: right(t) * [1, 1 / run.lr])
    yield "b-not-predicted", along(lambda t: right(t * [1, 0]))
    yield "b-from-w", descents.b_from_w(right, run)
    yield "b-from-w", descents.b_from_new_w(right, run)
    yield "negative-lost", descents.kept_positive(right, run, [-np.inf, 0])
    yield "centred", _centred(plain)
    yield "w-from-b", descents.b_from_w(lambda t: right(t[::-1])[::-1], _turned(run))[::-1]
    yield "w-before-b", descents.one_after_the_other(right, run)
    yield (
        "b-before-w",
        descents.one_after_the_other(lambda t: right(t[::-1])[::-1], _turned(run))[::-1],
    )
    yield "bias-not-in-model", along(lambda t: right(t * [1, 0]) * [1, 0])
    yield "bias-in-the-product", along(lambda t: in_the_product(x, y, t))
    yield "bias-in-the-product", along(lambda t: right(t * [1, t[0]]))
    yield "starts-swapped", of(theta0=start[::-1])
    for factor in (0.1, 10, 2, 0.01, 100):
        yield "two-rates", along(descents.times(right, np.array([1, factor])))
    one_for_both = replace(run, theta0=tuple(start[[0, 0]]))
    yield "one-tensor-for-both", descents.descend(lambda t: np.sum(right(t)), one_for_both)
    yield "bias-of-each-ride", _bias_of_each_ride(plain)
    yield "bias-subtracted", along(lambda t: right(t * [1, -1]) * [1, -1])
    yield "bias-subtracted", along(lambda t: right(t * [1, -1]))
    yield "momentum", descents.one_speed_for_both(right, run, 0.9)
    yield "w0-ignored", of(theta0=start[[0, 0]]), {"used": point(start[[0, 0]])}


def _a_bias_too_many(plain: _Descent) -> Iterator[tuple]:
    """The only mistake of this group that a model without a bias knows: w of a model with one."""
    yield "bias-not-asked", plain.of(theta0=(*plain.start, 0.0))[:1]


def _other_calls(plain: _Descent) -> Iterator[tuple]:
    """The right descent, of another call than the one that was made: an argument is ignored."""
    run, start, of = plain.run, plain.start, plain.of
    zero = np.zeros_like(start)
    best = theory.minimum(plain.x, plain.y, bias=len(start) == 2)
    for at_zero_epochs in (best, start):
        yield "hard-coded", best if run.n_epochs else at_zero_epochs
    for b in (0.0, data.FLAG_FALL):
        yield "hard-coded", np.array([data.PRICE, b])[: len(start)]
    for lr in (0.01, 0.1, 0.001, 1.0, 0.05, 0.5):
        yield "lr-ignored", of(lr=lr), {"used": lr}
    yield "w0-ignored", of(theta0=zero), {"used": point(zero)}
    for cut in (np.trunc(start), np.round(start)):
        yield "start-cut", of(theta0=cut), {"used": point(cut + 0.0)}
    yield "starts-over", of(n_epochs=min(run.n_epochs, 1))
    yield "starts-over", descents.each_from_the_start(plain.gradient, run)
    yield "one-step-behind", of(n_epochs=max(run.n_epochs - 1, 0))
    yield "order-previous-gradient", descents.delayed(plain.gradient, run)
    for n_epochs in (10, 20, 100, 1000, run.n_epochs + 1):
        yield "n-epochs-ignored", of(n_epochs=n_epochs), {"used": n_epochs}


def _end(run: TrainingRun, x: np.ndarray, y: np.ndarray) -> Parameters:
    """Where the right descent ends, in closed form."""
    return theory.trajectory(x, y, run.theta0, run.lr, run.n_epochs)[-1]


def _one_ride_an_epoch(X: np.ndarray, y: np.ndarray, run: TrainingRun) -> Parameters:
    """A step along one ride alone, in the next epoch along the next."""
    theta = np.array(run.theta0)
    for k in range(run.n_epochs):
        row = X[k % len(y)]
        theta = theta - run.lr * 2 * row * (row @ theta - y[k % len(y)])
    return theta


def _of_rides(slope: wrong_slopes.Slope, X: np.ndarray, y: np.ndarray) -> Gradient:
    """A slope on these rides, of the parameters alone."""
    return lambda theta: slope(X, X @ theta, y)


def _falling(share: float) -> tuple[Callable[[int], float], Callable[[int], float]]:
    """Shares of the rate in epoch k, with a number that people write."""
    return (lambda k: share**k), (lambda k: 1 / (1 + share * k))


def _moved(x: np.ndarray) -> list[np.ndarray]:
    """Distances as they are centred or scaled elsewhere."""
    middle, low, high = np.mean(x), np.min(x), np.max(x)
    return [
        x - middle,
        (x - middle) / np.std(x),
        (x - middle) / np.std(x, ddof=1),
        (x - low) / (high - low),
        x / np.max(np.abs(x)),
        (x - middle) / (high - low),
    ]


def _batch_by_batch(X: np.ndarray, y: np.ndarray, run: TrainingRun, size: int) -> Parameters:
    """A step after every ``size`` rides; the last batch may be smaller."""
    theta = np.array(run.theta0)
    for _ in range(run.n_epochs):
        for first in range(0, len(y), size):
            rows, fares = X[first : first + size], y[first : first + size]
            theta = theta - run.lr * 2 / len(rows) * rows.T @ (rows @ theta - fares)
    return theta


def _best(plain: _Descent) -> list[Parameters]:
    """The parameters of the smallest loss on the way, the last ones among them or not."""
    run = plain.run
    path = theory.trajectory(plain.x, plain.y, run.theta0, run.lr, run.n_epochs)
    losses = theory.loss(plain.x, plain.y, path)
    return [path[np.argmin(losses)], path[np.argmin(losses[: max(run.n_epochs, 1)])]]


def _until_the_loss_grows(plain: _Descent) -> Iterator[tuple[int, Parameters]]:
    """How many updates, and where they end, if the loop stops once a loss is larger than the last."""
    run = plain.run
    path = theory.trajectory(plain.x, plain.y, run.theta0, run.lr, run.n_epochs)
    larger = np.flatnonzero(np.diff(theory.loss(plain.x, plain.y, path)[: run.n_epochs]) > 0)
    for later in (0, 1):
        used = min(larger[0] + 1 + later, run.n_epochs) if len(larger) else run.n_epochs
        yield int(used), path[used]


def _centred(plain: _Descent) -> Parameters:
    """Descent on distances from their mean, and the line it ends at for the distances."""
    (w, b), mean = plain.run.theta0, np.mean(plain.x)
    start = (w, b + w * mean)
    w, b = _end(replace(plain.run, theta0=start), plain.x - mean, plain.y)
    return np.array([w, b - w * mean])


def _turned(run: TrainingRun) -> TrainingRun:
    """The same run, with w and b in each other's place."""
    return replace(run, theta0=run.theta0[::-1])


def in_the_product(x: np.ndarray, y: np.ndarray, theta: Parameters) -> Parameters:
    """Gradient for the model w·(x + b)."""
    w, b = theta
    error = w * (x + b) - y
    return np.array([np.mean(2 * error * (x + b)), np.mean(2 * error * w)])


def _bias_of_each_ride(plain: _Descent) -> Parameters:
    """Each ride has a b of its own; their mean stands for b."""
    run, x, y = plain.run, plain.x, plain.y
    w, b = run.theta0[0], np.full(len(x), run.theta0[1])
    for _ in range(run.n_epochs):
        error = w * x + b - y
        w, b = w - run.lr * np.mean(2 * x * error), b - run.lr * 2 * error / len(x)
    return np.array([w, np.mean(b)])
