"""What the known mistakes answer in place of the prediction and of the loss."""

import numpy as np

from course.check.values import Suspect


def forward(x: np.ndarray, w: float) -> list[Suspect]:
    """Mistaken predictions for (N,) distances in km at w €/km; the right one is w·x in €."""
    with np.errstate(all="ignore"):
        return [
            ("ignores-w", 2 * x),
            ("ignores-w", x),
            ("adds-for-multiplies", x + w),
            ("adds-for-multiplies", x - w),
            ("adds-for-multiplies", w - x),
            *(("divides-for-multiplies", part) for part in (x / w, w / x, x // w, w // x, x % w)),
            ("power-for-product", x**w),
            ("power-for-product", w**x),
            ("power-for-product", w * x**2),
            ("power-for-product", w**2 * x),
            ("adds-to-the-product", w * x + x),
            ("adds-to-the-product", w * x + w),
            ("fares-averaged", w * x / len(x)),
            ("running-total", np.cumsum(w * x)),
            ("price-alone", np.full(len(x), w)),
            *(
                ("distances-scaled", w * scaled)
                for scaled in (
                    (x - np.mean(x)) / np.std(x),
                    x - np.mean(x),
                    x / np.max(x),
                    (x - np.min(x)) / np.ptp(x),
                )
            ),
            ("order-of-the-rides", w * np.sort(x)),
            ("order-of-the-rides", w * np.sort(x)[::-1]),
            ("order-of-the-rides", w * x[::-1]),
            ("place-for-distance", w * np.arange(len(x))),
            ("place-for-distance", w * np.arange(1, len(x) + 1)),
            ("one-ride-only", np.full(len(x), w * x[0])),
            ("one-ride-only", np.full(len(x), w * x[-1])),
            *(
                ("rides-left-out", np.where(np.arange(len(x)) == k, 0, w * x))
                for k in (0, -1 % len(x))
            ),
            *(
                ("rounded", fares)
                for to_whole in (np.trunc, np.round, np.floor, np.ceil)
                for fares in (to_whole(w * x), to_whole(w) * x, w * to_whole(x))
            ),
            ("activation", 1 / (1 + np.exp(-w * x))),
            ("activation", np.tanh(w * x)),
            ("activation", np.exp(w * x) / np.sum(np.exp(w * x))),
        ]


def loss(y_pred: np.ndarray, y: np.ndarray) -> list[Suspect]:
    """Mistaken losses of (N,) predictions and fares in €; the right one is mean(e²) in €²."""
    with np.errstate(all="ignore"):
        return [
            *_loss_in_another_size(y_pred - y),
            *_other_orders(y_pred - y),
            *_picked(y_pred - y),
            *_rides_of_a_loop((y_pred - y) ** 2),
            *(
                (tag, reduced)
                for tag, votes in _wrong_votes(y_pred, y)
                for reduced in (
                    np.mean(votes),
                    np.sum(votes),
                    np.mean(votes) / 2,
                    np.sum(votes) / 2,
                )
            ),
            *_other_measures(y_pred, y),
        ]


def _picked(error: np.ndarray) -> list[Suspect]:
    """One of the votes in place of their mean."""
    return [
        ("other-mean", picked(votes))
        for votes in (error**2, np.abs(error))
        for picked in (np.median, np.max, np.min)
    ]


def _loss_in_another_size(error: np.ndarray) -> list[Suspect]:
    """The right sum of squares, divided or multiplied by something else."""
    n, right = len(error), np.mean(error**2)
    return [
        ("sum-of-squares", n * right),
        ("half-of-the-loss", right / 2),
        ("half-of-the-sum", n * right / 2),
        ("doubled-loss", 2 * right),
        ("loss-times-n", n**2 * right / 2),
        ("loss-times-n", n**2 * right),
        ("loss-divided-again", right / n),
        ("loss-divided-again", right / n / 2),
        ("n-minus-1", n * right / (n - 1)),
        ("fixed-n", n * right / 4),
        ("fixed-n", n * right / 8),
        ("n-minus-1", n * right / (n - 1) / 2),
        ("other-count", n * right / (n + 1)),
        ("other-count", n * right / (n - 2)),
        ("doubled-loss", 2 * n * right),
        ("negative-loss", -right),
    ]


def _other_orders(error: np.ndarray) -> list[Suspect]:
    """Squares, means and roots in an order that is not the formula's."""
    n, squares = len(error), error**2
    return [
        *(
            ("root-of-the-mean", root)
            for inside in (np.mean(squares), np.sum(squares))
            for root in (
                np.sqrt(inside),
                np.sqrt(inside) / n,
                np.sqrt(inside / 2),
                np.sqrt(inside) / 2,
            )
        ),
        *(
            ("square-of-the-mean", size**2 / divided)
            for size in (np.mean(error), np.mean(np.abs(error)))
            for divided in (1, 2, n)
        ),
        *(
            ("squared-after-the-sum", size**2 / divided)
            for size in (np.sum(error), np.sum(np.abs(error)))
            for divided in (n, 1, 2 * n, 2)
        ),
        *(("loss-squared", size**2) for size in (np.mean(squares), np.sum(squares))),
        *(
            ("variance-of-the-error", np.std(error, ddof=ddof) ** power)
            for ddof in (0, 1)
            for power in (2, 1)
        ),
    ]


def _wrong_votes(y_pred: np.ndarray, y: np.ndarray) -> list[tuple[str, np.ndarray]]:
    """What stands in the place of the squared error of each ride, (N,); what is likely first."""
    error = y_pred - y
    size = np.abs(error)
    huber = np.where(size < 1, error**2, 2 * size - 1)
    return [
        ("mean-absolute-error", size),
        *(("mean-error", factor * error) for factor in (1, -1, 2, -2)),
        *(
            ("square-before-difference", sign * votes)
            for votes in (y_pred**2 - y**2, y_pred - y**2, y_pred**2 - y)
            for sign in (1, -1)
        ),
        ("square-before-difference", np.abs(y_pred**2 - y**2)),
        ("plus-for-minus", (y_pred + y) ** 2),
        ("huber-loss", huber),
        ("other-power", error**3),
        ("other-power", size**3),
        ("other-power", error**4),
        ("other-power", np.sqrt(size)),
        *(
            ("relative-error", percent * votes)
            for fare in (y, y_pred)
            for votes in ((error / fare) ** 2, np.abs(error / fare), error**2 / fare, error / fare)
            for percent in (1, 100)
        ),
        ("relative-error", size / (np.abs(y_pred) + np.abs(y))),
        ("relative-error", 2 * size / (np.abs(y_pred) + np.abs(y))),
        *(
            ("fares-of-other-rides", (y_pred - others) ** 2)
            for others in (y[::-1], np.roll(y, 1), np.roll(y, -1))
        ),
        ("fares-of-other-rides", (np.sort(y_pred) - np.sort(y)) ** 2),
        ("product-for-difference", (y_pred * y) ** 2),
        ("product-for-difference", y_pred * y),
        ("fares-not-in-the-loss", y_pred**2),
        ("log-cosh", np.log(np.cosh(error))),
        ("log-error", (np.log1p(np.maximum(y_pred, 0)) - np.log1p(np.maximum(y, 0))) ** 2),
        ("log-error", (np.log1p(np.abs(y_pred)) - np.log1p(np.abs(y))) ** 2),
        ("against-the-mean", (y_pred - np.mean(y)) ** 2),
        ("against-the-mean", (np.mean(y_pred) - y) ** 2),
        ("weighted-mean", np.arange(len(y)) * error**2),
        ("signed-squares", error * size),
    ]


def _other_measures(y_pred: np.ndarray, y: np.ndarray) -> list[Suspect]:
    """Other numbers that say how far predictions are from fares."""
    squares = (y_pred - y) ** 2
    table = (y_pred[:, None] - y) ** 2
    unexplained = np.sum(squares) / np.sum((y - np.mean(y)) ** 2)
    return [
        ("broadcast", np.mean(table)),
        ("broadcast", np.sum(table) / len(y)),
        ("broadcast", np.sum(table)),
        ("mean-error", np.abs(np.mean(y_pred - y))),
        ("square-before-difference", np.abs(np.mean(y_pred**2 - y**2))),
        ("square-before-difference", np.abs(np.mean(y_pred - y**2))),
        ("r-squared", 1 - unexplained),
        ("r-squared", unexplained),
        ("weighted-mean", np.sum(y * squares) / np.sum(y)),
        ("weighted-mean", np.sum(np.abs(y) * squares) / np.sum(np.abs(y))),
        ("weighted-mean", np.mean(np.abs(y) * squares)),
    ]


def _rides_of_a_loop(votes: np.ndarray) -> list[Suspect]:
    """Mistaken means of (N,) votes by loops that leave rides out, or divide in each round."""
    n = len(votes)
    divided = []
    for by in (n, 2 * n, 2):
        total = 0.0
        for vote in votes:
            total = (total + vote) / by
        divided.append(("divided-in-the-loop", total))
    return [
        *(("last-ride-only", votes[i] / count) for i in (0, -1) for count in (1, n, 2, 2 * n)),
        *(
            ("rides-left-out", np.sum(some) / count)
            for some in (votes[:-1], votes[1:], votes[1:-1], votes[:4], votes[::2], votes[1::2])
            for count in (n, len(some), 1, 2 * n, 2 * len(some))
            if 0 < len(some) < n
        ),
        *divided,
    ]
