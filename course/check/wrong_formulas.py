"""What the known mistakes answer in place of the prediction and of the loss."""

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
