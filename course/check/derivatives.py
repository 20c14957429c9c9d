"""Whether a derivative was computed by autograd: it then depends on what the derivative pass does.

While the student's code runs, `situations.slopes_scaled` scales what comes out of such a pass, by
an amount that depends on what is differentiated. So the answer itself shows where it came from.
"""

import contextlib
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import ArrayLike

from course import door, theory
from course.check import problems, training, values
from course.check.training import float32_tensor
from course.check.verdict import Misconception
from course.door import situations

TOLERANCE = 2e-4
"""Relative; as for all that autograd computes in float32."""

Slopes = Callable[[np.ndarray], np.ndarray]
"""From the parameters (p,) to the gradient (p,)."""


@contextlib.contextmanager
def one_walk_back() -> Iterator[None]:
    """Explain a second backward() where there is no loop that it could come from."""
    try:
        yield
    except door.StudentError as error:
        if "backward through the graph a second time" in str(error):
            raise Misconception("second-walk") from None
        raise


def judge_function(
    gradient: Callable, x: np.ndarray, y: np.ndarray, w: float, seed: int | None
) -> None:
    """Accept ``gradient(x, y, w)`` if what it returns comes from autograd."""
    theta = np.array([w])
    by = _scale(x, y, theta, seed)
    given = float32_tensor(x), float32_tensor(y)
    reply = door.call(gradient, *given, w, situations=(situations.slopes_scaled(by),))
    _judge(values.number(reply.value), lambda slopes: slopes(theta)[0], x, y, by)


def judge_training(
    train: Callable, start: dict[str, float], x: np.ndarray, y: np.ndarray, seed: int | None
) -> None:
    """Accept ``train`` if the gradients of two epochs from ``start`` come from autograd."""
    theta0, lr = np.array([*start.values()]), 0.02
    by = _scale(x, y, theta0, seed)
    given = float32_tensor(x), float32_tensor(y)
    scaled = (situations.slopes_scaled(by),)
    reply = door.call(train, *given, **start, lr=lr, n_epochs=2, situations=scaled)
    got = training.read(reply.value, bias=len(start) == 2).theta

    def two_epochs(slopes: Slopes) -> np.ndarray:
        once = theta0 - lr * slopes(theta0)
        return once - lr * slopes(once)

    _judge(got, two_epochs, x, y, by)


def judge_search(train_until: Callable, x: np.ndarray, y: np.ndarray, seed: int | None) -> None:
    """Accept ``train_until`` if the gradients of a short search come from autograd.

    How many updates it makes depends on the slopes as well, so (w, b, n) are compared together.
    """
    theta0, largest = np.array([1.3, 0.9]), np.linalg.eigvalsh(theory.hessian(x, bias=True))[-1]
    by = _scale(x, y, theta0, seed)
    lr, max_epochs = float(0.1 / largest), 200
    start = (theta0 - theory.minimum(x, y, bias=True)) @ theory.hessian(x, bias=True)
    tol = float(0.7 * np.max(np.abs(start)))

    def search(slopes: Slopes) -> np.ndarray:
        theta = theta0
        for n in range(max_epochs + 1):
            slope = slopes(theta)
            if np.max(np.abs(slope)) < tol:
                return np.array([*theta, n])
            theta = theta - lr * slope
        return np.full(3, np.nan)

    given = float32_tensor(x), float32_tensor(y)
    settings = {"w0": 1.3, "b0": 0.9, "lr": lr, "tol": tol, "max_epochs": max_epochs}
    scaled = (situations.slopes_scaled(by),)
    reply = door.call(train_until, *given, **settings, situations=scaled)
    _judge([values.number(part) for part in reply.value], search, x, y, by)


def _judge(
    got: ArrayLike, follow: Callable[[Slopes], ArrayLike], x: np.ndarray, y: np.ndarray, by: float
) -> None:
    """Accept ``got`` if it follows from slopes that came out of a derivative pass, scaled there.

    A formula by hand gives the slope itself, and so does a pass through something else than the
    loss. What is differentiated may be the loss in any size, each ride's, the errors or the fares,
    or, in forward mode, the parameters.

    Args:
        got: what came back under `situations.slopes_scaled(by)`.
        follow: what should come back, for a given way to have slopes.
    """
    rides = np.column_stack([x, np.ones(len(x))])

    def scaled(differentiated: Callable[[np.ndarray], ArrayLike], size: float = 1.0) -> Slopes:
        """Slopes where this much of the errors (N,) was differentiated for each ride."""

        def slopes(theta: np.ndarray) -> np.ndarray:
            error = rides[:, : len(theta)] @ theta - y
            factor = 1 + by * size * np.broadcast_to(differentiated(error), len(y))
            return np.mean((2 * factor * error)[:, None] * rides[:, : len(theta)], axis=0)

        return slopes

    def forward_mode(theta: np.ndarray) -> np.ndarray:
        return by_hand(theta) * (1 + by * theta)

    by_hand = scaled(lambda error: 0.0)
    sizes = (1.0, 0.5, 2.0, len(x), len(x) / 2, 1 / len(x))
    ways = [
        *(scaled(lambda error: np.mean(error**2), size) for size in sizes),
        *(scaled(np.square, size) for size in sizes),
        scaled(lambda error: error),
        scaled(lambda error: error + y),
        forward_mode,
    ]
    results = [np.asarray(follow(way)) for way in ways]
    if not values.near(got, follow(by_hand), TOLERANCE):
        if any(values.near(got, result, TOLERANCE) for result in results):
            return
        if any(
            values.near(got, np.round(r, digits), TOLERANCE) for r in results for digits in range(4)
        ):
            raise Misconception("rounded")
    raise Misconception("no-autograd")


def _scale(x: np.ndarray, y: np.ndarray, theta: np.ndarray, seed: int | None) -> float:
    """A rate for `situations.slopes_scaled` that changes slopes by some 30 to 50 %."""
    loss = theory.loss(x, y, theta)
    return float(problems.generator(seed).uniform(0.3, 0.5) / loss)
