"""Checks of 04-model's second half: how the loss curves, what that costs, and how to take it away.

All of it is NumPy. `model` has the checks of what the learner writes with torch.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import product
from typing import Any

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
def best_rate(best_rate: Callable, seed: int | None = None) -> None:
    """`best_rate(x)` → (lr, factor), the constant rate that arrives soonest, and what it leaves."""
    rides, _ = problems.rides(seed)
    cases = []
    # among short distances `eigvals` names the flat direction first; centred, w and b go apart.
    # Standardised, there would be no flat direction, and rounding could decide on a root of zero.
    for x in (rides, 0.3 * rides, 0.9 * (rides - rides.mean()) / rides.std()):
        reply = door.call(best_rate, x)
        values.unchanged((x,), reply.args, ("x",))
        got = values.vector(reply.value, 2, "(lr, factor), two numbers")
        cases.append((got, _best_rate(theory.hessian(x, bias=True)), _wrong_rates(x)))
    try:
        values.judge_all(cases, TOLERANCE, n=len(rides), n_minus_1=len(rides) - 1)
    except Misconception as wrong:
        right = np.array([values.near(got, best, TOLERANCE) for got, best, _ in _apart(cases)])
        if wrong.tag in ("wrong-value", "constant-factor", "constant-added") and right[::2].all():
            raise Misconception("best-rate-factor") from None
        rates = [got[0] for got, _, _ in cases]
        if wrong.tag == "wrong-value" and values.near(rates, rates[:1] * 3, TOLERANCE):
            raise Misconception("best-rate-same-for-all") from None
        raise


def _apart(cases: Iterable[tuple]) -> Iterator[tuple]:
    """Rate and factor of each case as cases of their own, one after the other."""
    for got, expected, suspects in cases:
        for i in (0, 1):
            yield got[i], expected[i], suspects


def _best_rate(H: np.ndarray) -> np.ndarray:
    """(lr, factor): where 1 − lr·λ has one size for the smallest and the largest eigenvalue."""
    flat, *_, steep = np.linalg.eigvalsh(H)
    return np.array([2, steep - flat]) / (steep + flat)


def _wrong_rates(x: np.ndarray) -> list[values.Suspect]:
    """Suspects for the best rate and its factor on (N,) distances."""
    H, N = theory.hessian(x, bias=True), len(x)
    flat, steep = np.linalg.eigvalsh(H)
    lr, factor = _best_rate(H)
    kappa = steep / flat
    first, last = np.linalg.eigvals(H)
    by_position = (first - last) / (first + last)
    alone = theory.hessian(x, bias=False)[0, 0]
    root = (np.sqrt(kappa) - 1) / (np.sqrt(kappa) + 1)
    with np.errstate(divide="ignore"):  # where both eigenvalues are one
        upside_down, difference = np.float64(1) / factor, np.float64(2) / (steep - flat)
    return [
        ("best-rate-swapped", (factor, lr)),
        ("best-rate-by-position", (lr, by_position)),
        ("best-rate-by-position", (lr, -by_position)),
        ("best-rate-negative", (lr, -factor)),
        *(("best-rate-bound", (2 / steep, left)) for left in (factor, 1, 1 - 2 / kappa)),
        *(
            ("best-rate-one-direction", (1 / value, left))
            for value in (steep, flat, flat / 2)
            for left in (factor, abs(1 - steep / value), abs(1 - flat / value), 0)
        ),
        ("best-rate-half", (lr / 2, factor)),
        ("best-rate-half", (lr / 2, 1 - flat * lr / 2)),
        ("best-rate-difference", (difference, factor)),
        ("best-rate-difference", (difference, upside_down)),
        *(
            ("best-rate-condition-number", (rate, value))
            for rate in (lr, 2 / steep)
            for value in (kappa, 1 / kappa, (kappa - 1) / kappa)
        ),
        ("best-rate-upside-down", (lr, upside_down)),
        *(
            ("best-rate-root", (rate, root**power))
            for rate in (lr, 4 / (np.sqrt(steep) + np.sqrt(flat)) ** 2)
            for power in (1, 2)
        ),
        ("best-rate-of-the-loss", (lr, factor**2)),
        ("best-rate-what-goes", (lr, 1 - factor)),
        *(("best-rate-hessian", (lr * times, factor)) for times in (2, N, N / 2, 2 * N, 1 / N)),
        ("best-rate-without-b", (1 / alone, 0)),
        ("best-rate-without-b", (2 / alone, 0)),
        ("best-rate-without-b", (2 / alone, 1)),
        *(
            ("best-rate-x-moved", _best_rate(theory.hessian((x - x.mean()) / by, bias=True)))
            for by in (1, x.std(), x.std(ddof=1))
        ),
        ("best-rate-distance-sign", _best_rate(theory.hessian(np.abs(x), bias=True))),
        ("n-minus-1", (lr * (N - 1) / N, factor)),
        ("fixed-n", (lr * 4 / N, factor)),
        ("other-rides", _best_rate(theory.hessian(data.taxi()[0], bias=True))),
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
    except TimeoutError:
        raise Misconception(
            "epochs-never-there", expected=expected, lr=lr, seconds=PATIENCE
        ) from None
    except door.StudentError as error:
        if _unexplained(error) and "ValueError" in error.kinds:
            raise Misconception("gives-up-too-soon", expected=expected, lr=lr, tol=tol) from None
        raise
    values.unchanged((x, theta0, star), reply.args[:3], ("x", "theta0", "theta_star"))
    got = values.number(reply.value, "a whole number of epochs")
    if got == expected:
        return
    facts = {"got": got, "expected": expected, "lr": lr, "tol": tol}
    if got == 0:
        raise Misconception("epochs-none", **facts)
    if got == _epochs_until(x, 0 * star, star, lr, tol):
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
        "the sum of the two errors, signs and all,": lambda e: np.abs(e.sum(axis=1)) < tol,
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
    except TimeoutError:
        raise Misconception("never-ends", seconds=PATIENCE, lr=float(lr)) from None
    raise Misconception("never-not-raised", lr=lr, got=door.describe(reply.value))


def _patiently(
    function: Callable, x: np.ndarray, theta0: np.ndarray, star: np.ndarray, lr: float, tol: float
) -> door.Reply:
    """The reply of a function that may never end.

    Raises:
        TimeoutError: it was still running after `PATIENCE`.
    """
    limit: AbstractContextManager = situations.time_limit(PATIENCE)
    return door.call(function, x, theta0, star, float(lr), tol, situations=(limit,))


def _unexplained(error: door.StudentError) -> bool:
    """Whether the student's own code raised it, rather than a library for a known cause."""
    return errors.explain(error, "epochs_needed")[0] == "error"


@verdict
def unscale(unscale: Callable, seed: int | None = None) -> None:
    """`unscale(w_s, b_s, mu, sigma)` → (w, b) in the original units, for numbers and arrays."""
    rides, _ = data.taxi()
    for w_s, b_s, mu, sigma in _to_unscale(seed):
        numbers = np.ndim(w_s) == 0
        given = tuple(float(v) if np.ndim(v) == 0 else v for v in (w_s, b_s, mu, sigma))
        try:
            reply = door.call(unscale, *given)
        except door.StudentError as error:
            if not {"TypeError", "AttributeError", "ValueError"} & set(error.kinds):
                raise
            kind = "number" if numbers else "array"
            raise Misconception(f"unscale-stops-at-{kind}", text=error) from None
        values.unchanged(given, reply.args, ("w_s", "b_s", "mu", "sigma"))
        got = np.append(*_line(reply.value, None if numbers else len(w_s)))
        price, taxi = w_s / sigma, w_s / rides.std()
        suspects = [
            *_wrongly_unscaled(w_s, b_s, mu, sigma),
            ("other-rides", (taxi, b_s - np.sum(taxi * rides.mean()))),
            ("other-rides", (data.PRICE, data.FLAG_FALL)),
        ]
        judged = [(tag, np.append(*answer)) for tag, answer in suspects]
        values.judge(got, np.append(price, b_s - np.sum(price * mu)), judged, TOLERANCE)


def _to_unscale(seed: int | None) -> Iterator[tuple[Any, float, Any, Any]]:
    """Arguments of `unscale`: numbers first, then arrays of several features, of one at last."""
    if seed is None:
        x, y = data.taxi(data.FLAG_FALL)
        mu, sigma = x.mean(), x.std()
        w_s, b_s = theory.minimum((x - mu) / sigma, y, bias=True)
        yield w_s, b_s, mu, sigma
        yield -w_s, -b_s, mu, sigma
        X, _ = data.rides_with_minutes()
        mu, sigma = X.mean(axis=0), X.std(axis=0)
        prices = np.array([data.PRICE, data.PRICE_PER_MINUTE])
        yield prices * sigma, data.FLAG_FALL + prices @ mu, mu, sigma
        return
    random = problems.generator(seed)
    for _ in range(2):
        w_s, b_s, mu = random.uniform(-3, 3, 3)
        sigma = random.uniform(0.2, 0.7)
        for sign in (1, -1):  # every sign of w and b, whatever was drawn
            yield sign * w_s, sign * b_s, mu, sigma
    for d in (3, 2, 1):
        w_s, mu = random.uniform(-3, 3, (2, d))
        yield w_s, random.uniform(-3, 3), mu, random.uniform(0.2, 0.7, d)


def _line(value: Any, d: int | None) -> tuple[np.ndarray | float, float]:
    """The (w, b) that came back.

    Args:
        d: number of features that were given as arrays; None where numbers were given.

    Raises:
        Misconception: something else came back.
    """
    if value is None:
        raise Misconception("returns-none")
    expected = "(w, b), two numbers" if d is None else f"(w, b) with w of shape ({d},)"
    parts = value if type(value) in (tuple, list) else _rows(value)
    if len(parts) != 2:
        raise Misconception("wrong-return", expected=expected, got=door.describe(value))
    (w, prices), (b, several) = ((door.number(part), door.vector(part)) for part in parts)
    if (w is None and prices is None) or (b is None and several is None):
        raise Misconception("wrong-return", expected=expected, got=door.describe(value))
    if d is None:
        if w is None or b is None or prices is not None:
            raise Misconception("unscale-array-for-a-number", got=door.describe(value))
        return w, b
    if b is None:
        raise Misconception("unscale-b-for-each", d=d)
    if prices is None or len(prices) != d:
        raise Misconception("unscale-w-shape", d=d, got=door.describe(parts[0]))
    return prices, b


def _rows(value: object) -> list:
    """The numbers of a vector, or the rows of a matrix; none of anything else."""
    rows = door.vector(value) if door.matrix(value) is None else door.matrix(value)
    return [] if rows is None else list(rows)


def _wrongly_unscaled(w_s: Any, b_s: float, mu: Any, sigma: Any) -> list[tuple[str, tuple]]:
    """Suspects for (w, b) of a line that was fitted to (x − mu) / sigma; numbers or (d,) arrays."""
    w = w_s / sigma

    def shifted(*prices: np.ndarray) -> float:
        return b_s - np.sum(prices)

    b = shifted(w * mu)
    return [
        *_for_several_features(w_s, b_s, mu, sigma),
        ("unscale-b-kept", (w, b_s)),
        ("unscale-nothing", (w_s, b_s)),
        ("unscale-w-times-sigma", (w_s * sigma, shifted(w_s * sigma * mu))),
        ("unscale-w-times-sigma", (w_s * sigma, b)),
        ("unscale-w-times-sigma", (w_s * sigma, b_s)),
        ("unscale-w-kept", (w_s, b)),
        ("unscale-w-kept", (w_s, shifted(w_s * mu))),
        ("unscale-b-with-w_s", (w, shifted(w_s * mu))),
        ("unscale-b-sign", (w, shifted(-w * mu))),
        ("unscale-b-sign", (w, shifted(-w_s * mu))),
        ("unscale-other-sigma", (w_s / sigma**2, shifted(w_s / sigma**2 * mu))),
        ("unscale-other-sigma", (w_s / sigma**0.5, shifted(w_s / sigma**0.5 * mu))),
        ("unscale-mu-for-sigma", (w_s / mu, shifted(w_s / mu * sigma))),
        ("unscale-b-without-price", (w, shifted(mu))),
        ("unscale-b-without-price", (w, shifted(mu / sigma))),
        ("unscale-b-positive", (w, abs(b))),
        ("unscale-b-negative", (w, -b)),
        *(("rounded", (np.round(w, digits), np.round(b, digits))) for digits in range(5)),
    ] + ([] if np.ndim(w_s) else _as_if_fares_were_scaled(w_s, b_s, mu, sigma))


def _for_several_features(w_s: Any, b_s: float, mu: Any, sigma: Any) -> list[tuple[str, tuple]]:
    """Suspects that only several features tell from the right answer; none for numbers."""
    if np.size(w_s) < 2:
        return [] if np.ndim(w_s) else [("unscale-swapped", (b_s - w_s / sigma * mu, w_s / sigma))]
    w = w_s / sigma
    return [
        ("unscale-mean-for-sum", (w, b_s - np.mean(w * mu))),
        ("unscale-bias-for-each", (w, np.sum(b_s - w * mu))),
        *(("unscale-one-feature", (w, b_s - w[i] * mu[i])) for i in (0, -1)),
        ("unscale-b-added-up", (w, np.sum(b_s - w * mu))),
        ("unscale-b-added-up", (w, (b_s - np.sum(w * mu)) / len(w))),
        ("unscale-product-of-sums", (w, b_s - np.sum(w) * np.sum(mu))),
        ("unscale-product-of-sums", (w, b_s - np.mean(w) * np.mean(mu))),
        ("unscale-product-of-sums", (w, b_s - np.sum(w_s) / np.sum(sigma) * np.sum(mu))),
        ("unscale-product-of-sums", (w, b_s - np.sum(w * np.mean(mu)))),
        ("unscale-one-sigma", (w_s / sigma[0], b_s - np.sum(w_s / sigma[0] * mu))),
        ("unscale-one-sigma", (w_s / sigma.mean(), b_s - np.sum(w_s / sigma.mean() * mu))),
        ("unscale-one-sigma", (w_s / sigma.sum(), b_s - np.sum(w_s / sigma.sum() * mu))),
    ]


def _as_if_fares_were_scaled(
    w_s: float, b_s: float, mu: float, sigma: float
) -> list[tuple[str, tuple]]:
    """Suspects for numbers (w, b), where b was treated as if it had been standardised like x."""
    w = w_s / sigma
    return [
        ("unscale-b-like-x", pair)
        for pair in (
            (w, b_s / sigma),
            (w, (b_s - w * mu) / sigma),
            (w, b_s * sigma + mu),
            (w, b_s * sigma + mu - w * mu),
            (w, mu - w * mu),
            (w_s * sigma + mu, b_s * sigma + mu),
            (w, (b_s - mu) / sigma),
            ((w_s - mu) / sigma, (b_s - mu) / sigma),
        )
    ]
