"""The check of `best_rate`: the rate and its factor, each explained by what was computed."""

from collections.abc import Callable, Iterator, Sequence
from typing import NoReturn

import numpy as np

from course import data, door, theory
from course.check import problems, values
from course.check.values import TOLERANCE
from course.check.verdict import Misconception, verdict
from course.check.wrong_hessians import wrong_entries

Answers = np.ndarray
"""(problems, 2): a rate and its factor for each set of distances."""


@verdict
def best_rate(best_rate: Callable, seed: int | None = None) -> None:
    """`best_rate(x)` → (lr, factor), the constant rate that arrives soonest, and what it leaves."""
    distances = _distances(seed)
    got = _answers(best_rate, distances)
    if values.near(got, _right(distances), TOLERANCE):
        return
    # four rides cannot tell the matrix XᵀX from twice the Hessian; others have another number
    others = _distances(problems.SECOND if seed is None else None)
    _explain(np.concatenate([got, _answers(best_rate, others)]), distances + others)


def _distances(seed: int | None) -> list[np.ndarray]:
    """Three sets of distances, (N,) each.

    Among short ones `eigvals` names the flat direction first; centred, w and b go apart. Standardised,
    there would be no flat direction, and rounding could decide on a root of zero.
    """
    rides, _ = problems.rides(seed)
    return [rides, 0.3 * rides, 0.9 * (rides - rides.mean()) / rides.std()]


def _answers(function: Callable, distances: Sequence[np.ndarray]) -> Answers:
    """What came back for each set of distances."""
    answers = []
    for x in distances:
        reply = door.call(function, x)
        values.unchanged((x,), reply.args, ("x",))
        answers.append(_read(reply.value))
    return np.array(answers)


def _right(distances: Sequence[np.ndarray]) -> Answers:
    return np.array([_best_of(theory.hessian(x, bias=True)) for x in distances])


def _read(value: object) -> np.ndarray:
    """(lr, factor) out of what came back."""
    if door.number(value) is not None:
        raise Misconception("best-rate-one-number")
    if door.is_list(value) and None not in map(door.number, value[:2]) and len(value) > 2:
        raise Misconception("best-rate-more", got=len(value))
    if door.is_list(value) and len(value) == 2:
        several = door.vector(value[1])
        if door.number(value[0]) is not None and several is not None and len(several) == 2:
            raise Misconception("best-rate-factor-for-each")
    return values.numbers(value, 2, "(lr, factor), two numbers")


def _best_of(H: np.ndarray) -> np.ndarray:
    """(lr, factor): where 1 − lr·λ has one size for the smallest and the largest eigenvalue."""
    flat, *_, steep = np.linalg.eigvalsh(H)
    return np.array([2, steep - flat]) / (steep + flat)


def _explain(got: Answers, distances: Sequence[np.ndarray]) -> NoReturn:
    """Raise what is behind wrong answers: both numbers, the rate, or the factor at the right rate."""
    n = len(distances[0])
    facts = {"n": n, "n_minus_1": n - 1}
    right = _right(distances)
    for tag in _fitting(got, [_pairs(x) for x in distances]):
        raise Misconception(tag, **facts)
    for what in _fitting(got, [_of_other_hessians(x) for x in distances]):
        raise Misconception("hessian-entry", what=what)
    rates, factors = got.T
    if values.near(rates, right[:, 0], TOLERANCE):
        for tag in _fitting(factors, [_factors(x) for x in distances]):
            raise Misconception(tag)
        values.judge_shape_of_error(got.ravel(), right.ravel())
        raise Misconception("best-rate-factor")
    _explain_rate(got, right, distances)


def _explain_rate(got: Answers, right: Answers, distances: Sequence[np.ndarray]) -> NoReturn:
    """Raise what is behind wrong rates."""
    n, rates = len(distances[0]), got[:, 0]
    for tag in _fitting(rates, [_rates(x) for x in distances]):
        raise Misconception(tag, n=n, n_minus_1=n - 1)
    if values.near(rates, rates[:1].repeat(len(rates)), TOLERANCE):
        raise Misconception("best-rate-same-for-all")
    times, rides = rates / right[:, 0], np.array([len(x) for x in distances])
    as_a_sum = any(_all_alike(times * number) for number in (rides**0, rides, 1 / rides))
    if as_a_sum and values.near(got[:, 1], right[:, 1], TOLERANCE):
        raise Misconception("best-rate-hessian", n=n)
    eigenvalues = np.array([np.linalg.eigvalsh(theory.hessian(x, bias=True)) for x in distances])
    for of_one in (rates * eigenvalues[:, 1] / 2, rates * eigenvalues[:, 0] / 2):
        if _all_alike(of_one):
            raise Misconception("best-rate-share", share=of_one[0])
    values.judge_shape_of_error(got.ravel(), right.ravel())
    if np.all(np.abs(times - 1) < 0.05):
        raise Misconception("best-rate-searched", lr=rates[0])
    first = int(np.argmax(~np.isclose(times, 1, rtol=TOLERANCE)))
    flat, steep = np.abs(1 - rates[first] * eigenvalues[first])
    raise Misconception("best-rate-rate", lr=rates[first], flat=flat, steep=steep)


def _all_alike(numbers: np.ndarray) -> bool:
    return bool(np.all(np.abs(numbers - numbers[0]) < TOLERANCE * np.abs(numbers[0])))


def _fitting(
    got: np.ndarray, suspects: Sequence[Iterator[tuple[str, np.ndarray | float]]]
) -> Iterator[str]:
    """The names of the suspects, the same for each problem, whose answers to all are ``got``."""
    for one_kind in zip(*suspects, strict=True):
        if values.near(got, [answer for _, answer in one_kind], TOLERANCE):
            yield one_kind[0][0]


def _of_other_hessians(x: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
    for what, H in wrong_entries(x).items():
        yield what, _best_of(H)


def _pairs(x: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
    """Suspects for rate and factor together."""
    lr, factor = _best_of(theory.hessian(x, bias=True))
    alone = theory.hessian(x, bias=False)[0, 0]
    yield "best-rate-swapped", np.array([factor, lr])
    for rate, left in ((1 / alone, 0), (2 / alone, 0), (2 / alone, 1), (1 / alone, 1)):
        yield "best-rate-without-b", np.array([rate, left])
    for by in (1, x.std(), x.std(ddof=1)):
        yield "best-rate-x-moved", _best_of(theory.hessian((x - x.mean()) / by, bias=True))
    yield "best-rate-distance-sign", _best_of(theory.hessian(np.abs(x), bias=True))
    yield "other-rides", _best_of(theory.hessian(data.taxi()[0], bias=True))
    singular = np.linalg.svd(theory.design(x, bias=True), compute_uv=False)
    yield "best-rate-singular", np.array([2, singular[0] - singular[1]]) / singular.sum()


def _rates(x: np.ndarray) -> Iterator[tuple[str, float]]:
    """Suspects for the rate alone."""
    flat, steep = np.linalg.eigvalsh(theory.hessian(x, bias=True))
    both, N = flat + steep, len(x)
    yield "best-rate-bound", 2 / steep
    for value in (steep, flat, flat / 2):
        yield "best-rate-one-direction", 1 / value
    yield "best-rate-half", 1 / both
    with np.errstate(divide="ignore"):  # where both eigenvalues are one
        yield "best-rate-difference", 2 / np.float64(steep - flat)
    for roots in ((np.sqrt(flat) + np.sqrt(steep)) ** 2 / 2, np.sqrt(flat) + np.sqrt(steep)):
        yield "best-rate-root-of-rates", 2 / roots
        yield "best-rate-root-of-rates", 1 / roots
    yield "best-rate-geometric", 1 / np.sqrt(flat * steep)
    yield "best-rate-geometric", 2 / np.sqrt(flat * steep)
    yield "best-rate-inverse", both / 2
    yield "best-rate-inverse", both
    yield "best-rate-brackets", 2 / flat + steep
    yield "best-rate-brackets", 2 / steep + flat
    yield "best-rate-below-zero", -2 / both
    yield "n-minus-1", 2 / both * (N - 1) / N
    yield "fixed-n", 2 / both * 4 / N


def _factors(x: np.ndarray) -> Iterator[tuple[str, float]]:
    """Suspects for the factor beside the right rate."""
    flat, steep = np.linalg.eigvalsh(theory.hessian(x, bias=True))
    kappa, root = steep / flat, np.sqrt(steep / flat)
    factor = (kappa - 1) / (kappa + 1)
    first, last = np.linalg.eigvals(theory.hessian(x, bias=True))
    for sign in (1, -1):
        yield "best-rate-by-position", sign * (first - last) / (first + last)
    yield "best-rate-negative", -factor
    for value in (kappa, 1 / kappa, (kappa - 1) / kappa, kappa / (kappa + 1)):
        yield "best-rate-condition-number", value
    with np.errstate(divide="ignore"):  # where both eigenvalues are one
        yield "best-rate-upside-down", 1 / np.float64(factor)
        yield "best-rate-upside-down", -1 / np.float64(factor)
    for value in ((root - 1) / (root + 1), ((root - 1) / (root + 1)) ** 2, 1 - 1 / root):
        yield "best-rate-root", value
    a, d = np.diag(theory.hessian(x, bias=True))
    yield "best-rate-diagonal", (a - d) / (a + d)
    yield "best-rate-of-the-loss", factor**2
    yield "best-rate-what-goes", 1 - factor
    yield "best-rate-percent", 100 * factor
    yield "best-rate-percent", 100 * (1 - factor)
    yield "best-rate-factor-brackets", kappa - 1 / kappa + 1
    yield "best-rate-factor-brackets", (kappa - 1) / kappa + 1
    yield "best-rate-factor-brackets", kappa - 1 / (kappa + 1)
    yield "best-rate-both-added", 2 * factor
    yield "best-rate-both-added", -1.0  # 1 − lr·(λ₁ + λ₂)
    with np.errstate(divide="ignore"):
        epochs = -1 / np.log(np.float64(factor))
    for value in (1 / epochs, -1 / epochs, epochs, epochs * np.log(2)):
        yield "best-rate-in-epochs", value
