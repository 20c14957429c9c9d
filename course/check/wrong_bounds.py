"""What each known mistake takes for the largest stable learning rate of y = w·x + b."""

from collections.abc import Iterator

import numpy as np

from course.check.values import Suspect

Bound = tuple[str, float | np.floating]
"""What a mistake is called, and the rate that it gives, 1/km²."""


def suspects(x: np.ndarray) -> list[Suspect]:
    """The bounds that mistakes give on (N,) distances in km, the easiest to make first."""
    with np.errstate(all="ignore"):
        H = _table(x, np.sum(x**2), np.sum(x), len(x))
        alone = [*_of_eigenvalues(H), *_of_other_sizes(H), *_of_tables(x), *_of_other_distances(x)]
        # two mistakes at once: the other factor in front of H is one of the usual
        factors = (2, len(x), len(x) / 2, len(x) / 4, 1 / len(x))
        both = [
            (tag, bound * factor)
            for tag, bound in (*_of_eigenvalues(H), *_of_other_sizes(H), *_of_w_alone(H))
            for factor in (*factors, *(1 / factor for factor in factors))
            if tag not in ("largest-eigenvalue", "one-over-lambda", "condition-number")
        ]
        return [*alone, *_rounded(2 / _largest(H)), *both]


def by_position(got: np.ndarray, x: list[np.ndarray]) -> bool:
    """Whether bounds (n,) are those of the largest eigenvalue for some rides, of the smallest for others."""
    tables = [np.linalg.eigvalsh(_table(v, np.sum(v**2), np.sum(v), len(v))) for v in x]
    right = [bool(np.isclose(bound, 2 / t[1])) for bound, t in zip(got, tables, strict=True)]
    other = [bool(np.isclose(bound, 2 / t[0])) for bound, t in zip(got, tables, strict=True)]
    return all(a or b for a, b in zip(right, other, strict=True)) and any(right) and any(other)


def _table(x: np.ndarray, first: float, beside: float, corner: float) -> np.ndarray:
    return 2 / len(x) * np.array([[first, beside], [beside, corner]])


def _largest(H: np.ndarray) -> float:
    return float(np.linalg.eigvalsh(H)[-1])


def _of_eigenvalues(H: np.ndarray) -> Iterator[Bound]:
    """Another formula of the two eigenvalues."""
    low, high = np.linalg.eigvalsh(H)
    yield "largest-eigenvalue", high
    yield "largest-eigenvalue", 2 * high
    yield "largest-eigenvalue", high / 2
    yield "one-over-lambda", 1 / high
    yield "smallest-eigenvalue", 2 / low
    yield "smallest-eigenvalue", 1 / low
    yield "best-not-largest", 2 / (high + low)
    yield "best-not-largest", 1 / (high + low)
    yield "best-not-largest", 4 / (np.sqrt(high) + np.sqrt(low)) ** 2
    yield "condition-number", 2 * low / high
    yield "condition-number", low / high
    yield "condition-number", high / low
    yield "condition-number", 2 * np.sqrt(low / high)
    yield "root-of-the-eigenvalue", 2 / np.sqrt(high)
    yield "root-of-the-eigenvalue", 1 / np.sqrt(high)


def _of_other_sizes(H: np.ndarray) -> Iterator[Bound]:
    """Something else than an eigenvalue in its place."""
    for size in (
        np.linalg.det(H),
        np.linalg.norm(H),
        np.max(np.sum(np.abs(H), axis=1)),
        np.trace(H) / 2,
        np.sum(H),
        np.ptp(np.linalg.eigvalsh(H)),
        abs(H[0, 1]),
    ):
        yield "not-an-eigenvalue", 2 / size
    vectors = np.linalg.eigh(H)[1]
    for part in (*vectors.ravel(), np.max(vectors), np.max(np.abs(vectors))):
        yield "eigenvectors-taken", 2 / part


def _of_w_alone(H: np.ndarray) -> Iterator[Bound]:
    yield "bias-forgotten", 2 / H[0, 0]
    yield "bias-forgotten", 2 / np.max(np.diag(H))
    yield "bias-forgotten", 2 / np.max(H)


def _of_tables(x: np.ndarray) -> Iterator[Bound]:
    """The right formula of another table than H."""
    n, s1, s2 = len(x), np.sum(x), np.sum(x**2)
    H = _table(x, s2, s1, n)
    bound = 2 / _largest(H)
    yield from _of_w_alone(H)
    yield "bias-forgotten", 1 / H[0, 0]
    yield "missing-2-in-hessian", 2 * bound
    yield "missing-2-in-hessian", 4 * bound
    yield "sum-in-hessian", bound / n
    yield "sum-in-hessian", 2 * bound / n
    yield "averaged-twice", n * bound
    yield "n-minus-1", (n - 1) / n * bound
    yield "n-on-the-wrong-side", 2 * bound / n**2
    for size in (2, 1):
        yield "root-of-the-eigenvalue", size / np.sqrt(n / bound)
    yield "fixed-rides", 2 / _largest(_table(x, 30.0, 10.0, n))
    yield "fixed-n", 2 / _largest(n / 4 * _table(x, s2, s1, 4))
    for tag, first, beside, corner in (
        ("corner-is-n", s2, s1, 1),
        ("square-of-the-sum", s1**2, s1, n),
        ("square-of-the-sum", s1**2 / n, s1, n),
        ("square-forgotten", s1, s1, n),
        ("corner-is-n", s2, s1, 4),
        ("corner-is-n", s2, s1, n**2),
        ("corner-is-n", s2, s1, n / 2),
        ("corner-is-n", s2, s1, 2),
        ("corner-is-n", s2, s1, 0),
        ("factor-not-everywhere", s2, s1 / 2, n),
        ("factor-not-everywhere", s2, n * s1 / 2, n),
        ("factor-not-everywhere", s2, n * s1 / 2, n**2 / 2),
        ("factor-not-everywhere", s2 / 2, s1, n),
        ("factor-not-everywhere", s2, n * s1, n),
        ("factor-not-everywhere", n * s2, s1, n),
        ("entries-exchanged", s1, s2, n),
        ("entries-exchanged", n, s2, s1),
        ("entries-exchanged", s2, n, s1),
        ("entries-exchanged", s2, n, n),
        ("entries-exchanged", s1, n, s2),
    ):
        yield tag, 2 / _largest(_table(x, first, beside, corner))


def _of_other_distances(x: np.ndarray) -> Iterator[Bound]:
    """The right formula of distances that were changed, or of others."""
    yield "bound-of-one", 1.0
    for scale in (1.0, np.std(x), np.std(x, ddof=1)):
        moved = (x - np.mean(x)) / scale
        yield "centred-distances", 2 / _largest(_table(x, np.sum(moved**2), 0.0, len(x)))
    yield "centred-distances", 2 / np.var(x)
    yield "centred-distances", 1 / np.var(x)
    yield "centred-distances", 2 / np.var(x, ddof=1)
    yield "centred-distances", 1 / np.var(x, ddof=1)
    for scaled in (x / np.max(x), (x - np.min(x)) / np.ptp(x), x / np.linalg.norm(x)):
        table = _table(x, np.sum(scaled**2), np.sum(scaled), len(x))
        yield "rescaled-distances", 2 / _largest(table)
    longest = np.max(np.abs(x))
    for size in (longest**2, longest**2 + 1, 2 * longest**2, 2 * (longest**2 + 1)):
        yield "longest-ride", 2 / size
        yield "longest-ride", 1 / size
    taxi = np.arange(1.0, 5.0)
    yield "fixed-rides", 2 / _largest(_table(taxi, 30.0, 10.0, 4))


def _rounded(bound: float) -> Iterator[Bound]:
    """The right bound in fewer digits, or as a search in steps of as many digits finds it."""
    for step in (0.01, 0.001, 0.0001):
        below = np.floor(bound / step) * step
        for found in (round(bound / step) * step, below, below + step, below - step):
            yield "rounded-bound", found
