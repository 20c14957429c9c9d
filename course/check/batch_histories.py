"""The history of a descent on batches: the right one, and what it is taken for."""

from collections.abc import Iterator

import numpy as np

from course.check.batches import Batch, Trial, path, squares, sums
from course.check.values import Suspect


def right(trial: Trial) -> np.ndarray:
    """The mean over all rides of the squared errors from which each batch's update starts, €²."""
    squared = sums(path(trial), list(trial.epochs()))
    return np.array([np.sum(of_epoch) for of_epoch in squared]) / len(trial.batches.y)


def suspects(trial: Trial) -> list[Suspect]:
    """What stands in the place of a right history beside right parameters."""
    with np.errstate(all="ignore"):
        return [*_of_whole_epochs(trial), *_of_batches(trial)]


def _of_batches(trial: Trial) -> Iterator[Suspect]:
    """What is made of the losses of the batches."""
    N, full = len(trial.batches.y), trial.batches.size
    walks = list(trial.epochs())
    squared = sums(path(trial), walks)
    sizes = [np.array([len(fares) for _, fares in batches]) for batches in walks]
    means = [total / size for total, size in zip(squared, sizes, strict=True)]
    total, added = np.array([s.sum() for s in squared]), np.array([m.sum() for m in means])
    yield "history-mean-of-means", np.array([m.mean() for m in means])
    yield "history-per-batch", np.concatenate([[], *means])
    yield "history-per-batch", np.concatenate([[], *squared])
    yield "history-of-one-batch", np.array([m[-1] for m in means])
    yield "history-of-one-batch", np.array([m[0] for m in means])
    for kept in (squared, means):
        yield "history-of-one-batch", np.array([s[-1] for s in kept]) / N
        yield "history-of-one-batch", np.array([s[-1] / len(s) for s in kept])
        yield "history-of-one-batch", np.array([s[-1] for s in kept])
    yield "history-sum", total
    yield "history-means-added", added
    yield from (("history-means-added", added * size / N) for size in (full, 4))
    yield "history-divisor", added / N
    yield "history-divisor", np.array([s.sum() / len(s) for s in squared])
    yield "history-divisor", total / full
    yield (
        "history-divisor",
        np.array([s.sum() / size[-1] for s, size in zip(squared, sizes, strict=True)]),
    )
    yield "history-divisor", total / (full * np.array([len(size) for size in sizes]))
    yield from (("history-divisor", total / n) for n in (4, 15, max(trial.run.n_epochs, 1)))
    epoch = np.arange(1, len(total) + 1)
    yield "history-running-total", np.cumsum(total) / N
    yield "history-not-begun-anew", np.cumsum(total) / (N * epoch)
    yield "history-not-begun-anew", total / (N * epoch)
    yield "history-not-begun-anew", np.cumsum(added) / epoch / len(squared[0] if squared else [0])
    yield "history-running-mean", np.cumsum(total / N) / epoch
    yield "history-rmse", np.sqrt(total / N)
    yield "history-half", total / N / 2
    within = [np.cumsum(s) / np.cumsum(n) for s, n in zip(squared, sizes, strict=True)]
    yield "history-per-batch", np.concatenate([[], *within])
    yield "history-per-batch", np.concatenate([[], *map(np.cumsum, means)])
    yield "history-per-batch", np.concatenate([[], *map(np.cumsum, squared)])


def _of_whole_epochs(trial: Trial) -> Iterator[Suspect]:
    """What is made of an epoch's parameters, or of its errors without squares."""
    epochs, walks = path(trial), list(trial.epochs())
    X, y, N = trial.X, trial.batches.y, len(trial.batches.y)
    ends = np.array([starts[0] for starts in epochs])
    whole = np.array([squares(theta, X, y) / N for theta in ends])
    errors = [
        np.concatenate([A @ theta - b for theta, (A, b) in zip(starts, batches, strict=True)])
        for starts, batches in zip(epochs, walks, strict=False)
    ]
    yield "history-at-one-moment", whole[1:]
    yield "history-at-one-moment", whole[:-1]
    yield "history-at-one-moment", whole
    yield "history-after-own-step", np.array(_after_each_step(epochs, walks)) / N
    yield "history-absolute", np.array([np.mean(np.abs(e)) for e in errors])
    yield "history-absolute", np.array([np.sum(np.abs(e)) for e in errors])
    yield "history-mean-error", np.array([np.mean(e) for e in errors])
    yield from (("history-of-weights", weights) for weights in (*ends[1:].T, *ends[:-1].T))
    yield "history-of-one-epoch", right(trial)[:1]
    yield "history-of-one-epoch", right(trial)[-1:]


def _after_each_step(epochs: list[np.ndarray], walks: list[list[Batch]]) -> list[float]:
    """The squared errors of each epoch, those of a batch taken after its own update."""
    after = np.concatenate(epochs)[1:]
    flat = iter(after)
    return [sum(squares(next(flat), *batch) for batch in batches) for batches in walks]
