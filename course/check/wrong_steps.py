"""What an update makes of a gradient in place of a step of lr times it: other rules and optimizers.

Each entry makes a `batches.Step`, a function of (θ, gradient, epoch) that gives what θ is moved
against, times lr.
"""

import warnings
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
import torch

from course.check.batches import Step

OTHERS = (
    *("Adam", "AdamW", "RMSprop", "Adagrad", "Adamax", "NAdam", "RAdam", "Rprop", "Adadelta"),
    "ASGD",
)
"""Optimizers of torch that take a gradient for each step, beside SGD."""


def named(n: int, lr: float) -> Iterator[tuple[str, Callable[[], Step], dict[str, object]]]:
    """Wrong steps for ``n`` parameters: tag, what makes the step, the facts of its message."""
    yield "no-reset", partial(carrying, 1.0), {}
    yield "momentum", partial(carrying, 0.9), {}
    for i in range(n):
        yield "no-reset", partial(carrying, np.eye(n)[i]), {}
    yield "adaptive-optimizer", lambda: lambda t, g, k: g / np.linalg.norm(g), {}
    yield "adaptive-optimizer", lambda: lambda t, g, k: np.sign(g), {}
    for name in OTHERS:
        yield "another-optimizer", partial(of_torch, name, lr), {"used": name}
    for limit in (1, 5, 10, 100, 0.5, 0.1, 2, 0.01, 1000):
        for clip in (clipped, clipped_in_length):
            yield "clipped", partial(clip, limit), {}
    for decay in (0.01, 0.001, 0.0001, 0.1, 0.0005):
        yield "weight-decay", partial(decaying_weights, decay), {}
    yield "rate-decays", partial(in_epoch, lambda k: 1 / (k + 1)), {}
    yield "rate-decays", partial(in_step, lambda i: 1 / (i + 1)), {}


def carried_over(n_epochs: int) -> Iterator[tuple[str, Callable[[], Step], dict[str, object]]]:
    """Steps of which the first is right, with a number that people write: some hundredths."""
    yield "rate-decays", partial(in_epoch, lambda k: 1 - k / n_epochs), {}
    yield "rate-decays", partial(in_epoch, lambda k: (1 + np.cos(np.pi * k / n_epochs)) / 2), {}
    yield "rate-decays", partial(in_epoch, lambda k: 1 / np.sqrt(k + 1)), {}
    for keep in np.arange(1, 100) / 100:
        yield "momentum", partial(carrying, keep), {}
        yield "momentum", partial(nesterov, keep), {}
        yield "rate-decays", partial(in_epoch, partial(pow, keep)), {}
        yield "rate-decays", partial(in_step, partial(pow, keep)), {}
        yield "rate-decays", partial(in_epoch, partial(_in_fractions, keep)), {}
    for keep in (0.9, 0.5, 0.99):
        for share in (0.9, 0.5, 0.1):
            yield "momentum", partial(dampened, keep, share), {}


def fitted(
    start: np.ndarray, due: np.ndarray, step: np.ndarray
) -> Iterator[tuple[str, Callable[[], Step], dict[str, object]]]:
    """Steps with a number of their own, read off one that was ``step`` where ``due`` was right.

    Args:
        start: the parameters before that step.
    """
    longest, length = np.max(np.abs(step)), float(np.linalg.norm(step))
    decay, each, times = (step - due) / start, step / due, np.mean(step / due)
    yield "clipped", partial(clipped, longest), {}
    yield "clipped", partial(clipped_in_length, length), {}
    if np.ptp(decay) < 0.01 * abs(decay[0]):
        yield "weight-decay", partial(decaying_weights, decay), {}
    yield "weight-decay", partial(decaying_weights, decay * [1, 0]), {}
    yield "weight-decay", partial(decaying_weights, decay * [0, 1]), {}
    yield "steps-of-another-size", lambda: lambda t, g, k: times * g, {"times": times}
    yield "two-rates", lambda: lambda t, g, k: each * g, {}


def carrying(keep: float | np.ndarray, share: float = 1.0) -> Step:
    """Each step goes along the new gradient, and ``keep`` times what the last step went along."""
    total: list[np.ndarray | float] = [0.0]

    def step(theta: np.ndarray, gradient: np.ndarray, epoch: int) -> np.ndarray:
        total[0] = keep * total[0] + share * gradient
        return np.asarray(total[0])

    return step


def nesterov(keep: float) -> Step:
    """As torch.optim.SGD does it with nesterov=True."""
    speed = carrying(keep)
    return lambda theta, gradient, epoch: gradient + keep * speed(theta, gradient, epoch)


def dampened(keep: float, share: float) -> Step:
    """As torch.optim.SGD does it with dampening: the first gradient enters whole."""
    total: list[np.ndarray | None] = [None]

    def step(theta: np.ndarray, gradient: np.ndarray, epoch: int) -> np.ndarray:
        before = total[0]
        after = gradient if before is None else keep * before + share * gradient
        total[0] = after
        return after

    return step


def in_epoch(share: Callable[[int], float]) -> Step:
    """Each step of epoch k is ``share(k)`` of what it should be."""
    return lambda theta, gradient, epoch: share(epoch) * gradient


def _in_fractions(rate: float, k: int) -> float:
    return 1 / (1 + rate * k)


def in_step(share: Callable[[int], float]) -> Step:
    """Step i is ``share(i)`` of what it should be."""
    made = [0]

    def step(theta: np.ndarray, gradient: np.ndarray, epoch: int) -> np.ndarray:
        made[0] += 1
        return share(made[0] - 1) * gradient

    return step


def delayed() -> Step:
    """Each step goes along the gradient before; the first has none."""
    kept: list[np.ndarray | float] = [0.0]

    def step(theta: np.ndarray, gradient: np.ndarray, epoch: int) -> np.ndarray:
        before, kept[0] = kept[0], gradient
        return np.asarray(before)

    return step


def step_alone(lost: np.ndarray, sign: int, lr: float) -> Step:
    """Of the parameters that are ``lost`` (1, not 0) nothing is left but the step."""
    return lambda theta, gradient, epoch: np.where(lost, theta / lr + sign * gradient, gradient)


def clipped(limit: float) -> Step:
    """No number of a gradient counts for more than the limit."""
    return lambda theta, gradient, epoch: np.clip(gradient, -limit, limit)


def clipped_in_length(limit: float) -> Step:
    """No gradient is longer than the limit."""
    return lambda theta, gradient, epoch: gradient * min(1.0, limit / np.linalg.norm(gradient))


def decaying_weights(decay: float | np.ndarray) -> Step:
    """Each step pulls the parameters towards zero too."""
    return lambda theta, gradient, epoch: gradient + decay * theta


def of_torch(name: str, lr: float) -> Step:
    """The steps of an optimizer of torch.optim, divided by lr."""
    state: list = []

    def step(theta: np.ndarray, gradient: np.ndarray, epoch: int) -> np.ndarray:
        if not state:
            p = torch.tensor(theta, requires_grad=True)
            state.extend((p, getattr(torch.optim, name)([p], lr=lr)))
        p, optimizer = state
        p.grad = torch.tensor(gradient)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            optimizer.step()
        return (theta - p.detach().numpy()) / lr

    return step
