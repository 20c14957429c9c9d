"""What each known mistake makes of a training loop: simulations of wrong descents.

`training` compares a wrong result with these; the one that gives the same numbers on the same
data names the idea that went wrong.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from course import data, theory

Parameters = np.ndarray
Gradient = Callable[[Parameters], Parameters]


@dataclass(frozen=True)
class Run:
    """One call of a training function.

    theta0 is where to start: (w,) in €/km, or (w, b) with b in €. n_epochs counts updates.
    """

    theta0: tuple[float, ...]
    lr: float
    n_epochs: int

    def __str__(self) -> str:
        return point(self.theta0)


def mistakes(
    run: Run, x: np.ndarray, y: np.ndarray
) -> Iterator[tuple[str, Parameters, dict[str, object]]]:
    """Each known mistake: its tag, the parameters it ends at, and the facts of its message.

    The mistakes come in the same order for every run.
    """
    start, bias = np.array(run.theta0), len(run.theta0) == 2
    X, N = theory.design(x, bias), len(x)
    zero = np.zeros_like(start)

    def descend(gradient: Gradient, theta0=start, lr=run.lr, n_epochs=run.n_epochs) -> Parameters:
        theta = theta0
        for _ in range(n_epochs):
            theta = theta - lr * gradient(theta)
        return theta

    def right(theta: Parameters) -> Parameters:
        return 2 / N * X.T @ (X @ theta - y)

    def exact(theta0=start, lr=run.lr, n_epochs=run.n_epochs) -> Parameters:
        return theory.trajectory(x, y, theta0, lr, n_epochs)[-1]

    with np.errstate(all="ignore"):
        yield "never-updates", start, {}
        yield "sum-for-mean", descend(lambda t: N * right(t)), {}
        yield "flipped-sign", descend(lambda t: -right(t)), {}
        yield "missing-factor-2", descend(lambda t: right(t) / 2), {}
        yield "no-reset", _accumulate(right, run, keep=1.0), {}
        yield "momentum", _accumulate(right, run, keep=0.9), {}
        yield "stale-gradient", start - run.lr * run.n_epochs * right(start), {}
        yield "missing-x", descend(lambda t: _with_w(t, right, np.mean(2 * (X @ t - y)))), {}
        yield "y-for-x", descend(lambda t: _with_w(t, right, np.mean(2 * y * (X @ t - y)))), {}
        yield "absolute-error", descend(lambda t: X.T @ np.sign(X @ t - y) / N), {}
        yield "rmse", descend(lambda t: right(t) / (2 * np.sqrt(np.mean((X @ t - y) ** 2)))), {}
        yield "last-ride-only", descend(lambda t: 2 * X[-1] * (X[-1] @ t - y[-1])), {}
        yield "last-ride-only", descend(lambda t: 2 * X[0] * (X[0] @ t - y[0])), {}
        yield "last-ride-only", descend(lambda t: 2 / N * X[-1] * (X[-1] @ t - y[-1])), {}
        yield "ride-by-ride", _batch_by_batch(X, y, run, 1), {}
        for size in (2, 3, 4):
            yield "mini-batches", _batch_by_batch(X, y, run, size), {}
        yield "broadcast", descend(lambda t: _table_gradient(X, y, t)), {}
        yield "adaptive-optimizer", _adam(right, run), {}
        yield "adaptive-optimizer", descend(lambda t: right(t) / np.linalg.norm(right(t))), {}
        yield "adaptive-optimizer", descend(lambda t: np.sign(right(t))), {}
        for keep, add in ((0.99, 0.01), (1, 1)):  # RMSprop, Adagrad
            yield "adaptive-optimizer", _scaled_by_past(right, run, keep, add), {}
        yield "step-twice", descend(lambda t: 2 * right(t)), {}
        yield "fixed-n", descend(lambda t: N / 4 * right(t)), {}
        for factor in (0.999, 0.99, 0.95, 0.9, 0.5):
            yield "rate-decays", _decaying(right, run, lambda k, f=factor: f**k), {}
        yield "rate-decays", _decaying(right, run, lambda k: 1 / (k + 1)), {}
        for decay in (0.01, 0.001, 0.0001, 0.1):
            yield "weight-decay", descend(lambda t, d=decay: right(t) + d * t), {}
        for keep in (0.1, 0.5, 0.99):
            yield "momentum", _accumulate(right, run, keep), {}
        for keep in (0.9, 0.1, 0.5):
            yield "momentum", _accumulate(lambda t, k=keep: (1 - k) * right(t), run, keep), {}
        for limit in (1, 5, 10, 100, 1000):
            yield "clipped", descend(lambda t, c=limit: np.clip(right(t), -c, c)), {}
        for keep in (0.9, 0.5):
            yield "momentum", _nesterov(right, run, keep), {}
        yield "lr-missing", descend(right, lr=1.0), {}
        yield "keeps-the-best", _best(run, x, y), {}
        yield "other-rides", _on_the_class_rides(run, bias), {}
        if bias:
            yield "mixed-sum-mean", descend(lambda t: right(t) * [N, 1]), {}
            yield "mixed-sum-mean", descend(lambda t: right(t) * [1, N]), {}
            yield "bias-not-trained", descend(lambda t: right(t) * [1, 0]), {}
            yield "w-not-trained", descend(lambda t: right(t) * [0, 1]), {}
            yield "no-reset", _accumulate(right, run, keep=np.array([0.0, 1.0])), {}
            yield "no-reset", _accumulate(right, run, keep=np.array([1.0, 0.0])), {}
            for kept in ([1, 0], [0, 1]):
                yield "w0-ignored", exact(theta0=start * kept), {"used": point(start * kept)}
            yield "missing-minus-of-b", descend(lambda t: right(t) * [1, -1]), {}
            yield "half-for-one", descend(lambda t: right(t) * [1, 0.5]), {}
            yield "half-for-one", descend(lambda t: right(t) * [0.5, 1]), {}
            yield "derivatives-crossed", descend(lambda t: right(t)[::-1]), {}
            yield "w-b-swapped", exact()[::-1], {}
            yield "lr-missing", descend(lambda t: right(t) * [1, 1 / run.lr]), {}
            yield "b-not-predicted", descend(lambda t: right(t * [1, 0])), {}
            yield "b-from-w", _b_from_w(right, run), {}
            yield "negative-lost", _kept_positive(right, run), {}
            yield "centred", _centred(run, x, y), {}
            yield "w-before-b", _one_after_the_other(right, run), {}
            for scale in (1.0, np.std(x), np.std(x, ddof=1)):
                z = (x - np.mean(x)) / scale
                yield "data-changed", _after(run.n_epochs, run, z, y), {}
            yield "bias-not-in-model", descend(lambda t: right(t * [1, 0]) * [1, 0]), {}
            yield "bias-in-the-product", descend(lambda t: _in_the_product(x, y, t)), {}
            yield "starts-swapped", exact(theta0=start[::-1]), {}
            for factor in (0.1, 10, 2, 0.01, 100):
                yield "two-rates", descend(lambda t, f=factor: right(t) * [1, f]), {}
            yield (
                "one-tensor-for-both",
                descend(lambda t: np.sum(right(t)), theta0=start[[0, 0]]),
                {},
            )
            yield "bias-of-each-ride", _bias_of_each_ride(x, y, run), {}
            yield "bias-subtracted", descend(lambda t: right(t * [1, -1]) * [1, -1]), {}
            yield "w0-ignored", exact(theta0=start[[0, 0]]), {"used": point(start[[0, 0]])}
        else:
            line = theory.trajectory(x, y, (*start, 0.0), run.lr, run.n_epochs)[-1]
            yield "bias-not-asked", line[:1], {}
        yield "hard-coded", theory.minimum(x, y, bias), {}
        for b in (0.0, 3.0):
            yield "hard-coded", np.array([2.0, b])[: len(start)], {}
        for lr in (0.01, 0.1, 0.001, 1.0, 0.05, 0.5):
            yield "lr-ignored", exact(lr=lr), {"used": lr}
        yield "w0-ignored", exact(theta0=zero), {"used": point(zero)}
        yield "starts-over", exact(n_epochs=min(run.n_epochs, 1)), {}
        yield "one-step-behind", exact(n_epochs=max(run.n_epochs - 1, 0)), {}
        yield "order-previous-gradient", _delayed(right, run), {}
        for n_epochs in (10, 20, 100, 1000, run.n_epochs + 1):
            yield "n-epochs-ignored", exact(n_epochs=n_epochs), {"used": n_epochs}


def point(theta: Parameters) -> str:
    """Parameters as a learner reads them: 'w = 0.6' or 'w = 0.6, b = -0.7'."""
    return ", ".join(f"{name} = {value:.6g}" for name, value in zip("wb", theta, strict=False))


def _decaying(right: Gradient, run: Run, share: Callable[[int], float]) -> Parameters:
    """Descent in which epoch k has lr·share(k) as its rate."""
    theta = np.array(run.theta0)
    for k in range(run.n_epochs):
        theta = theta - run.lr * share(k) * right(theta)
    return theta


def _in_the_product(x: np.ndarray, y: np.ndarray, theta: Parameters) -> Parameters:
    """Gradient for the model w·(x + b)."""
    w, b = theta
    error = w * (x + b) - y
    return np.array([np.mean(2 * error * (x + b)), np.mean(2 * error * w)])


def _bias_of_each_ride(x: np.ndarray, y: np.ndarray, run: Run) -> Parameters:
    """Each ride has a b of its own; their mean stands for b."""
    w, b = run.theta0[0], np.full(len(x), run.theta0[1])
    for _ in range(run.n_epochs):
        error = w * x + b - y
        w, b = w - run.lr * np.mean(2 * x * error), b - run.lr * 2 * error / len(x)
    return np.array([w, np.mean(b)])


def _after(n_epochs: int, run: Run, x: np.ndarray, y: np.ndarray) -> Parameters:
    return theory.trajectory(x, y, run.theta0, run.lr, n_epochs)[-1]


def _best(run: Run, x: np.ndarray, y: np.ndarray) -> Parameters:
    path = theory.trajectory(x, y, run.theta0, run.lr, run.n_epochs)
    return path[np.argmin(theory.loss(x, y, path))]


def _on_the_class_rides(run: Run, bias: bool) -> Parameters:
    return _after(run.n_epochs, run, *data.taxi(flag_fall=3.0 * bias))


def _centred(run: Run, x: np.ndarray, y: np.ndarray) -> Parameters:
    """Descent on distances from their mean, and the line it ends at for the distances."""
    (w, b), mean = run.theta0, np.mean(x)
    w, b = theory.trajectory(x - mean, y, (w, b + w * mean), run.lr, run.n_epochs)[-1]
    return np.array([w, b - w * mean])


def _b_from_w(right: Gradient, run: Run) -> Parameters:
    """The new b is computed from the old w."""
    theta = np.array(run.theta0)
    for _ in range(run.n_epochs):
        theta = theta[0] - run.lr * right(theta)
    return theta


def _kept_positive(right: Gradient, run: Run) -> Parameters:
    """No flag fall below zero after a step."""
    theta = np.array(run.theta0)
    for _ in range(run.n_epochs):
        theta = np.maximum(theta - run.lr * right(theta), [-np.inf, 0])
    return theta


def _with_w(theta: Parameters, right: Gradient, dw: float) -> Parameters:
    """The right gradient with another derivative for w."""
    return np.array([dw, *right(theta)[1:]])


def _table_gradient(X: np.ndarray, y: np.ndarray, theta: Parameters) -> Parameters:
    """Gradient of the mean over the N × N table of every prediction minus every fare."""
    return 2 / len(y) * X.T @ (X @ theta - np.mean(y))


def _accumulate(right: Gradient, run: Run, keep: float | np.ndarray) -> Parameters:
    theta, total = np.array(run.theta0), 0.0
    for _ in range(run.n_epochs):
        total = keep * total + right(theta)
        theta = theta - run.lr * total
    return theta


def _nesterov(right: Gradient, run: Run, keep: float) -> Parameters:
    """As torch.optim.SGD does it with nesterov=True."""
    theta, total = np.array(run.theta0), 0.0
    for _ in range(run.n_epochs):
        gradient = right(theta)
        total = keep * total + gradient
        theta = theta - run.lr * (gradient + keep * total)
    return theta


def _delayed(right: Gradient, run: Run) -> Parameters:
    """Each step takes the gradient of the epoch before; the first has none."""
    theta, gradient = np.array(run.theta0), 0.0
    for _ in range(run.n_epochs):
        theta, gradient = theta - run.lr * gradient, right(theta)
    return theta


def _one_after_the_other(right: Gradient, run: Run) -> Parameters:
    theta = np.array(run.theta0)
    for _ in range(run.n_epochs):
        theta = theta - run.lr * right(theta) * [1, 0]
        theta = theta - run.lr * right(theta) * [0, 1]
    return theta


def _batch_by_batch(X: np.ndarray, y: np.ndarray, run: Run, size: int) -> Parameters:
    theta = np.array(run.theta0)
    for _ in range(run.n_epochs):
        for first in range(0, len(y), size):
            rows, fares = X[first : first + size], y[first : first + size]
            theta = theta - run.lr * 2 / len(rows) * rows.T @ (rows @ theta - fares)
    return theta


def _scaled_by_past(right: Gradient, run: Run, keep: float, add: float) -> Parameters:
    """Steps divided by the root of a running mean or sum of squared gradients."""
    theta, square = np.array(run.theta0), 0.0
    for _ in range(run.n_epochs):
        gradient = right(theta)
        square = keep * square + add * gradient**2
        theta = theta - run.lr * gradient / (np.sqrt(square) + 1e-8)
    return theta


def _adam(right: Gradient, run: Run) -> Parameters:
    """Kingma & Ba, Adam, 2015, with torch's defaults."""
    theta, mean, square = np.array(run.theta0), 0.0, 0.0
    for k in range(1, run.n_epochs + 1):
        gradient = right(theta)
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        theta = theta - run.lr * (mean / (1 - 0.9**k)) / (np.sqrt(square / (1 - 0.999**k)) + 1e-8)
    return theta
