"""The idea behind a step of an optimizer that moved parameters to something wrong."""

from collections.abc import Iterable

import numpy as np

from course.check import values
from course.check.values import TOLERANCE
from course.check.verdict import Misconception

Arrays = list[np.ndarray]

ROUND = (0.01, 0.1, 0.25, 0.5, 1, 2, 5, 10, 100)
"""Limits that people set on the length of a gradient."""


def of_a_step(
    lr: float, before: Arrays, after: Arrays, slopes: Arrays, n_steps: int, momentum: bool
) -> Misconception:
    """The idea behind a step that led the parameters from ``before`` to ``after``.

    Args:
        slopes: their gradients, zero where there is none. The last is by far the largest, and that of
            the third is small.
        n_steps: how many steps were right before.
        momentum: whether the optimizer was made with momentum.
    """
    if any(a.shape != b.shape for a, b in zip(before, after, strict=True)):
        return Misconception("wrong-step", lr=lr)
    moves = [b - a for a, b in zip(before, after, strict=True)]
    if same(after, before):
        return Misconception("step-moves-nothing")
    if momentum and n_steps:
        return Misconception("wrong-momentum")
    if momentum:
        decayed = _decayed(lr, before, moves, slopes)
        return Misconception("momentum-of-the-parameter" if decayed else "momentum-first-step")
    products = [np.sum(move * slope) for move, slope in zip(moves, slopes, strict=True)]
    rate = float(-sum(products) / sum(np.sum(slope**2) for slope in slopes))
    if same(moves, [-rate * slope for slope in slopes]):
        return _of_a_rate(rate, lr, slopes, n_steps)
    if n_steps:
        return Misconception("step-remembers")
    return _of_first_moves(lr, before, after, moves, slopes)


def _of_a_rate(rate: float, lr: float, slopes: Arrays, n_steps: int) -> Misconception:
    """All parameters moved by one rate, and it is not lr."""

    def is_rate(other: float) -> bool:
        return values.near(rate / other, 1, 1e-4)  # no other that anyone would take is so near

    length = np.sqrt(sum(np.sum(slope**2) for slope in slopes))
    if rate < lr and any(is_rate(lr * limit / length) for limit in ROUND):
        return Misconception("clipped")
    if n_steps:
        return Misconception("step-rate-changes", used=rate, lr=lr)
    if is_rate(-lr):
        return Misconception("step-uphill")
    if is_rate(1):
        return Misconception("step-without-lr")
    if is_rate(2 * lr):
        return Misconception("step-is-twice", lr=lr)
    if is_rate(lr**2):
        return Misconception("step-by-lr-twice")
    return Misconception("step-other-rate", used=rate, lr=lr)


def _of_first_moves(
    lr: float, before: Arrays, after: Arrays, moves: Arrays, slopes: Arrays
) -> Misconception:
    right = [
        values.near(move, -lr * slope, TOLERANCE) for move, slope in zip(moves, slopes, strict=True)
    ]
    stays = [values.near(move, 0 * move, TOLERANCE) for move in moves]
    if all(fits or stayed for fits, stayed in zip(right, stays, strict=True)):
        return Misconception("one-parameter-only")
    for tag, fits in (
        ("step-for-the-value", _replaced(lr, after, slopes)),
        ("clipped", _limited(lr, moves, slopes)),
        ("step-loses-sign", same(moves, [-lr * np.abs(slope) for slope in slopes])),
        ("step-of-the-square", same(moves, [-lr * slope**2 for slope in slopes])),
        ("step-of-a-mean", _of_one_number(lr, moves, slopes)),
        ("weight-decay", _decayed(lr, before, moves, slopes)),
        ("step-rates-differ", _at_rates_of_their_own(moves, slopes)),
        ("adaptive-optimizer", _normalised(moves, slopes)),
    ):
        if fits:
            return Misconception(tag)
    return Misconception("wrong-step", lr=lr)


def _replaced(lr: float, after: Arrays, slopes: Arrays) -> bool:
    """Whether the parameters with a gradient are the step alone, in either direction."""
    used = [(new, slope) for new, slope in zip(after, slopes, strict=True) if np.any(slope)]
    return any(
        all(values.near(new, sign * lr * slope, TOLERANCE) for new, slope in used)
        for sign in (1, -1)
    )


def _limited(lr: float, moves: Arrays, slopes: Arrays) -> bool:
    """Whether large gradients count for no more than a limit, and smaller ones in full."""
    largest = max(float(np.max(np.abs(move))) for move in moves) / lr
    longest = max(float(np.linalg.norm(move)) for move in moves) / lr
    below = any(0 < np.max(np.abs(slope)) < 0.9 * largest for slope in slopes)
    by_value = [-lr * np.clip(slope, -largest, largest) for slope in slopes]
    by_length = [
        -lr * slope * min(1, longest / max(float(np.linalg.norm(slope)), 1e-12)) for slope in slopes
    ]
    return below and (same(moves, by_value) or same(moves, by_length))


def _of_one_number(lr: float, moves: Arrays, slopes: Arrays) -> bool:
    """Whether a parameter's gradient is averaged or added up, or divided by how many numbers it has."""
    return any(
        same(moves, [-lr * of(slope) * np.ones_like(slope) for slope in slopes])
        for of in (np.mean, np.sum, lambda slope: slope / slope.size)
    )


def _at_rates_of_their_own(moves: Arrays, slopes: Arrays) -> bool:
    """Whether each parameter moves against its gradient, but not all at one rate.

    The rates are within a factor of 20; beyond that the size of the gradient must have a part in it.
    """
    used = [(m, s) for m, s in zip(moves, slopes, strict=True) if np.any(s)]
    rates = [-float(np.sum(m * s) / np.sum(s * s)) for m, s in used]
    fits = all(
        values.near(m, -rate * s, TOLERANCE) for rate, (m, s) in zip(rates, used, strict=True)
    )
    return fits and min(rates) > 0 and max(rates) < 20 * min(rates)


def _decayed(lr: float, before: Arrays, moves: Arrays, slopes: Arrays) -> bool:
    """Whether each step is also pulled towards zero, by a share of the parameter.

    The last parameter is left out: its gradient is so large that rounding alone exceeds TOLERANCE.
    """
    pulls = [
        (-move / lr - slope, p)
        for move, slope, p in zip(moves[:-1], slopes[:-1], before, strict=False)
        if np.any(slope)
    ]
    if not pulls:
        return False
    pulled = sum(np.sum(pull * p) for pull, p in pulls)
    share = pulled / sum(np.sum(p * p) for _, p in pulls)
    return bool(share > 5e-5) and all(values.near(pull, share * p, TOLERANCE) for pull, p in pulls)


def _normalised(moves: Arrays, slopes: Arrays) -> bool:
    """Whether large gradients make no larger steps than small ones, five times at the most.

    The last parameter's gradient is at least 100 times as large as the first one's.
    """
    used = [(m, s) for m, s in zip(moves, slopes, strict=True) if np.any(s)]
    largest = [np.max(np.abs(move)) for move, _ in used]
    downhill = all(np.all(np.sign(move) == -np.sign(slope)) for move, slope in used)
    return downhill and max(largest) < 5 * min(largest)


def same(a: Iterable, b: Iterable, tolerance: float = TOLERANCE) -> bool:
    """Whether the arrays are equal, one by one."""
    return all(values.near(p, q, tolerance) for p, q in zip(a, b, strict=True))
