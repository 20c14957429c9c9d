"""Checks of 04-model's second half: how the loss curves, what that costs, and how to take it away.

All of it is NumPy. `model` has the checks of what the learner writes with torch.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import product

import numpy as np

from course import data, door, theory
from course.check import errors, problems, values
from course.check.values import TOLERANCE
from course.check.verdict import Misconception, verdict
from course.door import situations

FAR = 6_000
"""Epochs beyond every answer that `epochs_needed` is asked for: the largest is 2548."""

PATIENCE = 10.0
"""Seconds after which a function that should have given up is stopped.

A loop in NumPy that gives up after a million epochs takes a third of that.
"""


@verdict
def hessian(hessian: Callable, seed: int | None = None) -> None:
    """`hessian(x)` → (2, 2), the second derivatives of the loss in (w, b)."""
    x, _ = problems.rides(seed)
    reply = door.call(hessian, x)
    values.unchanged((x,), reply.args, ("x",))
    if reply.value is None:
        raise Misconception("returns-none")
    got = door.matrix(reply.value)
    right, N = theory.hessian(x, bias=True), len(x)
    if got is not None and got.shape == (N, N):
        raise Misconception("hessian-of-rides", n=N)
    if got is None or got.shape != (2, 2):
        expected = "a (2, 2) array"
        raise Misconception("wrong-return", expected=expected, got=door.describe(reply.value))
    values.judge(got, right, _wrong_hessians(x, right), TOLERANCE, n=N, n_minus_1=N - 1)


def _wrong_hessians(x: np.ndarray, right: np.ndarray) -> list[values.Suspect]:
    """Suspects for the second derivatives on (N,) distances, of which ``right`` are the right ones."""
    N = len(x)
    return [
        ("hessian-sum", N * right),
        ("hessian-sum", N / 2 * right),
        ("hessian-missing-2", right / 2),
        ("hessian-order", right[::-1, ::-1]),
        ("hessian-diagonal", np.diag(np.diag(right))),
        ("hessian-corner", right * [[1, 1], [1, 1 / 2]]),
        ("hessian-corner", right + [[0, 0], [0, 2 * N - 2]]),
        ("hessian-corner", right - [[0, 0], [0, 2 - 2 / N]]),
        ("hessian-squared-sum", np.array([[N * right[0, 1] ** 2 / 2, right[0, 1]], right[1]])),
        ("hessian-squared-sum", np.array([[right[0, 1] ** 2 / 2, right[0, 1]], right[1]])),
        ("hessian-inverse", np.linalg.inv(right)),
        *(
            ("hessian-covariance", factor * np.cov(x, np.ones_like(x), bias=bias))
            for factor, bias in product((1, 2), (False, True))
        ),
        ("hessian-mixed", right * [[1, 1 / 2], [1 / 2, 1]]),
        ("hessian-mixed", right * [[1, -1], [-1, 1]]),
        ("hessian-mixed", right * [[1, N], [N, 1]]),
        ("hessian-distance-sign", theory.hessian(np.abs(x), bias=True)),
        ("n-minus-1", N / (N - 1) * right),
        ("fixed-n", N / 4 * right),
        ("fixed-n", right * [[N / 4, N / 4], [N / 4, 1]]),
        ("other-rides", theory.hessian(data.taxi()[0], bias=True)),
        ("rounded", np.trunc(np.round(right, 9))),
        *(("rounded", np.round(right, digits)) for digits in range(5)),
    ]


@verdict
def epochs_needed(epochs_needed: Callable, seed: int | None = None) -> None:
    """`epochs_needed(x, theta0, theta_star, lr, tol)` → int; ValueError if never."""
    if seed is None:
        x, _ = data.taxi()
        star = np.array([2.0, 3.0])
        cases = [(np.zeros(2), 0.01, 1e-3), (np.zeros(2), 0.1, 1e-3), (star + 1e-4, 0.1, 1e-3)]
    else:
        x, _ = problems.rides(seed)
        random = problems.generator(seed)
        star = random.uniform(-2, 2, 2)
        largest = np.linalg.eigvalsh(theory.hessian(x, bias=True))[-1]
        # now b is further away, now w, now b alone; the last is there already, or nearly
        offsets = ([0.9, -1.6], [-1.2, 0.5], [-0.02, -0.7], [3e-3, -1e-3])
        # of the rate that ends the fast direction in one step: slow, swinging, and nearly that one
        rates = (0.31, 1.83, 0.93)
        cases = [
            (star + offset, rate / largest, tol)
            for offset, rate, tol in product(offsets, rates, (0.05, 2e-3))
        ]
    for theta0, lr, tol in cases:
        _judge_epochs(epochs_needed, x, theta0, star, lr, tol)
    largest = np.linalg.eigvalsh(theory.hessian(x, bias=True))[-1]
    for offset in ([0.9, -1.6], [0.0, 0.7], [-0.8, 0.0]):  # one of the two may be right at first
        _judge_never(epochs_needed, x, star + offset, star, 2.3 / largest)  # 2 would be the bound
    # once only: whoever counts up to a limit counts long here
    _judge_never(epochs_needed, x, star + [0.9, -1.6], star, 0.0)


def _judge_epochs(
    function: Callable, x: np.ndarray, theta0: np.ndarray, star: np.ndarray, lr: float, tol: float
) -> None:
    """Raise a Misconception unless ``function`` counts to the first epoch within ``tol``."""
    expected = _epochs_until(x, theta0, star, lr, tol)
    assert expected is not None  # the cases converge
    try:
        reply = _patiently(function, x, theta0, star, lr, tol)
    except door.StudentError as error:
        if _unexplained(error) and "ValueError" in error.kinds:
            raise Misconception("gives-up-too-soon", expected=expected, lr=lr, tol=tol) from None
        raise
    values.unchanged((x, theta0, star), reply.args[:3], ("x", "theta0", "theta_star"))
    got = values.number(reply.value, "a whole number of epochs")
    if got == expected:
        return
    facts = {"got": got, "expected": expected, "lr": lr, "tol": tol}
    if got and got == _epochs_until(x, 0 * star, star, lr, tol):
        raise Misconception("start-ignored", **facts)
    if expected == 0:
        raise Misconception("already-there", **facts)
    if abs(got - expected) == 1:
        raise Misconception("epochs-off-by-one", **facts)
    for tag, count, more in _wrong_counts(x, theta0, star, lr, tol):
        if got == count:
            raise Misconception(tag, **facts, **more)
    raise Misconception("wrong-epochs", **facts)


def _wrong_counts(
    x: np.ndarray, theta0: np.ndarray, star: np.ndarray, lr: float, tol: float
) -> Iterator[tuple[str, int | None, dict[str, object]]]:
    """Suspects for a number of epochs: a tag, the count, and what its message needs besides."""
    for what, reached in _other_ideas_of_there(x, tol).items():
        yield "another-error", _first_epoch(x, theta0, star, lr, reached), {"what": what}
    for factor in (len(x), 1 / 2, len(x) / 2, 1 / len(x)):
        yield "epochs-hessian", _epochs_until(x, theta0, star, factor * lr, tol), {}
    slowest = np.max(np.abs(1 - lr * np.linalg.eigvalsh(theory.hessian(x, bias=True))))
    for size in (np.abs(theta0 - star).max(), np.linalg.norm(theta0 - star)):
        count = np.log(tol / size) / np.log(slowest)
        yield "slow-mode-only", int(np.ceil(count)), {}
        yield "slow-mode-only", int(np.floor(count)) + 1, {}
    for used in (0.01, 0.1):  # the course's rates
        yield "lr-ignored", _epochs_until(x, theta0, star, used, tol), {"used": used}
    rides, _ = data.taxi()
    yield "other-rides", _epochs_until(rides, theta0, star, lr, tol), {}
    yield "w-before-b", _one_after_the_other(x, theta0 - star, lr, tol), {}


def _other_ideas_of_there(
    x: np.ndarray, tol: float
) -> dict[str, Callable[[np.ndarray], np.ndarray]]:
    """For each quantity that somebody may watch, which rows (w, b) of errors have reached ``tol``."""
    H = theory.hessian(x, bias=True)

    def loss(e: np.ndarray) -> np.ndarray:
        return np.einsum("ki,ij,kj->k", e, H, e) / 2

    return {
        "the loss": lambda e: loss(e) < tol,
        "the root of the loss": lambda e: np.sqrt(loss(e)) < tol,
        "the error of w alone": lambda e: np.abs(e[:, 0]) < tol,
        "the error of b alone": lambda e: np.abs(e[:, 1]) < tol,
        "the smaller of the two errors": lambda e: np.abs(e).min(axis=1) < tol,
        "the length of the error (w, b)": lambda e: np.linalg.norm(e, axis=1) < tol,
        "the sum of the two errors": lambda e: np.abs(e).sum(axis=1) < tol,
        "the mean of the two errors": lambda e: np.abs(e).mean(axis=1) < tol,
        "the larger signed error": lambda e: e.max(axis=1) < tol,
        "the last step": lambda e: np.abs(np.diff(e, axis=0)).max(axis=1) < tol,
        "the gradient": lambda e: np.abs(e @ H).max(axis=1) < tol,
    }


def _epochs_until(
    x: np.ndarray, theta0: np.ndarray, star: np.ndarray, lr: float, tol: float
) -> int | None:
    """First epoch after which w and b are both within ``tol``, as the exercise asks; None if never."""
    return _first_epoch(x, theta0, star, lr, lambda e: np.abs(e).max(axis=1) < tol)


def _first_epoch(
    x: np.ndarray,
    theta0: np.ndarray,
    star: np.ndarray,
    lr: float,
    reached: Callable[[np.ndarray], np.ndarray],
) -> int | None:
    """First epoch whose parameter errors, rows (w, b), are ``reached``; None if none is."""
    with np.errstate(all="ignore"):
        path = theory.trajectory(x, star[0] * x + star[1], theta0, lr, FAR)
        hits = reached(path - star)
    return int(np.argmax(hits)) if hits.any() else None


def _one_after_the_other(x: np.ndarray, error: np.ndarray, lr: float, tol: float) -> int | None:
    """Epochs until there if b's step already sees the new w."""
    (a, c), (_, d) = theory.hessian(x, bias=True)
    w, b = error
    for n in range(FAR):
        if max(abs(w), abs(b)) < tol:
            return n
        w -= lr * (a * w + c * b)
        b -= lr * (c * w + d * b)
    return None


def _judge_never(
    function: Callable, x: np.ndarray, theta0: np.ndarray, star: np.ndarray, lr: float
) -> None:
    """Raise a Misconception unless ``function`` raises ValueError."""
    try:
        reply = _patiently(function, x, theta0, star, lr, tol=1e-3)
    except door.StudentError as error:
        if "ValueError" in error.kinds:
            return
        if _unexplained(error):
            raise Misconception("another-exception", lr=lr, kind=error.kinds[0]) from None
        raise
    raise Misconception("never-not-raised", lr=lr, got=door.describe(reply.value))


def _patiently(
    function: Callable, x: np.ndarray, theta0: np.ndarray, star: np.ndarray, lr: float, tol: float
) -> door.Reply:
    """The reply of a function that may never end.

    Raises:
        Misconception: it was still running after `PATIENCE`.
    """
    limit: AbstractContextManager = situations.time_limit(PATIENCE)
    try:
        return door.call(function, x, theta0, star, float(lr), tol, situations=(limit,))
    except TimeoutError:
        raise Misconception("never-ends", seconds=PATIENCE, lr=float(lr)) from None


def _unexplained(error: door.StudentError) -> bool:
    """Whether the student's own code raised it, rather than a library for a known cause."""
    return errors.explain(error)[0] == "error"


@verdict
def unscale(unscale: Callable, seed: int | None = None) -> None:
    """`unscale(w_s, b_s, mu, sigma)` → (w, b) in the original units."""
    if seed is None:
        x, y = data.taxi(data.FLAG_FALL)
        mu, sigma = x.mean(), x.std()
        cases = [(*theory.minimum((x - mu) / sigma, y, bias=True), mu, sigma)]
    else:
        random = problems.generator(seed)
        drawn = [(*random.uniform(-3, 3, 3), random.uniform(0.2, 0.7)) for _ in range(2)]
        # every sign of w and b, whatever was drawn
        cases = [(sign * w_s, sign * b_s, *scale) for w_s, b_s, *scale in drawn for sign in (1, -1)]
    for w_s, b_s, mu, sigma in cases:
        reply = door.call(unscale, float(w_s), float(b_s), float(mu), float(sigma))
        got = values.vector(reply.value, 2, "(w, b), two numbers")
        suspects = _wrongly_unscaled(w_s, b_s, mu, sigma)
        if seed is not None:
            rides, _ = data.taxi()
            taxi = w_s / rides.std()
            suspects += [
                ("other-rides", (data.PRICE, data.FLAG_FALL)),
                ("other-rides", (taxi, b_s - taxi * rides.mean())),
            ]
        w = w_s / sigma
        values.judge(got, np.array([w, b_s - w * mu]), suspects, TOLERANCE)


def _wrongly_unscaled(w_s: float, b_s: float, mu: float, sigma: float) -> list[values.Suspect]:
    """Suspects for (w, b) of a line that was fitted to (x − mu) / sigma."""
    w = w_s / sigma
    return [
        ("unscale-swapped", (b_s - w * mu, w)),
        ("unscale-b-kept", (w, b_s)),
        ("unscale-nothing", (w_s, b_s)),
        ("unscale-w-times-sigma", (w_s * sigma, b_s - w_s * sigma * mu)),
        ("unscale-w-times-sigma", (w_s * sigma, b_s - w * mu)),
        ("unscale-w-times-sigma", (w_s * sigma, b_s)),
        ("unscale-w-kept", (w_s, b_s - w * mu)),
        ("unscale-w-kept", (w_s, b_s - w_s * mu)),
        ("unscale-b-with-w_s", (w, b_s - w_s * mu)),
        ("unscale-b-sign", (w, b_s + w * mu)),
        ("unscale-b-sign", (w, b_s + w_s * mu)),
        ("unscale-other-sigma", (w_s / sigma**2, b_s - w_s / sigma**2 * mu)),
        ("unscale-other-sigma", (w_s / sigma**0.5, b_s - w_s / sigma**0.5 * mu)),
        ("unscale-mu-for-sigma", (w_s / mu, b_s - w_s / mu * sigma)),
        ("unscale-b-without-price", (w, b_s - mu)),
        ("unscale-b-without-price", (w, b_s - mu / sigma)),
        ("unscale-b-positive", (w, abs(b_s - w * mu))),
        *(("rounded", np.round((w, b_s - w * mu), digits)) for digits in range(5)),
        ("unscale-b-like-x", (w, b_s / sigma)),
        ("unscale-b-like-x", (w, (b_s - w * mu) / sigma)),
        ("unscale-b-like-x", (w, b_s * sigma + mu)),
        ("unscale-b-like-x", (w_s * sigma + mu, b_s * sigma + mu)),
        ("unscale-b-like-x", (w, (b_s - mu) / sigma)),
        ("unscale-b-like-x", ((w_s - mu) / sigma, (b_s - mu) / sigma)),
    ]
