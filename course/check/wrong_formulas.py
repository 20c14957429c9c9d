"""What the known mistakes answer in place of the prediction, the loss and its derivative."""

from collections.abc import Callable

import numpy as np

from course.check.values import Suspect


def forward(x: np.ndarray, w: float) -> list[Suspect]:
    """Mistaken predictions for (N,) distances in km at w €/km; the right one is w·x in €."""
    return [
        ("ignores-w", 2 * x),
        ("ignores-w", x),
        ("adds-for-multiplies", x + w),
        ("divides-for-multiplies", x / w),
        ("divides-for-multiplies", w / x),
    ]


def loss(y_pred: np.ndarray, y: np.ndarray) -> list[Suspect]:
    """Mistaken losses of (N,) predictions and fares in €; the right one is mean(e²) in €²."""
    error = y_pred - y
    size = np.abs(error)
    return [
        ("broadcast", np.mean((y_pred[:, None] - y) ** 2)),
        ("sum-of-squares", np.sum(error**2)),
        ("half-of-the-loss", np.mean(error**2) / 2),
        ("root-of-the-mean", np.sqrt(np.mean(error**2))),
        ("root-of-the-mean", np.sqrt(np.sum(error**2))),
        ("mean-absolute-error", np.mean(np.abs(error))),
        ("mean-absolute-error", np.sum(np.abs(error))),
        ("huber-loss", np.mean(np.where(size < 1, error**2 / 2, size - 0.5))),
        ("square-of-the-mean", np.mean(error) ** 2),
        ("mean-error", np.mean(error)),
        ("mean-error", -np.mean(error)),
        ("mean-error", 2 * np.mean(error)),
        ("n-minus-1", np.sum(error**2) / (len(y) - 1)),
        ("fixed-n", np.sum(error**2) / 4),
        ("huber-loss", np.mean(np.where(size < 1, error**2, 2 * size - 1))),
        ("variance-of-the-error", np.var(error)),
        ("variance-of-the-error", np.std(error)),
        ("square-before-difference", np.mean(y_pred**2 - y**2)),
        ("square-before-difference", np.mean(y_pred - y**2)),
        ("plus-for-minus", np.mean((y_pred + y) ** 2)),
        ("other-power", np.mean(error**3)),
        ("other-power", np.mean(size**3)),
        ("other-power", np.mean(error**4)),
        ("other-mean", np.median(error**2)),
        ("other-mean", np.max(error**2)),
        ("other-mean", np.max(size)),
        ("relative-error", _quietly(lambda: np.mean((error / y) ** 2))),
        ("relative-error", _quietly(lambda: np.mean(np.abs(error / y)))),
        *_of_some_rides(error**2),
    ]


def gradient(x: np.ndarray, y_pred: np.ndarray, y: np.ndarray) -> list[Suspect]:
    """Mistaken derivatives by w; the right one is mean(2·x·e) in €·km."""
    n, error = len(x), y_pred - y
    right = np.mean(2 * x * error)
    return [
        ("sum-for-mean", n * right),
        ("flipped-sign", -right),
        ("missing-factor-2", right / 2),
        ("missing-x", np.mean(2 * error)),
        ("missing-x", np.sum(2 * error)),
        ("y-for-x", np.mean(2 * y * error)),
        ("y-for-x", np.mean(2 * y_pred * error)),
        ("absolute-error", np.mean(x * np.sign(error))),
        ("broadcast", 2 * np.mean(x * (y_pred - np.mean(y)))),
        ("product-of-means", 2 * np.mean(x) * np.mean(error)),
        ("n-minus-1", n * right / (n - 1)),
        ("fixed-n", n * right / 4),
        ("last-ride-only", 2 * x[-1] * error[-1]),
        ("last-ride-only", 2 * x[0] * error[0]),
        ("sum-without-2", n * right / 2),
        ("size-of-the-error", np.mean(np.abs(2 * x * error))),
        ("rmse", _quietly(lambda: right / (2 * np.sqrt(np.mean(error**2))))),
        ("error-squared", np.mean(2 * x * error**2)),
        ("error-squared", np.mean(2 * x**2 * error)),
        ("loss-not-slope", np.mean(error**2)),
        ("fare-missing", np.mean(2 * x * y_pred)),
        ("fare-missing", np.mean(2 * x * y_pred - y)),
        ("plus-for-minus", np.mean(2 * x * (y_pred + y))),
        ("price-written-in", np.mean(2 * x * (y_pred - 2 * x))),
        ("absolute-distance", np.mean(2 * np.abs(x) * error)),
        ("other-mean", np.median(2 * x * error)),
        ("slope-between-rides", np.mean(np.gradient(error**2, x))),
        ("slope-between-rides", np.mean(np.gradient(error**2))),
        *(("clipped", np.clip(right, -limit, limit)) for limit in (1, 5, 10)),
        ("clipped", np.sign(right)),
        *_of_some_rides(2 * x * error),
    ]


def _of_some_rides(votes: np.ndarray) -> list[Suspect]:
    """Mistaken means of (N,) votes by loops that leave rides out."""
    n = len(votes)
    return [
        *(("last-ride-only", votes[i] / count) for i in (0, -1) for count in (1, n)),
        *(
            ("rides-left-out", np.sum(some) / count)
            for some in (votes[:-1], votes[1:], votes[1:-1], votes[:4])
            for count in (n, len(some))
        ),
    ]


def _quietly(formula: Callable[[], float]) -> float:
    """The formula's value, where a division by zero is no reason for a warning."""
    with np.errstate(all="ignore"):
        return formula()
