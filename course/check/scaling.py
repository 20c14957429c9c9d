"""The check of `unscale`: parameters for x as it was, from those for (x − mu) / sigma."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, NoReturn

import numpy as np

from course import data, door, theory
from course.check import problems, values
from course.check.values import TOLERANCE
from course.check.verdict import Misconception, verdict


class Scaled(NamedTuple):
    """Arguments of `unscale`: numbers, or arrays of shape (d,) but for b_s."""

    w_s: Any
    b_s: float
    mu: Any
    sigma: Any

    def right(self) -> tuple[Any, float]:
        """(w, b) for x as it was."""
        w = self.w_s / self.sigma
        return w, self.b_s - np.sum(w * self.mu)


Answer = tuple[Scaled, Any, float]
"""What was asked, and the w and b that came back."""


@verdict
def unscale(unscale: Callable, seed: int | None = None) -> None:
    """`unscale(w_s, b_s, mu, sigma)` → (w, b) in the original units, for numbers and arrays."""
    numbers, arrays = _to_unscale(seed)
    for group in (numbers, arrays):
        answers = []
        for asked in group:
            try:
                answers.append((asked, *_answer(unscale, asked)))
            except door.StudentError as error:
                _explain_stop(error, unscale, asked, arrays[0])
        if any(not _is_right(answer) for answer in answers):
            _explain(answers)


def _to_unscale(seed: int | None) -> tuple[list[Scaled], list[Scaled]]:
    """Numbers, and arrays of several features, in the end of one. Both signs of w and b are there."""
    if seed is None:
        x, y = data.taxi(data.FLAG_FALL)
        w_s, b_s = theory.minimum((x - x.mean()) / x.std(), y, bias=True)
        X, _ = data.rides_with_minutes()
        prices = np.array([data.PRICE, data.PRICE_PER_MINUTE])
        several = prices * X.std(axis=0), data.FLAG_FALL + prices @ X.mean(axis=0)
        return (
            [Scaled(s * w_s, s * b_s, x.mean(), x.std()) for s in (1, -1)],
            [Scaled(s * several[0], s * several[1], X.mean(0), X.std(0)) for s in (1, -1)],
        )
    random = problems.generator(seed)
    numbers = []
    for _ in range(2):
        w_s, b_s, mu = random.uniform(-3, 3, 3)
        sigma = random.uniform(0.2, 0.7)
        numbers += [Scaled(sign * w_s, sign * b_s, mu, sigma) for sign in (1, -1)]
    arrays = [
        Scaled(random.uniform(-3, 3, d), random.uniform(-3, 3), *_spread(random, d))
        for d in (3, 2, 1)
    ]
    return numbers, arrays


def _spread(random: np.random.Generator, d: int) -> tuple[np.ndarray, np.ndarray]:
    """The means and spreads of d features."""
    return random.uniform(-3, 3, d), random.uniform(0.2, 0.7, d)


def _answer(function: Callable, asked: Scaled) -> tuple[Any, float]:
    """The (w, b) that came back."""
    given = tuple(float(v) if np.ndim(v) == 0 else v for v in asked)
    reply = door.call(function, *given)
    values.unchanged(given, reply.args, ("w_s", "b_s", "mu", "sigma"))
    return _line(reply.value, None if np.ndim(asked.w_s) == 0 else len(asked.w_s))


def _is_right(answer: Answer) -> bool:
    asked, w, b = answer
    return values.near(np.append(w, b), np.append(*asked.right()), TOLERANCE)


def _explain_stop(
    error: door.StudentError, function: Callable, asked: Scaled, array: Scaled
) -> NoReturn:
    """Raise the Misconception behind a function that takes either numbers or arrays.

    Args:
        array: arguments that are arrays.
    """
    if not {"TypeError", "AttributeError", "ValueError", "IndexError"} & set(error.kinds):
        raise error
    if np.ndim(asked.w_s):  # numbers have been right
        raise Misconception("unscale-stops-at-array", text=values.said(error))
    _answer(function, array)  # what stops here, too, is an error of another kind
    raise Misconception("unscale-stops-at-number", text=values.said(error))


def _line(value: Any, d: int | None) -> tuple[np.ndarray | float, float]:
    """The (w, b) that came back.

    Args:
        d: number of features that were given as arrays; None where numbers were given.

    Raises:
        Misconception: something else came back.
    """
    if door.number(value) is not None:
        raise Misconception("unscale-one-number")
    expected = "(w, b), two numbers" if d is None else f"(w, b) with w of shape ({d},)"
    parts = value if door.is_list(value) else _rows(value)
    if d and d > 1 and len(parts) == d + 1 and None not in map(door.number, parts):
        raise Misconception("unscale-one-array", d=d)
    if len(parts) != 2:
        raise values.not_asked(value, expected)
    w, b = map(_numbers, parts)
    if w is None or b is None or (d is None and w.size * b.size > 1):
        raise values.not_asked(value, expected)
    if b.size > 1:
        raise Misconception("unscale-b-for-each", d=d)
    if w.size != (d or 1):
        raise Misconception("unscale-w-shape", d=d, got=door.describe(parts[0]))
    return (w if d else w.item()), b.item()


def _numbers(part: object) -> np.ndarray | None:
    """The numbers in one, in a list, or in a table of them, in a row; None if it is none of these."""
    for read in (door.number, door.vector, door.matrix):
        if (numbers := read(part)) is not None:
            return np.ravel(numbers)
    return None


def _rows(value: object) -> list:
    """The numbers of a vector, or the rows of a matrix; none of anything else."""
    rows = door.vector(value) if door.matrix(value) is None else door.matrix(value)
    return [] if rows is None else list(rows)


def _explain(answers: list[Answer]) -> NoReturn:
    """Raise what is behind wrong answers: both numbers, w, or b beside the right w."""
    for tag in _fitting(answers, lambda asked, _: _pairs(asked), lambda w, b: np.append(w, b)):
        raise Misconception(tag)
    if all(values.near(w, asked.right()[0], TOLERANCE) for asked, w, _ in answers):
        for tag in _fitting(answers, lambda asked, _: _biases(asked), lambda w, b: b):
            raise Misconception(tag)
    else:
        for tag in _fitting(answers, lambda asked, b: _prices(asked, b), lambda w, b: w):
            raise Misconception(tag)
        more = np.concatenate([np.ravel(asked.w_s / w - asked.sigma) for asked, w, _ in answers])
        if values.near(more, more[:1].repeat(len(more)), TOLERANCE):
            raise Misconception("unscale-sigma-plus", more=more[0])
    got = np.concatenate([np.append(w, b) for _, w, b in answers])
    values.judge_shape_of_error(
        got, np.concatenate([np.append(*asked.right()) for asked, _, _ in answers])
    )
    asked, w, b = next(answer for answer in answers if not _is_right(answer))
    at_mu, further = b + np.sum(w * asked.mu), b + np.sum(w * (asked.mu + asked.sigma))
    raise Misconception(
        "unscale-other-line",
        b_s=asked.b_s,
        at_mu=at_mu,
        right=asked.b_s + np.sum(asked.w_s),
        further=further,
    )


def _fitting(
    answers: list[Answer],
    suspects: Callable[[Scaled, float], Iterator[tuple[str, Any]]],
    part: Callable[[Any, float], Any],
) -> Iterator[str]:
    """The tags of the suspects that explain this part of all answers."""
    got = np.concatenate([np.ravel(part(w, b)) for _, w, b in answers])
    for one_kind in zip(*(suspects(asked, b) for asked, _, b in answers), strict=True):
        answer = np.concatenate([np.ravel(answer) for _, answer in one_kind])
        if values.near(got, answer, TOLERANCE):
            yield one_kind[0][0]


def _pairs(asked: Scaled) -> Iterator[tuple[str, Any]]:
    """Suspects for w and b together."""
    w, b = asked.right()
    rides, _ = data.taxi()
    taxi = asked.w_s / rides.std()
    several = np.ndim(asked.w_s) == 1
    yield "unscale-nothing", np.append(asked.w_s, asked.b_s)
    yield "unscale-swapped", np.append(w, b) if several else np.append(b, w)
    yield (
        "unscale-mu-for-sigma",
        np.append(asked.w_s / asked.mu, asked.b_s - np.sum(asked.w_s / asked.mu * asked.sigma)),
    )
    yield "other-rides", np.append(taxi, asked.b_s - np.sum(taxi * rides.mean()))
    yield "other-rides", np.append(0 * w + data.PRICE, data.FLAG_FALL)


def _prices(asked: Scaled, b: float) -> Iterator[tuple[str, Any]]:
    """Suspects for w, whatever b is."""
    w_s, _, mu, sigma = asked
    yield "unscale-w-times-sigma", w_s * sigma
    yield "unscale-w-kept", w_s
    yield "unscale-other-sigma", w_s / sigma**2
    yield "unscale-other-sigma", w_s / sigma**0.5
    yield "unscale-mu-for-sigma", w_s / mu
    yield "unscale-w-sign", -w_s / sigma
    yield "unscale-w-like-x", w_s * sigma + mu
    yield "unscale-w-like-x", (w_s - mu) / sigma
    yield "unscale-w-like-x", w_s / sigma + mu
    yield "unscale-w-upside-down", sigma / w_s
    yield "unscale-w-positive", np.abs(w_s) / sigma
    yield "unscale-w-whole", w_s // sigma
    for one in (np.ravel(sigma)[0], np.mean(sigma), np.sum(sigma), np.max(sigma)):
        yield "unscale-one-sigma", w_s / one
    yield "unscale-one-sigma", w_s / np.linalg.norm(sigma)
    yield "unscale-w-range", w_s / (sigma - mu)
    for digits in range(5):
        yield "rounded", np.round(w_s / sigma, digits)


def _biases(asked: Scaled) -> Iterator[tuple[str, float]]:
    """Suspects for b beside the right w."""
    w_s, b_s, mu, sigma = asked
    w, b = asked.right()
    each = np.ravel(w * mu)
    yield from _biases_of_several(asked, each)
    yield "unscale-b-kept", b_s
    for missing in (-np.sum(each), np.sum(mu) - np.sum(each), np.sum(mu - w * mu), 0, np.sum(each)):
        yield "unscale-b_s-missing", missing
    for shift in (w * mu, w_s * mu):
        yield "unscale-b-sign", b_s + np.sum(shift)
    yield "unscale-b-with-w_s", b_s - np.sum(w_s * mu)
    for sign in (1, -1):
        yield "unscale-b-sigma-twice", b_s - sign * np.sum(w * mu / sigma)
        yield "unscale-b-times-sigma", b_s - sign * np.sum(w_s * mu * sigma)
        for shift in (mu, mu / sigma, mu * sigma):
            yield "unscale-b-without-price", b_s - sign * np.sum(shift)
        for shift in (w_s, w, w / sigma):
            yield "unscale-b-without-mean", b_s - sign * np.sum(shift)
    for left in (
        (b_s - w_s * mu) / sigma,
        (b_s - w) * mu,
        (b_s - w_s) * mu,
        (b_s - w_s) / sigma * mu,
    ):
        yield "unscale-b-brackets", np.sum(left)
    for as_x in (
        b_s / sigma,
        b_s / sigma - w * mu,
        b_s * sigma,
        b_s * sigma - w * mu,
        b_s * sigma + mu,
        b_s * sigma + mu - w * mu,
        (b_s - mu) / sigma,
        (b_s - w * mu) / sigma,
        (b_s - w * mu) * sigma,
    ):
        yield "unscale-b-like-x", np.sum(as_x)
    yield "unscale-b-positive", abs(b)
    yield "unscale-b-negative", -b
    yield "unscale-shift-positive", b_s - np.sum(np.abs(each))
    yield "unscale-shift-positive", b_s - float(np.linalg.norm(each))
    for digits in range(5):
        yield "rounded", np.round(b, digits)


def _biases_of_several(asked: Scaled, each: np.ndarray) -> Iterator[tuple[str, float]]:
    """Suspects for b that only several features tell from the right one.

    Args:
        each: by how much each feature shifts b, (d,).
    """
    w_s, b_s, mu, sigma = asked
    w, d = np.ravel(w_s / sigma), len(each)
    right = b_s - np.sum(each)
    yield "unscale-mean-for-sum", b_s - np.mean(each)
    yield "unscale-bias-for-each", d * b_s - np.sum(each)
    for one in (each[0], each[-1], each.max(), each.min(), each[:-1].sum(), each[1:].sum()):
        yield "unscale-one-feature", (b_s - one) if d > 1 else right
    yield "unscale-b-added-up", right / d
    for product in (np.sum(w) * np.sum(mu), np.mean(w) * np.mean(mu), np.sum(w) * np.mean(mu)):
        yield "unscale-product-of-sums", b_s - product
    for product in (np.mean(w) * np.sum(mu), np.sum(w_s) / np.sum(sigma) * np.sum(mu)):
        yield "unscale-product-of-sums", b_s - product
    yield "unscale-features-multiplied", b_s - np.prod(each)
