"""What the known mistakes answer in place of the loss and of its derivative."""

import numpy as np

from course.check.values import Suspect


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
        ("n-minus-1", np.sum(error**2) / (len(y) - 1)),
        ("fixed-n", np.sum(error**2) / 4),
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
        ("sum-for-mean", n * right / 2),
    ]
