"""Right or wrong for answers that are numbers; then which known mistake gives that number."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NoReturn

import numpy as np
from numpy.typing import ArrayLike

from course import door
from course.check.verdict import Misconception, explained

TOLERANCE = 1e-5
"""Relative, for a few operations: right answers in float32 are off by up to 2e-7."""

EXACT = 1e-9
"""Relative: one formula in float64, whichever way it is written; float32 fails."""

UNLIKELY = 1e-7
"""Relative: numbers that agree by chance do not agree so well; float32 fails now and then."""

MANY = 8
"""Numbers that are not written down one by one any more."""

Suspect = tuple[str, ArrayLike]
"""A misconception's tag, and what it would answer on the same data."""


def number(value: object, expected: str = "one number") -> float:
    """``value`` as a float.

    Raises:
        Misconception: it is None, or not one number.
    """
    result = door.number(value)
    if result is None:
        raise not_asked(value, expected, door.number)
    return result


def numbers(value: object, length: int, expected: str) -> np.ndarray:
    """``value`` as (length,) numbers side by side, each of them in any shape.

    Raises:
        Misconception: it is None, or of another kind or length.
    """
    result = door.numbers(value)
    if result is not None and len(result) == length:
        return result
    facts = {"expected": expected, "got": door.describe(value)}
    if door.number(value) is not None:
        raise Misconception("return-alone", **facts)
    if door.is_list(value) and len(value) > length:
        raise Misconception("returns-more", **facts)
    raise not_asked(value, expected)


def vector(value: object, length: int, expected: str) -> np.ndarray:
    """``value`` as a (length,) float64 array.

    Raises:
        Misconception: it is None, or of another kind or shape.
    """
    result = door.vector(value)
    if result is None or len(result) != length:
        raise not_asked(value, expected, lambda part: _length(part) == length)
    return result


def matrix(value: object, expected: str) -> np.ndarray:
    """``value`` as a 2-d float64 array.

    Raises:
        Misconception: it is None, or of another kind or number of axes.
    """
    result = door.matrix(value)
    if result is None:
        raise not_asked(value, expected)
    return result


def judge(
    got: ArrayLike,
    expected: ArrayLike,
    suspects: Iterable[Suspect],
    tolerance: float,
    **facts: object,
) -> None:
    """Accept ``got`` if it equals ``expected``; otherwise raise the misconception that explains it.

    Args:
        got, expected: numbers, or arrays of one shape.
        suspects: what known mistakes would answer, most telling first.
        tolerance: relative to the largest expected value, and at least to 1.
        facts: what the messages of the suspects need.
    """
    if near(got, expected, tolerance):
        return
    fitting = [tag for tag, answer in suspects if near(got, answer, tolerance)]
    if fitting:
        raise explained(((tag, {}) for tag in fitting), **facts)
    if not np.all(np.isfinite(got)):
        raise Misconception("not-finite", got=shown(got))
    raise Misconception("wrong-value", got=shown(got), expected=shown(expected))


def judge_all(
    cases: Iterable[tuple[ArrayLike, ArrayLike, Iterable[Suspect]]],
    tolerance: float,
    **facts: Any,
) -> None:
    """Judge several answers of one function: (got, expected, suspects) each.

    A suspect that explains all of them comes before one that explains those alone that are wrong, and
    that before one that explains two of these. The suspects of all cases come in the same order.
    """
    cases = [(got, expected, list(suspects)) for got, expected, suspects in cases]
    wrong = [case for case in cases if not near(*case[:2], tolerance)]
    if not wrong:
        return
    tags = _explanations(cases, tolerance)
    if not tags:
        got, expected, _ = zip(*cases, strict=True)
        judge_shape_of_error(*(np.concatenate(list(map(np.ravel, p))) for p in (got, expected)))
    tags = tags or _explanations(wrong, tolerance) or _explanations(wrong[:2], tolerance)
    if tags:
        raise explained(((tag, {}) for tag in tags), **facts)
    judge(*wrong[0][:2], (), tolerance)


def _explanations(cases: list[tuple], tolerance: float) -> list[str]:
    """The tags of the suspects that explain every one of these answers."""
    got, _, suspects = zip(*cases, strict=True)
    return [
        one_kind[0][0]
        for one_kind in zip(*suspects, strict=True)
        if all(near(g, answer, tolerance) for g, (_, answer) in zip(got, one_kind, strict=True))
    ]


def judge_shape_of_error(got: np.ndarray, expected: np.ndarray) -> None:
    """Raise what can be said of several wrong numbers without knowing where they come from."""
    if not np.all(np.isfinite(got)):
        return
    if np.any(expected < 0):
        for positive in (np.abs(expected), np.maximum(expected, 0)):
            if near(got, positive, UNLIKELY):
                raise Misconception("negative-lost")
    for digits in (4, 3, 2, 1, 0):
        if near(got, np.round(expected, digits), EXACT):
            raise Misconception("rounded")
    if near(got, np.trunc(expected), EXACT):
        raise Misconception("rounded")
    if np.count_nonzero(np.abs(expected) > 1e-6) < 2:
        return  # one number is some factor times, and some offset from, any other
    factor = (got @ expected) / (expected @ expected)
    if factor and near(got, factor * expected, UNLIKELY):
        raise Misconception("constant-factor", factor=factor)
    offset = np.mean(got - expected)
    if near(got, expected + offset, UNLIKELY):
        raise Misconception("constant-added", offset=offset)


def near(a: ArrayLike | None, b: ArrayLike | None, tolerance: float) -> bool:
    """Equal shapes, and equal up to ``tolerance`` times the larger of 1 and the largest of b.

    None is near to no array.
    """
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    if a.shape != b.shape:
        return False
    scale = max(1.0, np.max(np.abs(b), initial=0.0))
    if np.isinf(scale):
        return bool(np.array_equal(a, b, equal_nan=True))
    return bool(np.allclose(a, b, rtol=0, atol=tolerance * scale, equal_nan=True))


def shown(value: ArrayLike) -> str:
    """Numbers as a person writes them: 2.5, "2 and 3", "1, 2, 3, … (7 numbers)"; rows as in "1 and 2; 3 and 4"."""
    array = np.asarray(value, dtype=float)
    if array.ndim == 0:
        return f"{float(array) + 0.0:.6g}"  # no negative zero
    if array.ndim > 1:
        return "; ".join(map(shown, array))
    words = [shown(number) for number in array]
    if len(words) > MANY:
        return f"{', '.join(words[:3])}, … ({len(words)} numbers)"
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def said(error: Exception) -> str:
    """The text of an error, without the point at its end."""
    return str(error).strip().rstrip(".")


def word(value: object) -> str:
    """A text without the blanks around it and in small letters; "" for what is no text."""
    return str.strip(value).lower() if door.is_a(value, str) else ""


def guess(value: object, low: float, high: float, unit: str) -> float:
    """``value`` as a number, if it is one from ``low`` to ``high``: a prediction counts for being made.

    Raises:
        Misconception: not a number, or outside the range.
    """
    result = door.number(value)
    if result is None:
        _explain_guess(value, unit)
    if not low <= result <= high:
        raise Misconception("guess-out-of-range", low=low, high=high, unit=unit, got=shown(result))
    return result


def by_name(
    answer: dict[Any, object], names: Iterable[str], read: Callable[[object], Any], value: str
) -> dict[str, Any]:
    """What a dict says for each of ``names``.

    Args:
        read: what an item means; None if nothing.
        value: what each item should be, in words.

    Raises:
        Misconception: it has another key or item.
    """
    asked = list(names)
    facts = {"names": ", ".join(asked), "value": value}
    strange = [key for key in answer if key not in asked]
    missing = [name for name in asked if name not in answer]
    if strange and all(type(item) is str and item in asked for item in answer.values()):
        raise Misconception("dict-turned-round", **facts)
    if strange or missing:
        odd = f"{door.describe(strange[0])} is not among them" if strange else ""
        raise Misconception("dict-keys", flaw=odd or f"{missing[0]} is missing", **facts)
    found = {name: read(answer[name]) for name in asked}
    for name, item in found.items():
        if item is None:
            got = door.describe(answer[name])
            raise Misconception("dict-value", name=name, got=got, value=value)
    return found


def _explain_guess(value: object, unit: str) -> NoReturn:
    """Raise what keeps a guess from being a number."""
    if value is None:
        raise Misconception("guess-missing", unit=unit)
    if door.is_a(value, str):
        digits = re.search(r"\d+(?:([.,])\d+)?", value)
        if digits is None:
            raise Misconception("guess-in-words", unit=unit)
        comma = digits[1] == ","
        bare = re.fullmatch(r"\s*[-+−]?\d+([.,]\d+)?\s*", value) is not None
        tag = "guess-with-a-comma" if comma else "guess-in-quotes" if bare else "guess-with-a-unit"
        raise Misconception(tag, unit=unit, got=value[:40])
    if type(value) is tuple and len(value) == 2 and all(type(v) is int for v in value):
        raise Misconception("guess-two-numbers", unit=unit, first=value[0], second=value[1])
    raise Misconception("guess-not-a-number", unit=unit, got=door.describe(value))


def can_be_called(value: object) -> bool:
    """Whether a value is a function, a class or a layer, on whichever side of the door it is."""
    if door.is_a(value, door.Reference):
        return not door.is_iterator(value) and door.call(callable, value).value is True
    return callable(value)


def seal(exercise: str, part: str, number: float | None) -> str:
    """What tells whether ``number`` is the answer to a part of ``exercise``, and not which one is."""
    return hashlib.sha256(f"{exercise} {part} {number}".encode()).hexdigest()[:16]


def unequal(exercise: str, got: Mapping[Any, float | None], sealed: Mapping[str, str]) -> list[str]:
    """The parts of an exercise, in order, whose number is not the one that was `seal`ed."""
    return [part for part, right in sealed.items() if seal(exercise, part, got[part]) != right]


def unchanged(before: tuple, after: tuple, names: tuple[str, ...]) -> None:
    """Raise a Misconception if an argument came back with other numbers, or in another shape or type.

    Args:
        before, after: numbers, arrays or tensors.
    """
    for name, old, new in zip(names, before, after, strict=True):
        alike = type(old) is type(new) and getattr(old, "dtype", 0) == getattr(new, "dtype", 0)
        numbers: Any = door.array(old), door.array(new)
        if not alike or not np.array_equal(*numbers):
            raise Misconception("changed-input", name=name)


def _length(value: object) -> int | None:
    """How many numbers ``value`` has along one axis, if it has but one."""
    result = door.vector(value)
    return None if result is None else len(result)


def not_asked(
    value: object, expected: str, is_right: Callable[[object], object] = lambda part: None
) -> Misconception:
    """What is wrong with the form of an answer.

    Args:
        expected: what is asked for, in words.
        is_right: whether a part of a tuple or list would be that; None or False if not.
    """
    if value is None:
        return Misconception("returns-none")
    facts = {"expected": expected, "got": door.describe(value)}
    parts = value if door.is_list(value) else ()
    if door.is_iterator(value):
        return Misconception("returns-a-generator", **facts)
    if any(door.is_function(part) for part in (value, *parts)):
        return Misconception("returns-a-function", **facts)
    if type(value) is dict:
        return Misconception("returns-a-dict", **facts)
    if type(value) is set:
        return Misconception("returns-a-set", **facts)
    if any(type(part) is str for part in (value, *parts)):
        return Misconception("returns-a-text", **facts)
    if any(part is None for part in parts):
        return Misconception("returns-none-inside", **facts)
    if any(is_right(part) not in (None, False) for part in parts):
        return Misconception("returns-more", **facts)
    return Misconception("wrong-return", **facts)
