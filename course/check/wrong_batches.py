"""What each known mistake makes of a training loop on batches: simulations of wrong descents.

The right one, `batches.path`, makes a step for each batch that the loader gives. Every other here
departs from it in one place; `minibatches` compares a wrong result with them, on the very batches.
"""

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
import torch

from course import data, theory
from course.check import wrong_slopes, wrong_steps
from course.check.batches import Slope, Trial, end, path, slope, sums
from course.check.descents import Parameters
from course.check.wrong_descents import in_the_product, point

OWN_WORDS = {
    "missing-factor-2": "half-steps",
    "sum-for-mean": "sum-in-a-batch",
    "sum-without-2": "half-sum-in-a-batch",
    "mixed-sum-mean": "mixed-in-a-batch",
}
"""Tags of `wrong_slopes` that are told otherwise where a loop has batches."""

NOT_ONE = np.array([[0, 1], [1, 0]])
"""What keeps the number of one parameter and clears that of the other."""


class Suspect(NamedTuple):
    """A misconception's tag, what gives the parameters that it ends at, the facts of its message."""

    tag: str
    end: Callable[[], Parameters]
    facts: Mapping[str, object] = MappingProxyType({})


def suspects(trial: Trial) -> list[Suspect]:
    """Where each known mistake would end in this trial, the easiest to make first.

    They come in the same order for every trial. Some of them diverge.
    """
    groups = (
        _wrong_places(trial),
        _wrong_batches(trial),
        _wrong_slopes(trial),
        _wrong_steps(trial),
        _other_calls(trial),
    )
    return [Suspect(*suspect) for group in groups for suspect in group]


def fitted(trial: Trial, first: Trial, ended: Parameters) -> list[Suspect]:
    """Suspects with a number of their own, read off where the ``first`` trial, of one step, ended.

    If that step is right, the number is one that people write: some hundredths.
    """
    return [Suspect(*suspect) for suspect in _fitted(trial, first, ended)]


def _fitted(trial: Trial, first: Trial, ended: Parameters) -> Iterator[tuple]:
    ((batch,),) = first.epochs()
    due, step = slope(first.start, *batch), (first.start - ended) / first.run.lr
    used = float(np.mean(step / due)) * first.run.lr
    yield (
        "lr-ignored",
        partial(end, replace(trial, run=replace(trial.run, lr=used))),
        {"used": used},
    )
    same_rates = step / due * first.run.lr / trial.run.lr
    yield "two-rates", partial(end, trial, _times(lambda n: same_rates))
    rules = wrong_steps.fitted(first.start, due, step), wrong_steps.carried_over(trial.run.n_epochs)
    for tag, make, facts in itertools.chain(*rules):
        yield tag, partial(end, trial, steps=make), facts


def _wrong_places(trial: Trial) -> Iterator[tuple]:
    """The right derivative of each batch, and steps or clearing in the wrong places."""
    N = len(trial.batches.y)
    yield "never-updates", lambda: trial.start
    yield "no-reset", partial(end, trial, steps=lambda: wrong_steps.carrying(1.0))
    yield "cleared-once-an-epoch", partial(_piled_up, trial)
    yield from (("cleared-once-an-epoch", partial(_piled_up, trial, keep=kept)) for kept in NOT_ONE)
    yield (
        "one-update-an-epoch",
        partial(end, replace(trial, batches=replace(trial.batches, size=N))),
    )
    for of in (np.sum, np.mean, lambda slopes, axis: slopes[-1]):
        yield "one-update-an-epoch", partial(_once_an_epoch, trial, of)
    for every in (2, 3, 4):
        yield "cleared-too-seldom", partial(_piled_up, trial, every=every)
        yield "not-every-batch", partial(_each_few, trial, every, 1)
        yield "not-every-batch", partial(_each_few, trial, every, 1 / every)
    yield "starts-over", partial(_last_alone, trial)
    yield "starts-over", partial(_last_alone, trial, lambda of_walk: of_walk[-1:])
    yield "last-update-lost", partial(_one_behind, trial)
    yield "previous-batch", partial(end, trial, steps=wrong_steps.delayed)
    for best in (_after_the_best_epoch, _before_the_best_epoch, _of_the_best_batch):
        yield "keeps-the-best", partial(best, trial)


def _wrong_batches(trial: Trial) -> Iterator[tuple]:
    """The right steps, on other batches than those of the loader."""
    batches, run, N, full = trial.batches, trial.run, len(trial.batches.y), trial.batches.size

    def of(**other: Any) -> Parameters:
        return end(replace(trial, batches=replace(batches, **other)))

    once = replace(trial, run=replace(run, n_epochs=min(run.n_epochs, 1)))
    yield "first-batch-only", partial(_some, trial, lambda of_walk: of_walk[:1])
    yield "first-batch-only", partial(_begun_for_each_step, trial)
    yield "first-batch-only", partial(_some, trial.walked(lambda k: 0), lambda of_walk: of_walk[:1])
    yield "returns-after-a-batch", partial(_some, once, lambda of_walk: of_walk[:1])
    yield "loader-walked-once", partial(end, trial.walked(lambda k: 0))
    yield "loader-exhausted", partial(end, once)
    yield (
        "last-batch-dropped",
        partial(_some, trial, lambda walk: [b for b in walk if len(b[1]) == full]),
    )
    yield "last-batch-dropped", partial(_some, trial, lambda of_walk: of_walk[:-1])
    yield "first-batch-dropped", partial(_some, trial, lambda of_walk: of_walk[1:])
    in_order = np.arange(N)[None]
    for size in (full, 1):
        yield "other-batches", partial(of, plan=in_order, size=size)
    for size in (1, 2, 4):
        yield "other-batches", partial(of, size=size)
    whole = replace(batches, size=N, plan=in_order)
    many = replace(run, n_epochs=run.n_epochs * len(batches.of(0)))
    yield "other-batches", partial(end, replace(trial, batches=whole, run=many))
    yield "batch-swapped", partial(of, x=batches.y, y=batches.x)
    mean, std = np.mean(batches.x), np.std(batches.x)
    for scale in (1.0, std, np.std(batches.x, ddof=1)):
        yield "data-changed", partial(of, x=(batches.x - mean) / scale)
    yield "data-changed", partial(of, x=batches.x / np.max(batches.x))


def _wrong_slopes(trial: Trial) -> Iterator[tuple]:
    """A derivative that is wrong, or is given another weight."""
    N, size, lr = len(trial.batches.y), trial.batches.size, trial.run.lr
    many = -(-N // size)
    x_taxi, y_taxi = data.taxi()  # x and y of the notebook
    X_taxi = theory.design(x_taxi, bias=True)
    for tag, along in (
        ("bias-not-trained", _times(lambda n: [1, 0])),
        ("w-not-trained", _times(lambda n: [0, 1])),
        ("bias-not-in-model", lambda t, X, y: slope(t * [1, 0], X, y) * [1, 0]),
        ("bias-subtracted", lambda t, X, y: slope(t * [1, -1], X, y) * [1, -1]),
        ("b-not-predicted", lambda t, X, y: slope(t * [1, 0], X, y)),
        ("bias-in-the-product", lambda t, X, y: in_the_product(X[:, 0], y, t)),
        ("bias-in-the-product", lambda t, X, y: slope(t * [1, t[0]], X, y)),
        ("w-and-b-exchanged", lambda t, X, y: slope(t[::-1], X, y)[::-1]),
        ("step-twice", _times(lambda n: 2)),
        ("fixed-batch-size", _times(lambda n: n / size)),
        ("half-sum-in-a-batch", _times(lambda n: n / size / 2)),
        ("batch-weighted", _times(lambda n: n / N)),
        ("batch-weighted", _times(lambda n: 1 / many)),
        ("batch-weighted", _times(lambda n: 1 / N)),
        ("divided-by-the-batches", _times(lambda n: n / many)),
        ("batch-not-used", lambda t, X, y: slope(t, X_taxi, y_taxi)),
        ("batch-swapped", lambda t, X, y: slope(t, theory.design(y, bias=True), X[:, 0])),
        ("pairs-torn", lambda t, X, y: slope(t, np.sort(X, axis=0), y)),
        ("data-changed", lambda t, X, y: slope(t, X - [np.mean(X[:, 0]), 0], y)),
        ("w-before-b", lambda t, X, y: _one_after_the_other(t, X, y, lr)),
        ("derivatives-crossed", lambda t, X, y: slope(t, X, y)[::-1]),
        ("b-moved-by-dw", lambda t, X, y: slope(t, X, y)[[0, 0]]),
        ("w-moved-by-db", lambda t, X, y: slope(t, X, y)[[1, 1]]),
        ("bias-not-trained", lambda t, X, y: np.sum(slope(t, X, y)) * np.array([1, 0])),
        ("w-not-trained", lambda t, X, y: np.sum(slope(t, X, y)) * np.array([0, 1])),
        ("b-from-w", lambda t, X, y: slope(t, X, y) + np.array([0, t[1] - t[0]]) / lr),
        ("b-from-w", lambda t, X, y: _from_new_w(t, slope(t, X, y), lr)),
    ):
        yield tag, partial(end, trial, along)
    for tag, wrong in (*OTHER_MEANS, *wrong_slopes.table(2)):
        along = _of_the_table(wrong)
        yield OWN_WORDS.get(tag, tag), partial(end, trial, along)


def _wrong_steps(trial: Trial) -> Iterator[tuple]:
    """The right derivative of each batch, and another step than minus lr times it."""
    lr = trial.run.lr
    for tag, make, facts in wrong_steps.named(2, lr):
        yield tag, partial(end, trial, steps=make), facts
    yield "another-optimizer", partial(_by_lbfgs, trial), {"used": "LBFGS"}
    for lost in ([1, 1], [1, 0], [0, 1]):
        for sign in (1, -1):
            make = partial(wrong_steps.step_alone, np.array(lost), sign, lr)
            yield "step-for-the-value", partial(end, trial, steps=make)
    for missing in (lambda n: [1 / lr, 1 / lr], lambda n: [1 / lr, 1], lambda n: [1, 1 / lr]):
        yield "lr-missing", partial(end, trial, _times(missing))


def _other_calls(trial: Trial) -> Iterator[tuple]:
    """The right descent, of another call than the one that was made."""
    run, start, batches = trial.run, trial.start, trial.batches

    def of(**other: Any) -> Parameters:
        return end(replace(trial, run=replace(run, **other)))

    yield "w-b-swapped", lambda: end(trial)[::-1]
    for i in (0, 1):
        yield "one-returned-twice", partial(_only, trial, i)
    yield "hard-coded", lambda: np.array([data.PRICE, data.FLAG_FALL])
    yield "hard-coded", lambda: theory.minimum(batches.x, batches.y, bias=True)
    for lr in (0.02, 0.001, 0.01, 0.1):
        yield "lr-ignored", partial(of, lr=lr), {"used": lr}
    yield (
        "lr-ignored",
        partial(of, lr=run.lr / len(batches.of(0))),
        {"used": run.lr / len(batches.of(0))},
    )
    yield "lr-ignored", partial(of, lr=run.lr * batches.size), {"used": run.lr * batches.size}
    for used in (start * 0, start * [1, 0], start * [0, 1], start[[0, 0]], start[[1, 1]], [1, 1]):
        used = np.array(used) + 0.0  # no "-0"
        yield "w0-ignored", partial(of, theta0=tuple(used)), {"used": point(used)}
    for cut in (np.trunc(start), np.round(start)):
        yield "start-cut", partial(of, theta0=tuple(cut)), {"used": point(cut + 0.0)}
    yield "starts-swapped", partial(of, theta0=tuple(start[::-1]))
    one_for_both = replace(trial, run=replace(run, theta0=tuple(start[[0, 0]])))
    yield "one-tensor-for-both", partial(end, one_for_both, lambda t, X, y: np.sum(slope(t, X, y)))
    for n_epochs in (50, 100, 10, 1000, run.n_epochs + 1, max(run.n_epochs - 1, 0)):
        yield "n-epochs-ignored", partial(of, n_epochs=n_epochs), {"used": n_epochs}
    yield "n-epochs-ignored", partial(of, n_epochs=len(batches.of(0))), {"used": len(batches.of(0))}


def _averaged_first(times: Callable[[int], float]) -> wrong_slopes.Slope:
    """The mean distance times the mean error, and what else stands before it for n rides."""
    return lambda X, p, y: times(len(y)) * np.mean(X, axis=0) * np.mean(p - y)


OTHER_MEANS: tuple[tuple[str, wrong_slopes.Slope], ...] = tuple(
    ("errors-averaged-first", _averaged_first(times))
    for times in (lambda n: 2, lambda n: 2 * n, lambda n: 2 * n**2, lambda n: 1)
)
"""The slopes of what people take for the mean over a batch."""


def _of_the_table(wrong: wrong_slopes.Slope) -> Slope:
    return lambda theta, X, y: wrong(X, X @ theta, y)


def _only(trial: Trial, i: int) -> Parameters:
    """One of the parameters in both places."""
    return end(trial)[[i, i]]


def _times(factor: Callable[[int], Any]) -> Slope:
    """The right slope of a batch times what ``factor`` says for its n rides."""
    return lambda theta, X, y: np.array(factor(len(y))) * slope(theta, X, y)


def _one_after_the_other(theta: Parameters, X: np.ndarray, y: np.ndarray, lr: float) -> Parameters:
    """The gradient that moves b sees the new w."""
    by_w = slope(theta, X, y) * [1, 0]
    return by_w + slope(theta - lr * by_w, X, y) * [0, 1]


def _from_new_w(theta: Parameters, gradient: Parameters, lr: float) -> Parameters:
    """What moves b to where its step leads from the new w."""
    w = theta[0] - lr * gradient[0]
    return gradient + np.array([0, theta[1] - w]) / lr


def _piled_up(trial: Trial, keep: np.ndarray | float = 1.0, every: int | None = None) -> Parameters:
    """Gradients are added up within an epoch, in what ``keep`` says; or cleared ``every`` few batches."""
    theta = trial.start
    for batches in trial.epochs():
        total = np.zeros_like(theta)
        for i, (X, y) in enumerate(batches):
            total = total * (keep if every is None or i % every else 0) + slope(theta, X, y)
            theta = theta - trial.run.lr * total
    return theta


def _each_few(trial: Trial, every: int, share: float) -> Parameters:
    """A step after every few batches, along the sum of their gradients or a share of it."""
    theta, total = trial.start, np.zeros(2)
    for batches in trial.epochs():
        for i, (X, y) in enumerate(batches):
            total = total + share * slope(theta, X, y)
            if (i + 1) % every == 0:
                theta, total = theta - trial.run.lr * total, np.zeros(2)
    return theta


def _once_an_epoch(trial: Trial, of: Callable[..., Parameters]) -> Parameters:
    """One step an epoch, along what ``of`` makes of the gradients of all batches."""
    theta = trial.start
    for batches in trial.epochs():
        slopes = np.array([slope(theta, X, y) for X, y in batches])
        theta = theta - trial.run.lr * of(slopes, axis=0)
    return theta


def _some(trial: Trial, chosen: Callable[[list], list]) -> Parameters:
    """Steps on some batches of each epoch alone."""
    theta = trial.start
    for batches in trial.epochs():
        for X, y in chosen(batches):
            theta = theta - trial.run.lr * slope(theta, X, y)
    return theta


def _begun_for_each_step(trial: Trial) -> Parameters:
    """As many steps as there are batches, each on the first one of a new walk."""
    theta, X, y = trial.start, trial.X, trial.batches.y
    for walk in range(trial.run.n_epochs * len(trial.batches.of(0))):
        rows = trial.batches.of(walk)[0]
        theta = theta - trial.run.lr * slope(theta, X[rows], y[rows])
    return theta


def _last_alone(
    trial: Trial, chosen: Callable[[list], list] = lambda of_walk: of_walk
) -> Parameters:
    """Where the last epoch, or some batches of it, lead from the start."""
    last = trial.walked(lambda k: k + trial.run.n_epochs - 1)
    n_epochs = min(trial.run.n_epochs, 1)
    return _some(replace(last, run=replace(last.run, n_epochs=n_epochs)), chosen)


def _one_behind(trial: Trial) -> Parameters:
    """The parameters before the last update."""
    return np.concatenate(path(trial))[max(-2, -1 - trial.run.n_epochs)]


def _after_the_best_epoch(trial: Trial) -> Parameters:
    starts, losses = _on_the_way(trial)
    best = int(np.argmin([np.sum(of_epoch) for of_epoch in losses])) + 1 if losses else 0
    return starts[best][0]


def _before_the_best_epoch(trial: Trial) -> Parameters:
    starts, losses = _on_the_way(trial)
    return (
        starts[int(np.argmin([np.sum(of_epoch) for of_epoch in losses]))][0]
        if losses
        else trial.start
    )


def _of_the_best_batch(trial: Trial) -> Parameters:
    starts, losses = _on_the_way(trial)
    sizes = [len(y) for batches in trial.epochs() for _, y in batches]
    means = np.concatenate([[], *losses]) / sizes
    return np.concatenate(starts)[int(np.argmin(means))] if losses else trial.start


def _on_the_way(trial: Trial) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """Where each update starts, and the squared errors of its batch there, epoch by epoch."""
    starts = path(trial)
    return starts, sums(starts, list(trial.epochs()))


def _by_lbfgs(trial: Trial) -> Parameters:
    """Where torch.optim.LBFGS leads, which takes many looks at a batch for each of its steps."""
    theta = torch.tensor(trial.start, dtype=torch.float32, requires_grad=True)
    optimizer = torch.optim.LBFGS([theta], lr=trial.run.lr)
    for batches in trial.epochs():
        for X, y in (map(_float32, batch) for batch in batches):

            def closure(X: torch.Tensor = X, y: torch.Tensor = y) -> torch.Tensor:
                optimizer.zero_grad()
                loss = torch.mean((X @ theta - y) ** 2)
                loss.backward()
                return loss

            optimizer.step(closure)
    return theta.detach().numpy().astype(float)


def _float32(array: np.ndarray) -> torch.Tensor:
    return torch.tensor(array, dtype=torch.float32)
