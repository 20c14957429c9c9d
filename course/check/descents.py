"""One descent, and other rules that its steps can follow: a momentum, a limit, a rate that falls."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from course import theory

Parameters = np.ndarray
Gradient = Callable[[Parameters], Parameters]


@dataclass(frozen=True)
class TrainingRun:
    """One call of a training function.

    theta0 is where to start: (w,) in €/km, or (w, b) with b in €. n_epochs counts updates.
    """

    theta0: tuple[float, ...]
    lr: float
    n_epochs: int


def times(gradient: Gradient, factor: float | np.ndarray) -> Gradient:
    """The gradient times a factor, or each part times its own, (p,)."""
    return lambda theta: factor * gradient(theta)


def step_alone(gradient: Gradient, lr: float, sign: int, part: float | np.ndarray = 1) -> Gradient:
    """What leaves nothing of the parameters but the step, when it is taken lr times from them.

    Args:
        part: (p,) of 0 and 1; the other parameters move as they should.
    """
    return lambda theta: part * (theta / lr + sign * gradient(theta)) + (1 - part) * gradient(theta)


def descend(gradient: Gradient, run: TrainingRun) -> Parameters:
    """Where plain steps along this gradient end."""
    return decaying(gradient, run, lambda k: 1)


def decaying(gradient: Gradient, run: TrainingRun, share: Callable[[int], float]) -> Parameters:
    """Descent in which epoch k has lr·share(k) as its rate."""
    theta = np.array(run.theta0)
    for k in range(run.n_epochs):
        theta = theta - run.lr * share(k) * gradient(theta)
    return theta


def accumulate(gradient: Gradient, run: TrainingRun, keep: float | np.ndarray) -> Parameters:
    """Each step goes along the new gradient plus ``keep`` times what the last step went along."""
    theta = np.array(run.theta0)
    total = np.zeros_like(theta)
    for _ in range(run.n_epochs):
        total = keep * total + gradient(theta)
        theta = theta - run.lr * total
    return theta


def nesterov(gradient: Gradient, run: TrainingRun, keep: float) -> Parameters:
    """As torch.optim.SGD does it with nesterov=True."""
    theta = np.array(run.theta0)
    total = np.zeros_like(theta)
    for _ in range(run.n_epochs):
        slope = gradient(theta)
        total = keep * total + slope
        theta = theta - run.lr * (slope + keep * total)
    return theta


def scaled_by_past(gradient: Gradient, run: TrainingRun, keep: float, add: float) -> Parameters:
    """Steps divided by the root of a running mean or sum of squared gradients."""
    theta = np.array(run.theta0)
    square = np.zeros_like(theta)
    for _ in range(run.n_epochs):
        slope = gradient(theta)
        square = keep * square + add * slope**2
        theta = theta - run.lr * slope / (np.sqrt(square) + 1e-8)
    return theta


def start_of(run: TrainingRun, x: np.ndarray, y: np.ndarray, end: Parameters) -> Parameters:
    """Where a right descent at the rate and of the length of ``run`` began, if it led to ``end``."""
    bias = len(end) == 2
    best, H = theory.minimum(x, y, bias), theory.hessian(x, bias)
    shrink = np.linalg.matrix_power(np.eye(len(end)) - run.lr * H, run.n_epochs)
    return best + np.linalg.solve(shrink, end - best)


def adam(gradient: Gradient, run: TrainingRun) -> Parameters:
    """Kingma & Ba, Adam, 2015, with torch's defaults."""
    theta = np.array(run.theta0)
    mean, square = np.zeros_like(theta), np.zeros_like(theta)
    for k in range(1, run.n_epochs + 1):
        slope = gradient(theta)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        theta = theta - run.lr * (mean / (1 - 0.9**k)) / (np.sqrt(square / (1 - 0.999**k)) + 1e-8)
    return theta


def delayed(gradient: Gradient, run: TrainingRun) -> Parameters:
    """Each step takes the gradient of the epoch before; the first has none."""
    theta = np.array(run.theta0)
    slope = np.zeros_like(theta)
    for _ in range(run.n_epochs):
        theta, slope = theta - run.lr * slope, gradient(theta)
    return theta


def clipped(gradient: Gradient, limit: float) -> Gradient:
    """Each part at most so large, as torch's clip_grad_value_ does it."""
    return lambda theta: np.clip(gradient(theta), -limit, limit)


def clipped_in_length(gradient: Gradient, limit: float) -> Gradient:
    """The whole at most so long, as torch's clip_grad_norm_ does it."""

    def clipped(theta: Parameters) -> Parameters:
        slope = gradient(theta)
        return slope * min(1, limit / (np.linalg.norm(slope) + 1e-6))

    return clipped


def b_from_w(gradient: Gradient, run: TrainingRun) -> Parameters:
    """The new b is computed from the old w."""
    theta = np.array(run.theta0)
    for _ in range(run.n_epochs):
        theta = theta[0] - run.lr * gradient(theta)
    return theta


def b_from_new_w(gradient: Gradient, run: TrainingRun) -> Parameters:
    """The new b is computed from the new w."""
    theta = np.array(run.theta0)
    for _ in range(run.n_epochs):
        step = run.lr * gradient(theta)
        w = theta[0] - step[0]
        theta = np.array([w, w - step[1]])
    return theta


def kept_positive(gradient: Gradient, run: TrainingRun, least: ArrayLike) -> Parameters:
    """No parameter is below ``least``, one number or (p,), after a step."""
    theta = np.array(run.theta0)
    for _ in range(run.n_epochs):
        theta = np.maximum(theta - run.lr * gradient(theta), least)
    return theta


def each_from_the_start(gradient: Gradient, run: TrainingRun) -> Parameters:
    """Each step is taken from the start, along the gradient where the last one led."""
    theta = start = np.array(run.theta0)
    for _ in range(run.n_epochs):
        theta = start - run.lr * gradient(theta)
    return theta


def one_after_the_other(gradient: Gradient, run: TrainingRun) -> Parameters:
    """The gradient that moves b sees the new w."""
    theta = np.array(run.theta0)
    for _ in range(run.n_epochs):
        theta = theta - run.lr * gradient(theta) * [1, 0]
        theta = theta - run.lr * gradient(theta) * [0, 1]
    return theta


def one_speed_for_both(gradient: Gradient, run: TrainingRun, keep: float) -> Parameters:
    """Momentum whose speed is carried on from w to b, and from b to w."""
    theta, speed = np.array(run.theta0), 0.0
    for _ in range(run.n_epochs):
        slope = gradient(theta)
        speeds = keep * (keep * speed + slope[0]) + slope[1], keep * speed + slope[0]
        speed = speeds[0]
        theta = theta - run.lr * np.array(speeds[::-1])
    return theta
