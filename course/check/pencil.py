"""The check of `toy`: two derivatives that are worked out with pencil and paper, factor by factor."""

import numpy as np

from course import door
from course.check import values
from course.check.verdict import Misconception

RIDES = ((1.0, 2.0, 1.0), (3.0, 5.0, 2.0))
"""Rides a and b: (x in km, y in €, w in €/km). Ride a has x = w and e = −1, so b tells more."""

PENCIL = 1e-6
"""Relative, for numbers that no float32 has been through."""

Suspect = tuple[str, np.ndarray, str]
"""A misconception's tag, what it answers for the two rides, and what its message says besides."""


def judge(answer: object) -> None:
    """Accept the derivatives of both rides [€·km]; raise the Misconception behind wrong ones."""
    got = _read(answer)
    x, y, w = np.array(RIDES).T
    error = w * x - y
    right = 2 * error * x
    for tag, wrong, what in _suspects(x, y, w):
        if values.near(got, wrong, PENCIL):
            raise Misconception(tag, ride="ab"[_first_wrong(wrong, right)], what=what)
    if values.near(got, right, PENCIL):
        return
    k = _first_wrong(got, right)
    if np.all(abs(got - right) < 0.1 * abs(right)):
        raise Misconception("toy-estimate")
    alone = values.near(got[1 - k], right[1 - k], PENCIL)
    for tag, wrong, what in _of_one_ride(x, y, w) if alone else ():
        if values.near(got[k], wrong[k], PENCIL) and wrong[k] != right[k]:
            raise Misconception(tag, ride="ab"[k], what=what)
    raise Misconception("toy-elsewhere", ride="ab"[k])


def _read(answer: object) -> np.ndarray:
    """The two numbers of an answer, in any list, tuple, array or tensor."""
    if type(answer) is dict:
        raise Misconception("toy-with-names")
    items = answer if door.is_list(answer) else [answer]
    if any(type(item) is str for item in items):
        raise Misconception("toy-in-quotes")
    one, several = door.number(answer), door.numbers(answer)
    got = np.array([one]) if several is None and one is not None else several
    if got is None or not len(got):
        raise Misconception("toy-form", got=door.describe(answer))
    if len(got) != len(RIDES):
        raise Misconception("toy-how-many", got=len(got))
    return got


def _first_wrong(got: np.ndarray, right: np.ndarray) -> int:
    return int(np.argmax(got != right))


def _suspects(x: np.ndarray, y: np.ndarray, w: np.ndarray) -> list[Suspect]:
    """Mistakes that tell both numbers."""
    e = w * x - y
    right = 2 * e * x
    both = [
        ("toy-order", right[::-1]),
        ("toy-order-and-sign", -right[::-1]),
        ("toy-of-the-mean", np.full(2, np.mean(right))),
        ("toy-of-the-mean", np.full(2, np.sum(right))),
        ("toy-is-the-loss", e**2),
        ("toy-is-the-error", e),
        ("toy-is-the-error", -e),
        ("toy-is-the-prediction", w * x),
        ("toy-of-the-prediction", x),
        ("toy-without-fare", 2 * w * x * x),
        ("toy-without-prediction", 2 * y * x),
        ("toy-without-prediction", -2 * y * x),
        ("toy-estimate", right + x**2),
        *(("toy-new-price", w - lr * right) for lr in (0.01, 0.1, 1)),
    ]
    return [*((tag, wrong, "") for tag, wrong in both), *_of_one_ride(x, y, w)]


def _of_one_ride(x: np.ndarray, y: np.ndarray, w: np.ndarray) -> list[Suspect]:
    """Mistakes in the factors, that can also be made in one ride alone."""
    e = w * x - y
    return [
        ("toy-sign", -2 * e * x, ""),
        ("toy-sign", np.abs(2 * e * x), ""),
        ("missing-factor-2", e * x, ""),
        ("toy-missing-x", 2 * e, ""),
        ("toy-missing-x", -2 * e, ""),
        ("y-for-x", 2 * e * y, ""),
        ("toy-w-for-x", 2 * e * w, ""),
        ("toy-factors", 2 * e * x * w, "the factor w is one too many"),
        ("toy-factors", 2 * e * x * x, "the factor x stands twice"),
        ("toy-factors", 2 * e * x * y, "the factor y is one too many"),
        ("toy-factors", 4 * e * x, "the factor 2 stands twice"),
        ("toy-factors", e * w, "w stands where x should, and the factor 2 is missing"),
        ("toy-factors", e * y, "y stands where x should, and the factor 2 is missing"),
        ("toy-factors", -e * x, "the sign is wrong, and the factor 2 is missing"),
        ("toy-factors", -2 * e * x * w, "the sign is wrong, and w is one too many"),
    ]
