"""Whether a Value of the student's multiplies, adds up and passes back as torch's numbers do."""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from course import door
from course.check import values
from course.check.verdict import Misconception
from course.door import probes, situations

EXPRESSIONS: dict[str, Callable[[Any, Any, Any], Any]] = {
    "one product": lambda a, b, c: a * b,
    "inside a square": lambda a, b, c: (a * b + c) ** 2,
    "twice in a sum": lambda a, b, c: a * b + a * c,
    "product of a product": lambda a, b, c: a * b * c,
    "a product on the right": lambda a, b, c: a * (b * c),
    "by itself": lambda a, b, c: a * a * b - c,
    "times zero": lambda a, b, c: a * b,
    "two passes": lambda a, b, c: ((a * b).backward(), a * b)[1],
}
"""What is computed with three Values, and then differentiated."""


@dataclass(frozen=True)
class Driven:
    """A Value of the student's on its side of the door; each operation is a call through it."""

    Value: Any
    kept: Any

    def __add__(self, other: "Driven") -> "Driven":
        return self._after(operator.add, other.kept)

    def __sub__(self, other: "Driven") -> "Driven":
        return self._after(operator.sub, other.kept)

    def __mul__(self, other: "Driven") -> "Driven":
        return self._after(operator.mul, other.kept)

    def __pow__(self, n: int) -> "Driven":
        return self._after(operator.pow, n)

    def _after(self, operation: Callable, other: object) -> "Driven":
        result, is_one = door.call(probes.operate, self.Value, operation, self.kept, other).value
        if not is_one:
            got = door.call(probes.take, result).value
            if got is None:
                raise Misconception("returns-none")
            raise Misconception("mul-not-a-value", got=door.describe(got))
        return Driven(self.Value, result)

    def backward(self) -> None:
        """Let the student's Value do it."""
        off = situations.no_torch_derivatives()
        door.call(probes.tell, self.kept, "backward", situations=(off,))

    def read(self, variables: list["Driven"]) -> np.ndarray:
        """Its number, and the gradients of ``variables``."""
        numbers = door.call(probes.numbers, self.kept, *(v.kept for v in variables)).value
        vector = door.vector(numbers)
        if vector is None or len(vector) != 1 + len(variables):
            raise Misconception("mul-not-a-value", got="something else")
        return vector


def judge(Value: Any, a: float, b: float, c: float, tolerance: float) -> None:
    """Raise the Misconception behind the first of `EXPRESSIONS` that comes out wrong.

    Args:
        Value: the student's class.
        a, b, c: what to compute with; no two of them alike.
    """
    suspects = _wrong_products(a, b, c)
    for name, expression in EXPRESSIONS.items():
        start = (0.0, b, c) if name == "times zero" else (a, b, c)
        kept = door.call(probes.keep_numbers, Value, *start).value
        got = _worked_out(expression, [Driven(Value, each) for each in kept])
        right = _worked_out(expression, [_tensor(number) for number in start])
        known = [*suspects.get(name, ()), ("mul-elsewhere", got)]
        facts = {"numbers": values.shown(got), "due": values.shown(right)}
        values.judge(got, right, known, tolerance, where=name, **facts)


def _worked_out(expression: Callable, variables: list) -> np.ndarray:
    """[value, d/da, d/db, d/dc] of ``expression`` after its backward pass."""
    result = expression(*variables)
    result.backward()
    if type(result) is Driven:
        return result.read(variables)
    slopes = [0.0 if v.grad is None else v.grad.item() for v in variables]
    return np.array([result.item(), *slopes])


def _wrong_products(a: float, b: float, c: float) -> dict[str, list[values.Suspect]]:
    """For each of `EXPRESSIONS`, the [value, da, db, dc] of mistaken products."""
    ab = a * b
    return {
        "one product": [
            ("mul-no-rule", [ab, 0, 0, 0]),
            ("mul-own-factor", [ab, a, b, 0]),
            ("mul-like-add", [ab, 1, 1, 0]),
            ("mul-one-side", [ab, b, 0, 0]),
            ("mul-one-side", [ab, 0, a, 0]),
            ("mul-wrong-value", [a + b, b, a, 0]),
            ("mul-wrong-value", [a + b, 1, 1, 0]),
            ("mul-like-sub", [ab, b, -a, 0]),
            ("mul-like-sub", [ab, 1, -1, 0]),
            ("mul-out-data", [ab, b * ab, a * ab, 0]),
            ("mul-product-for-factor", [ab, ab, ab, 0]),
            ("mul-changes-a-factor", [ab, 1, 0, 0]),
            ("mul-sizes-only", [ab, abs(b), abs(a), 0]),
            *(("mul-rounds", [round(ab, digits), b, a, 0]) for digits in (1, 2, 3, 4)),
        ],
        "inside a square": [("mul-no-chain", [(ab + c) ** 2, b, a, 2 * (ab + c)])],
        "twice in a sum": [
            ("mul-overwrites", [ab + a * c, b, a, a]),
            ("mul-overwrites", [ab + a * c, c, a, a]),
            ("mul-rule-elsewhere", [ab + a * c, c, 0, a]),
        ],
        "product of a product": [("mul-no-parents", [ab * c, 0, 0, ab])],
        "a product on the right": [("mul-no-parents", [ab * c, b * c, 0, 0])],
        "by itself": [("mul-overwrites", [a * ab - c, ab, a * a, -1])],
        "two passes": [("mul-overwrites", [ab, b, a, 0])],
    }


def _tensor(number: float) -> torch.Tensor:
    return torch.tensor(number, dtype=torch.float64, requires_grad=True)
