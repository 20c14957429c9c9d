"""How a numerical gradient is judged: by the slopes it gives, then by where it looked at the curve.

By Taylor's formula a central difference is off by h²/6 times the curve's third derivative, here at most
1 + exp(w + h), plus rounding that grows like 1/h: the curve's values are below 4, and their last digit is
worth less than 1e-15.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from course import door
from course.check import values
from course.check.verdict import Misconception

Formula = Callable[[float, float], float]
"""(w, h) → a slope, right or wrong."""

DEFAULT = 1e-4
"""The h of a call that names none."""

FARTHEST = 2
"""Points may lie so many h from w: a mean of slopes, or a run of 4h, is of second order too."""


@dataclass(frozen=True)
class Call:
    """One slope that was asked for, with the h that was to be used.

    Attributes:
        places: where the function looked at the curve, from left to right, without repetitions; none if
            one of them was no number on the axis.
    """

    w: float
    h: float
    got: float
    places: tuple[float, ...]

    @property
    def error(self) -> float:
        return abs(self.got - slope(self.w))

    @property
    def bound(self) -> float:
        """The largest error of second order."""
        width = FARTHEST * self.h
        return width**2 / 6 * (1 + np.exp(self.w + width)) + 1e-13 / self.h

    @property
    def stands(self) -> bool:
        return self.error <= self.bound


def curve(v: float) -> float:
    """What the slope of is asked for; no parabola, and not flat."""
    return np.sin(v) + np.exp(v)


def slope(v: float) -> float:
    """The curve's derivative."""
    return np.cos(v) + np.exp(v)


def judge(numerical_gradient: Callable, places: tuple[float, float], moved: float) -> None:
    """Judge the student's function at two places of the curve: where it rises, and where it falls.

    Args:
        moved: how far to the right the student's function finds the curve.

    Raises:
        Misconception: the slopes are not of second order, or do not depend on h.
    """
    widths: tuple[dict[str, float], ...] = ({"h": 0.1}, {"h": 0.01}, {})
    calls = [called(numerical_gradient, w, moved, **h) for w in places for h in widths]
    far, near, *_ = calls
    if all(call.stands for call in calls) and far.got != near.got:
        return
    if all(len(call.places) == 1 for call in calls):
        raise Misconception("one-place-only")
    if rounded(calls):
        raise Misconception("rounded")
    if far.got == near.got:
        raise Misconception("h-ignored")
    for explain in (by_places, by_run, by_formula, by_digits):
        if wrong := explain(calls):
            raise wrong
    worst = max(calls, key=lambda call: call.error / call.bound)
    raise Misconception("not-second-order", h=worst.h, error=worst.error, bound=worst.bound)


def called(numerical_gradient: Callable, w: float, moved: float, **h: Any) -> Call:
    """The student's function, called for the slope at ``w``, on a curve that is ``moved`` to the right.

    Raises:
        Misconception: what comes back is not one number, or the curve was never looked at.
    """
    seen: list[object] = []

    def f(v: float) -> float:
        at = np.subtract(v, moved) if moved else v
        seen.append(at)
        return curve(at)

    value = door.call(numerical_gradient, f, w + moved, **h).value
    several = door.vector(value)
    if several is not None and several.size != 1:
        if several.size:
            raise Misconception("several-slopes", got=door.describe(value))
        raise Misconception("slope-of-one-value")
    got = values.number(value, "one number, the slope")
    if not seen:
        raise Misconception("f-not-called")
    many = [(v, door.vector(v)) for v in seen]
    looked = [
        place
        for v, several in many
        for place in ([door.number(v)] if several is None else several.tolist())
    ]
    places = {place for place in looked if place is not None}
    return Call(w, h.get("h", DEFAULT), got, () if None in looked else tuple(sorted(places)))


def by_places(calls: list[Call]) -> Misconception | None:
    """What is wrong with the places at which the curve was looked at, in each call."""
    half = len(calls) // 2
    pairs = list(zip(calls[:half], calls[half:], strict=True))
    if not all(call.places for call in calls):
        return None
    if all(one.places == other.places for one, other in pairs):
        return Misconception("w-forgotten")
    if calls[0].places == calls[1].places:
        return Misconception("places-without-h")
    parts = [[np.array(call.places) / call.w for call in pair] for pair in pairs]
    if all(values.near(np.sort(one), np.sort(other), values.EXACT) for one, other in parts):
        return Misconception("step-in-parts-of-w")
    return None


def by_run(calls: list[Call]) -> Misconception | None:
    """What the rise was divided by, if the slope is that between the outermost places."""
    if not all(len(call.places) > 1 and call.got for call in calls):
        return None
    h = np.array([call.h for call in calls])
    left, right = np.array([np.subtract(call.places, call.w)[[0, -1]] for call in calls]).T
    rise = np.array([curve(call.places[-1]) - curve(call.places[0]) for call in calls])
    run = rise / [call.got for call in calls]
    if _alike(run / (right - left)):
        ratio = run[0] / (right - left)[0]
        if ratio < 0:
            return Misconception("rise-backwards")
        if np.all(left > -h / 1000) or np.all(right < h / 1000):
            return Misconception("one-sided" if round(ratio, 6) == 1 else "one-sided-run")
        if np.any(abs(left + right) > h / 1000):
            return Misconception("not-symmetric")
        if round(ratio, 6) == 0.5 and len(calls[0].places) > 2:
            return Misconception("slopes-added")
        return Misconception("width-of-the-interval", factor=round(1 / ratio, 3))
    if _alike(run[: len(run) // 2]) and _alike(run[len(run) // 2 :]):
        alone = round(run[0], 6) == 1
        return Misconception("no-quotient" if alone else "run-without-h", run=run[0])
    if _alike(run * h):
        precedence = round(run[0] * h[0], 6) == 2
        return Misconception("rise-without-brackets" if precedence else "times-the-run")
    return Misconception("run-squared") if _alike(run / h**2) else None


def by_formula(calls: list[Call]) -> Misconception | None:
    """The known formula that gives these slopes."""
    for tag, formula in FORMULAS:
        if all(
            abs(call.got - formula(call.w, call.h))
            <= 1e-9 * max(1, abs(call.got)) + 1e-15 / call.h**2
            for call in calls
        ):
            return Misconception(tag)
    return None


def rounded(calls: list[Call]) -> bool:
    """Whether all slopes are right up to digits that were cut off."""
    return any(
        all(
            abs(call.got - round(call.got, digits)) < 1e-12
            and call.error <= 10**-digits + call.bound
            for call in calls
        )
        for digits in range(7)
    )


def by_digits(calls: list[Call]) -> Misconception | None:
    """Digits that were lost where the difference of two values is small."""
    close = [call for call in calls if call.h == DEFAULT]
    at_their_places = all(
        call.places and np.max(np.abs(np.subtract(call.places, call.w))) < 3 * call.h
        for call in close
    )
    if at_their_places and all(call.stands for call in calls if call not in close):
        return Misconception("digits-lost", h=DEFAULT, error=max(call.error for call in close))
    return None


def _alike(numbers: np.ndarray) -> bool:
    """Whether all numbers are the same, up to the rounding of differences."""
    return bool(np.allclose(numbers, numbers[0], rtol=1e-6, atol=0))


def _rise(w: float, h: float) -> float:
    return curve(w + h) - curve(w - h)


def _second(w: float, h: float) -> float:
    return curve(w + h) - 2 * curve(w) + curve(w - h)


FORMULAS: tuple[tuple[str, Formula], ...] = (
    ("negative-lost", lambda w, h: abs(_rise(w, h)) / (2 * h)),
    ("negative-lost", lambda w, h: max(_rise(w, h), 0) / (2 * h)),
    ("rise-without-brackets", lambda w, h: curve(w + h) - curve(w - h) / 2 * h),
    ("rise-without-brackets", lambda w, h: curve(w + h) - curve(w - h) / (2 * h)),
    ("rise-without-brackets", lambda w, h: curve(w + h) - curve(w - h) / h),
    ("rise-without-brackets", lambda w, h: curve(w + h) - curve(w) / h),
    *(
        ("h-beside-f", lambda w, h, rise=rise, k=k: rise(w, h) / (k * h))
        for k in (2, 1)
        for rise in (
            lambda w, h: curve(w) + h - curve(w - h),
            lambda w, h: curve(w + h) - curve(w) + h,
            lambda w, h: curve(w + h) - curve(w) - h,
            lambda w, h: curve(w) - h - curve(w - h),
        )
    ),
    *(
        ("rise-added", lambda w, h, run=run: (curve(w + h) + curve(w - h)) / run(h))
        for run in (lambda h: 2 * h, lambda h: h, lambda h: 2, lambda h: 1, lambda h: 2 / h)
    ),
    *(
        ("second-derivative", lambda w, h, run=run: _second(w, h) / run(h))
        for run in (lambda h: h**2, lambda h: h, lambda h: 2 * h, lambda h: 1, lambda h: 2 * h**2)
    ),
    ("quotient-upside-down", lambda w, h: 2 * h / _rise(w, h)),
    ("quotient-upside-down", lambda w, h: h / (curve(w + h) - curve(w))),
)
"""What known mistakes answer; where two places tell what was divided by what, `by_run` says so."""
