"""The wrong slopes: what each known mistake takes for the gradient of the mean squared error.

One table for all exercises. Those that ask for a gradient compare it with these on their rides; those
that ask for a loop are compared with descents along them. A slope is a function of

    X (N, p): the distances in km, beside ones where the model has a flag fall,
    y_pred, y (N,): predictions and fares in €,

and gives (p,): dL/dw in €·km, and dL/db in € if p is 2. What is easier to get wrong stands first.
"""

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np

from course.check.values import Suspect

Slope = Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray]
Price = Callable[[np.ndarray, np.ndarray, np.ndarray], float]
"""(x, y_pred, y) → what stands in the place of dL/dw."""
Offset = Callable[[np.ndarray, np.ndarray], float]
"""(y_pred, y) → what stands in the place of dL/db."""


def right(X: np.ndarray, y_pred: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The gradient of mean((y_pred − y)²), where y_pred = X @ theta."""
    return 2 / len(y) * X.T @ (y_pred - y)


def suspects(X: np.ndarray, y_pred: np.ndarray, y: np.ndarray) -> list[Suspect]:
    """What the mistakes answer on these rides, (p,) each."""
    with np.errstate(all="ignore"):
        return [(tag, slope(X, y_pred, y)) for tag, slope in table(X.shape[1])]


def table(p: int) -> tuple[tuple[str, Slope], ...]:
    """The wrong slopes of a model of p parameters."""
    return SLOPES if p == 1 else (*SIZES, *OF_TWO, *PRICES, *ERRORS, *LOSSES)


def times(factor: Callable[[int], float | list[float]]) -> Slope:
    """The right slope times what ``factor`` says for N rides."""
    return lambda X, y_pred, y: np.array(factor(len(y))) * right(X, y_pred, y)


def of_error(error: Callable[[np.ndarray, np.ndarray], np.ndarray]) -> Slope:
    """The mean of 2·x·e with another e, (N,), of the predictions and the fares."""
    return lambda X, y_pred, y: 2 / len(y) * X.T @ error(y_pred, y)


def with_price(price: Price) -> Slope:
    """The right slope but for dL/dw."""

    def slope(X: np.ndarray, y_pred: np.ndarray, y: np.ndarray) -> np.ndarray:
        return np.array([price(X[:, 0], y_pred, y), *right(X, y_pred, y)[1:]])

    return slope


def with_offset(offset: Offset) -> Slope:
    """The right slope but for dL/db."""
    return lambda X, y_pred, y: np.append(right(X, y_pred, y)[:1], offset(y_pred, y))


def in_any_size(price: Price) -> Iterator[Slope]:
    """A mistake in dL/dw, as a mean and as a sum, with the factor 2 and without."""
    yield with_price(price)
    yield with_price(lambda x, y_pred, y: len(y) * price(x, y_pred, y))
    yield with_price(lambda x, y_pred, y: price(x, y_pred, y) / 2)
    yield with_price(lambda x, y_pred, y: len(y) / 2 * price(x, y_pred, y))


def of_one(i: int, count: Callable[[int], int]) -> Slope:
    """The share of one ride, divided by so many."""
    return lambda X, y_pred, y: 2 / count(len(y)) * X[i] * (y_pred[i] - y[i])


def of_some(some: slice, divided_by_all: bool) -> Slope:
    """The mean over some rides, or their share of the mean over all."""

    def slope(X: np.ndarray, y_pred: np.ndarray, y: np.ndarray) -> np.ndarray:
        part = right(X[some], y_pred[some], y[some]) if len(y[some]) else np.zeros(X.shape[1])
        return part * (len(y[some]) / len(y) if divided_by_all else 1)

    return slope


def divided_in_the_loop(times_2: float, first: int) -> Slope:
    """The sum is divided by N after each ride, not at the end."""

    def slope(X: np.ndarray, y_pred: np.ndarray, y: np.ndarray) -> np.ndarray:
        total = np.zeros(X.shape[1])
        for row, error in zip(X, y_pred - y, strict=True):
            total = (total + times_2 * error * row) / len(y)
        return total * first

    return slope


def of_the_root(X: np.ndarray, y_pred: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The gradient of the root of the mean squared error."""
    return right(X, y_pred, y) / (2 * np.sqrt(np.mean((y_pred - y) ** 2)))


def of_the_worst(X: np.ndarray, y_pred: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The gradient of the largest squared error."""
    worst = np.argmax(np.abs(y_pred - y))
    return 2 * X[worst] * (y_pred - y)[worst]


def _divided_by(
    total: Callable[[np.ndarray], float], x: np.ndarray, y_pred: np.ndarray, y: np.ndarray
) -> float:
    return _mean(2 * x * (y_pred - y)) / total(x)


def _mean(votes: np.ndarray) -> float:
    return float(np.mean(votes))


SIZES: tuple[tuple[str, Slope], ...] = (
    ("sum-for-mean", times(lambda n: n)),
    ("flipped-sign", times(lambda n: -1)),
    ("missing-factor-2", times(lambda n: 1 / 2)),
    ("sum-without-2", times(lambda n: n / 2)),
    ("sign-and-size", times(lambda n: -n)),
    ("sign-and-size", times(lambda n: -1 / 2)),
    ("sign-and-size", times(lambda n: -n / 2)),
    ("mean-divided-again", times(lambda n: 1 / n)),
    ("mean-divided-again", times(lambda n: 1 / (2 * n))),
    ("multiplied-by-n", times(lambda n: n**2)),
    ("multiplied-by-n", times(lambda n: n**2 / 2)),
    ("multiplied-by-n", times(lambda n: n**2 / 4)),
)
"""The right slope in another size."""

PRICES: tuple[tuple[str, Slope], ...] = (
    *(("missing-x", slope) for slope in in_any_size(lambda x, p, y: _mean(2 * (p - y)))),
    *(("y-for-x", slope) for slope in in_any_size(lambda x, p, y: _mean(2 * y * (p - y)))),
    *(("prediction-for-x", slope) for slope in in_any_size(lambda x, p, y: _mean(2 * p * (p - y)))),
    *(("bracket-too-late", slope) for slope in in_any_size(lambda x, p, y: _mean(2 * (p - y * x)))),
    *(("bracket-too-late", slope) for slope in in_any_size(lambda x, p, y: _mean(2 * (x * p - y)))),
    *(("bracket-too-late", slope) for slope in in_any_size(lambda x, p, y: _mean(2 * x * p - y))),
    *(("bracket-too-late", slope) for slope in in_any_size(lambda x, p, y: _mean(2 * p - x * y))),
    *(("fare-missing", slope) for slope in in_any_size(lambda x, p, y: _mean(2 * x * p))),
    *(
        ("product-of-means", slope)
        for slope in in_any_size(lambda x, p, y: 2 * _mean(x) * _mean(p - y))
    ),
    ("product-of-means", with_price(lambda x, p, y: 2 * np.sum(x) * np.sum(p - y))),
    ("product-of-means", with_price(lambda x, p, y: np.sum(x) * np.sum(p - y))),
    *(("loss-not-slope", slope) for slope in in_any_size(lambda x, p, y: _mean((p - y) ** 2))),
    *(
        ("error-squared", slope)
        for slope in in_any_size(lambda x, p, y: _mean(2 * x * (p - y) ** 2))
    ),
    *(("error-squared", slope) for slope in in_any_size(lambda x, p, y: _mean(2 * x**2 * (p - y)))),
    *(
        ("loss-times-x", slope)
        for slope in in_any_size(lambda x, p, y: 2 * _mean(x) * _mean((p - y) ** 2))
    ),
    *(("error-squared", slope) for slope in in_any_size(lambda x, p, y: _mean((x * (p - y)) ** 2))),
    *(
        ("square-before-difference", slope)
        for slope in in_any_size(lambda x, p, y: _mean(2 * x * (p**2 - y**2)))
    ),
    *(("target-is-x", slope) for slope in in_any_size(lambda x, p, y: _mean(2 * x * (p - x)))),
    *(("x-and-y-swapped", slope) for slope in in_any_size(lambda x, p, y: _mean(2 * y * (p - x)))),
    *(
        ("divided-by-distances", slope)
        for total in (lambda x: _mean(x), lambda x: np.sum(x**2))
        for slope in in_any_size(partial(_divided_by, total))
    ),
    *(
        ("divided-by-distances", slope)
        for slope in in_any_size(lambda x, p, y: _mean(2 * (p - y) / x))
    ),
    ("loss-times-x", with_price(lambda x, p, y: 2 * np.sum(x) * np.sum((p - y) ** 2))),
    ("loss-times-x", with_price(lambda x, p, y: np.sum(x) * np.sum((p - y) ** 2))),
    ("absolute-distance", with_price(lambda x, p, y: _mean(2 * np.abs(x) * (p - y)))),
    ("size-of-the-error", with_price(lambda x, p, y: _mean(np.abs(2 * x * (p - y))))),
    ("price-written-in", with_price(lambda x, p, y: _mean(2 * x * (p - 2 * x)))),
    ("other-mean", with_price(lambda x, p, y: float(np.median(2 * x * (p - y))))),
    ("other-mean", with_price(lambda x, p, y: float(np.max(2 * x * (p - y))))),
)
"""Another dL/dw; that for b, where there is one, is right."""

ERRORS: tuple[tuple[str, Slope], ...] = (
    ("last-ride-only", of_one(-1, lambda n: 1)),
    ("last-ride-only", of_one(0, lambda n: 1)),
    ("last-ride-only", of_one(-1, lambda n: n)),
    ("last-ride-only", of_one(0, lambda n: n)),
    *(
        ("rides-left-out", of_some(some, divided_by_all))
        for some in (slice(-1), slice(1, None), slice(1, -1), slice(4))
        for divided_by_all in (True, False)
    ),
    *(
        ("divided-in-the-loop", divided_in_the_loop(factor, first))
        for factor, first in ((2, 1), (1, 1), (1, 2))
    ),
    # the mean over the N × N table of every prediction minus every fare
    ("broadcast", of_error(lambda p, y: p - np.mean(y))),
    ("broadcast", lambda X, p, y: 2 * np.sum(X, axis=0) * np.sum(p - y) / len(y) ** 2),
    ("absolute-error", of_error(lambda p, y: np.sign(p - y) / 2)),
    ("absolute-error", of_error(lambda p, y: np.sign(p - y))),
    ("absolute-error", lambda X, p, y: X.T @ np.sign(p - y)),
    ("size-of-the-error", of_error(lambda p, y: np.abs(p - y))),
    ("rmse", of_the_root),
    ("plus-for-minus", of_error(lambda p, y: p + y)),
    ("error-squared", of_error(lambda p, y: (p - y) ** 2)),
    ("bracket-too-late", lambda X, p, y: np.mean(2 * X * p[:, None] - y[:, None], axis=0)),
    ("bracket-too-late", lambda X, p, y: np.mean(X * p[:, None] - y[:, None], axis=0)),
    ("n-minus-1", times(lambda n: n / (n - 1) if n > 1 else np.nan)),
    ("fixed-n", times(lambda n: n / 4)),
    ("fixed-n", times(lambda n: n / 8)),
    ("other-count", times(lambda n: n / (n + 1))),
    ("other-count", times(lambda n: n / (n + 1) / 2)),
)
"""Other errors, or those of other rides than all."""

LOSSES: tuple[tuple[str, Slope], ...] = (
    ("huber-loss", of_error(lambda p, y: np.clip(p - y, -1, 1) / 2)),
    ("huber-loss", of_error(lambda p, y: np.clip(p - y, -1, 1))),
    ("errors-not-squared", of_error(lambda p, y: np.full(len(y), 0.5))),
    ("target-is-x", lambda X, p, y: right(X, p, X[:, 0])),
    ("other-power", of_error(lambda p, y: 1.5 * (p - y) ** 2)),
    ("other-power", of_error(lambda p, y: 1.5 * np.abs(p - y) * (p - y))),
    ("other-power", of_error(lambda p, y: 2 * (p - y) ** 3)),
    ("square-before-difference", of_error(lambda p, y: p)),
    ("square-before-difference", of_error(lambda p, y: p - y**2)),
    ("square-before-difference", of_error(lambda p, y: 2 * p * (p**2 - y**2))),
    ("relative-error", of_error(lambda p, y: (p - y) / y)),
    ("relative-error", of_error(lambda p, y: (p - y) / y**2)),
    ("relative-error", of_error(lambda p, y: np.sign(p - y) / np.abs(y) / 2)),
    ("other-mean", of_the_worst),
)
"""Other losses, which people take for the mean squared error."""

OF_TWO: tuple[tuple[str, Slope], ...] = (
    ("mixed-sum-mean", times(lambda n: [n, 1])),
    ("mixed-sum-mean", times(lambda n: [1, n])),
    ("mixed-sum-mean", times(lambda n: [n / 2, 1 / 2])),
    ("mixed-sum-mean", times(lambda n: [1 / 2, n / 2])),
    ("mixed-sum-mean", times(lambda n: [n / 2, 1])),
    ("mixed-sum-mean", times(lambda n: [1, n / 2])),
    ("half-for-one", times(lambda n: [1, 1 / 2])),
    ("half-for-one", times(lambda n: [1 / 2, 1])),
    ("half-for-one", times(lambda n: [n, n / 2])),
    ("half-for-one", times(lambda n: [n / 2, n])),
    ("missing-minus-of-b", times(lambda n: [1, -1])),
    ("missing-minus-of-w", times(lambda n: [-1, 1])),
    ("mean-divided-again", times(lambda n: [1, 1 / n])),
    ("mean-divided-again", times(lambda n: [1 / n, 1])),
    ("fixed-n", times(lambda n: [1, n / 4])),
    ("fixed-n", times(lambda n: [n / 4, 1])),
    ("error-squared", lambda X, p, y: 2 / len(y) * (X * X[:, :1]).T @ (p - y)),
    ("size-of-the-error", with_offset(lambda p, y: _mean(2 * np.abs(p - y)))),
    ("size-of-the-error", with_offset(lambda p, y: _mean(np.abs(p - y)))),
    ("loss-not-slope", with_offset(lambda p, y: _mean((p - y) ** 2))),
    ("error-squared", with_offset(lambda p, y: _mean(2 * (p - y) ** 2))),
    ("last-ride-only", with_offset(lambda p, y: 2 * (p - y)[-1] / len(p))),
    ("last-ride-only", with_offset(lambda p, y: 2 * (p - y)[-1])),
    ("fare-missing", with_offset(lambda p, y: _mean(p))),
    ("fare-missing", with_offset(lambda p, y: _mean(2 * p))),
)
"""What can only go wrong where there is a b beside w."""

SLOPES: tuple[tuple[str, Slope], ...] = (*SIZES, *PRICES, *ERRORS, *LOSSES)
"""The wrong slopes of a model with w alone."""
