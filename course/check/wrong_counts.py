"""How many epochs somebody counts who has another idea of the error, the valley or the question.

The error of (w, b) after k epochs is (I − lr·H)^k times that of the start. Right is the first k at
which both errors are below tol, whatever their signs.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np

from course import data, theory
from course.check.wrong_hessians import wrong_entries

FAR = 6_000
"""Epochs beyond every answer that `epochs_needed` is asked for: the largest is 2548."""

Errors = np.ndarray
"""(epochs + 1, 2): those of w and b at the start and after each epoch."""


class Valley(NamedTuple):
    """The arguments of `epochs_needed`: distances in km, (w, b) in €/km and €, and two numbers."""

    x: np.ndarray
    theta0: np.ndarray
    star: np.ndarray
    lr: float
    tol: float

    def hessian(self) -> np.ndarray:
        """Of the mean squared error."""
        return theory.hessian(self.x, bias=True)

    def errors(self, H: np.ndarray | None = None) -> Errors:
        """The errors of `FAR` epochs, of another Hessian if one is given."""
        eigenvalues, V = np.linalg.eigh(self.hessian() if H is None else H)
        with np.errstate(all="ignore"):  # some diverge
            powers = (1 - self.lr * eigenvalues) ** np.arange(FAR + 1)[:, None]
            return (powers * (V.T @ (self.theta0 - self.star))) @ V.T


Count = Callable[[Valley], int | None]
"""A number of epochs; None where it is beyond `FAR`."""

Suspect = tuple[str, Count, dict[str, Any]]
"""A tag, what it counts, and the facts of its message."""


def right_count(valley: Valley) -> int | None:
    """What the exercise asks for."""
    return count(valley, valley.errors())


def count(valley: Valley, errors: Errors) -> int | None:
    """First row of errors that are both below tol."""
    return _first(np.abs(errors).max(axis=1) < valley.tol)


def _first(there: np.ndarray) -> int | None:
    """First row that is true."""
    return int(np.argmax(there)) if there.any() else None


def suspects() -> Iterator[Suspect]:
    """What known mistakes count, the most ordinary first."""
    yield from _of_the_loop()
    for what, size in SIZES.items():
        yield "another-error", _watching(size), {"what": what}
    yield from _of_comparisons()
    yield from _of_the_arguments()
    yield from _of_the_hessian()
    yield from _of_formulas()
    yield from _of_few_digits()


def _of_the_loop() -> Iterator[Suspect]:
    """Right but for when to look, or when to return."""

    def after(change: Callable[[int], int]) -> Count:
        def changed(valley: Valley) -> int | None:
            n = right_count(valley)
            return None if n is None else change(n)

        return changed

    yield "already-there", after(lambda n: max(n, 1)), {}
    for change in (
        lambda n: n + 1,
        lambda n: n + 1 if n else 0,
        lambda n: n - 1,
        lambda n: max(n - 1, 0),
    ):
        yield "epochs-off-by-one", after(change), {}
    yield "epochs-first-round", after(lambda n: min(n, 1)), {}


def _loss(e: Errors, v: Valley) -> np.ndarray:
    return np.einsum("ki,ij,kj->k", e, v.hessian(), e) / 2


SIZES: dict[str, Callable[[Errors, Valley], np.ndarray]] = {
    "the error of w alone": lambda e, v: np.abs(e[:, 0]),
    "the error of b alone": lambda e, v: np.abs(e[:, 1]),
    "the length of the error (w, b)": lambda e, v: np.linalg.norm(e, axis=1),
    "the smaller of the two errors": lambda e, v: np.abs(e).min(axis=1),
    "the sum of the two errors": lambda e, v: np.abs(e).sum(axis=1),
    "the sum of the two errors, signs and all,": lambda e, v: np.abs(e.sum(axis=1)),
    "the mean of the two errors": lambda e, v: np.abs(e).mean(axis=1),
    "the mean of the two errors, signs and all,": lambda e, v: np.abs(e.mean(axis=1)),
    "the larger signed error": lambda e, v: e.max(axis=1),
    "the larger of theta_star − theta, with its sign,": lambda e, v: -e.min(axis=1),
    "the size of the larger signed error": lambda e, v: np.abs(e.max(axis=1)),
    "the difference of the sizes of theta and theta_star": lambda e, v: (
        np.abs(e + v.star) - np.abs(v.star)
    ).max(axis=1),
    "theta itself": lambda e, v: np.abs(e + v.star).max(axis=1),
    "the loss": _loss,
    "the root of the loss": lambda e, v: np.sqrt(_loss(e, v)),
    "twice the loss": lambda e, v: 2 * _loss(e, v),
    "the gradient": lambda e, v: np.abs(e @ v.hessian()).max(axis=1),
    "the length of the gradient": lambda e, v: np.linalg.norm(e @ v.hessian(), axis=1),
    "the step": lambda e, v: v.lr * np.abs(e @ v.hessian()).max(axis=1),
    "the length of the step": lambda e, v: v.lr * np.linalg.norm(e @ v.hessian(), axis=1),
    "the squared length of the error": lambda e, v: np.sum(e**2, axis=1),
    "the mean of the squared errors": lambda e, v: np.mean(e**2, axis=1),
    "the larger squared error": lambda e, v: np.max(e**2, axis=1),
    "the largest error of a fare": lambda e, v: np.abs(e @ [v.x, v.x**0]).max(axis=1),
    "the error of the ride of 5 km": lambda e, v: np.abs(e @ [5, 1]),
    "the larger error along the eigenvectors": lambda e, v: np.abs(
        e @ np.linalg.eigh(v.hessian())[1]
    ).max(axis=1),
}
"""What somebody may compare with tol in place of the larger error, (epochs + 1,)."""


def _watching(size: Callable[[Errors, Valley], np.ndarray]) -> Count:
    def watched(valley: Valley) -> int | None:
        with np.errstate(all="ignore"):
            return _first(size(valley.errors(), valley) < valley.tol)

    return watched


def _of_comparisons() -> Iterator[Suspect]:
    """The right errors, compared with something else than tol."""

    def within(limit: Callable[[Errors, Valley], Any]) -> Count:
        def compared(valley: Valley) -> int | None:
            e = valley.errors()
            with np.errstate(all="ignore"):
                return _first(np.all(np.abs(e) <= limit(e, valley), axis=1))

        return compared

    yield "epochs-allclose", within(lambda e, v: v.tol + 1e-5 * np.abs(v.star)), {}
    yield "epochs-allclose", within(lambda e, v: v.tol + 1e-5 * np.abs(e + v.star)), {}
    yield "epochs-allclose", within(lambda e, v: v.tol + v.tol * np.abs(v.star)), {}
    yield "epochs-relative", within(lambda e, v: v.tol * np.abs(v.star)), {}
    yield "epochs-relative", within(lambda e, v: 1e-8 + v.tol * np.abs(v.star)), {}
    yield "epochs-relative", within(lambda e, v: v.tol * np.abs(v.star).max()), {}
    yield "epochs-relative", within(lambda e, v: v.tol * np.abs(e[0]).max()), {}
    length = lambda e, v: np.linalg.norm(e, axis=1) / np.linalg.norm(v.star)  # noqa: E731
    yield "epochs-relative", _watching(length), {}
    shrunk = lambda e, v: np.linalg.norm(e, axis=1) / np.linalg.norm(e[0])  # noqa: E731
    yield "epochs-relative", _watching(shrunk), {}
    for tol in (1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8):
        yield "epochs-tol-ignored", _asked(tol=tol), {"used": tol}


def _asked(**other: Any) -> Count:
    """The right count for other arguments."""
    return lambda valley: right_count(valley._replace(**other))


def _of_the_arguments() -> Iterator[Suspect]:
    """Something written in, or another thing taken, in place of an argument."""
    yield "start-ignored", _asked(theta0=np.zeros(2)), {}
    for star in ([2.0, 0.0], [2.0, 3.0], [0.0, 0.0]):
        yield "epochs-minimum-ignored", _asked(star=np.array(star)), {}
    for lr in (0.01, 0.1):  # the course's rates
        yield "lr-ignored", _asked(lr=lr), {"used": lr}
    yield "epochs-best-rate", lambda v: right_count(v._replace(lr=2 / np.trace(v.hessian()))), {}
    yield "other-rides", _asked(x=data.taxi()[0]), {}
    yield "w-before-b", _one_after_the_other, {}


def _one_after_the_other(valley: Valley) -> int | None:
    """Epochs until there if b's step already sees the new w."""
    (a, c), (_, d) = valley.hessian()
    w, b = valley.theta0 - valley.star
    for n in range(FAR):
        if max(abs(w), abs(b)) < valley.tol:
            return n
        w -= valley.lr * (a * w + c * b)
        b -= valley.lr * (c * w + d * b)
    return None


def _of_the_hessian() -> Iterator[Suspect]:
    """Another matrix for the Hessian."""

    def times(factor: Callable[[int], float]) -> Count:
        return lambda v: right_count(v._replace(lr=v.lr * factor(len(v.x))))

    for factor in (
        lambda N: N,
        lambda N: 1 / 2,
        lambda N: N / 2,
        lambda N: 1 / N,
        lambda N: 2,
        lambda N: N / (N - 1),
        lambda N: 1 / (2 * N),
    ):
        yield "epochs-hessian", times(factor), {}
    for what in wrong_entries(data.taxi()[0]):
        yield "hessian-entry", _with_entries(what), {"what": what}
    swapped = lambda v: count(v, v.errors(v.hessian()[::-1, ::-1]))  # noqa: E731
    yield "hessian-entry", swapped, {"what": "its rows and columns in the order b, w"}
    for order in (slice(None), slice(None, None, -1)):
        yield "epochs-not-turned", _along_the_axes(order), {}


def _with_entries(what: str) -> Count:
    """The count with one of the wrong Hessians."""
    return lambda v: count(v, v.errors(wrong_entries(v.x)[what]))


def _along_the_axes(order: slice) -> Count:
    """The count if the eigenvalues belonged to w and b themselves."""
    return lambda v: count(v, v.errors(np.diag(np.linalg.eigvalsh(v.hessian())[order])))


def _of_formulas() -> Iterator[Suspect]:
    """A formula with a logarithm in place of counting."""
    sizes: tuple[Callable[[Valley], float], ...] = (
        lambda v: float(np.abs(v.theta0 - v.star).max()),
        lambda v: float(np.linalg.norm(v.theta0 - v.star)),
        lambda v: 1.0,
    )
    for size in sizes:
        for whole in (np.ceil, lambda n: np.floor(n) + 1, np.floor):
            for mode in (np.max, np.min):
                yield "slow-mode-only", _one_mode(size, mode, whole), {}
            yield "epochs-condition-number", _by_kappa(size, whole), {}


def _one_mode(
    size: Callable[[Valley], float], mode: Callable[..., float], whole: Callable[[float], float]
) -> Count:
    """log(tol/size)/log(what an epoch leaves in one direction)."""

    def counted(valley: Valley) -> int | None:
        left = np.abs(1 - valley.lr * np.linalg.eigvalsh(valley.hessian()))
        if np.abs(valley.theta0 - valley.star).max() < valley.tol:
            return 0
        return int(whole(np.log(valley.tol / size(valley)) / np.log(mode(left))))

    return counted


def _by_kappa(size: Callable[[Valley], float], whole: Callable[[float], float]) -> Count:
    """The condition number times a logarithm."""

    def counted(valley: Valley) -> int | None:
        if np.abs(valley.theta0 - valley.star).max() < valley.tol:
            return 0
        kappa = np.linalg.cond(valley.hessian())
        return int(whole(kappa * np.log(size(valley) / valley.tol)))

    return counted


def _of_few_digits() -> Iterator[Suspect]:
    """The right thing in float32, where rounding decides near tol."""

    def by_hessian(v: Valley, theta: np.ndarray) -> np.ndarray:
        return v.hessian().astype(np.float32) @ (theta - v.star.astype(np.float32))

    def by_rides(v: Valley, theta: np.ndarray) -> np.ndarray:
        X = np.column_stack([v.x, np.ones(len(v.x))]).astype(np.float32)
        return np.float32(2 / len(v.x)) * X.T @ (X @ theta - X @ v.star.astype(np.float32))

    for slopes in (by_hessian, by_rides):
        yield "epochs-float32", _in_float32(slopes), {}


def _in_float32(slopes: Callable[[Valley, np.ndarray], np.ndarray]) -> Count:
    """The count along these slopes."""

    def counted(valley: Valley) -> int | None:
        theta: np.ndarray = valley.theta0.astype(np.float32)
        star = valley.star.astype(np.float32)
        for n in range(FAR):
            size = np.abs(theta - star).max()
            if size < valley.tol or not np.isfinite(size):
                return n if size < valley.tol else None
            theta = theta - np.float32(valley.lr) * slopes(valley, theta)
        return None

    return counted
