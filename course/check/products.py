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
    "twice on the right": lambda a, b, c: a * c + b * c,
    "product of a product": lambda a, b, c: a * b * c,
    "a product on the right": lambda a, b, c: a * (b * c),
    "by itself": lambda a, b, c: a * a * b - c,
    "times zero": lambda a, b, c: a * b,
    "two passes": lambda a, b, c: ((a * b).backward(), a * b)[1],
}
"""What is computed with three Values, and then differentiated."""

LOOKED_INTO = {
    *("mul-no-rule", "mul-no-chain", "mul-one-side", "mul-rule-elsewhere", "mul-times", None),
}
"""Messages of which the rule itself may say more; None where there is none yet."""


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

    Each is computed twice, with other numbers and signs, so that no cause fits by accident.

    Args:
        Value: the student's class.
        a, b, c: what to compute with; no two of them alike.
    """
    starts = (a, b, c), (-2 * a, b, -c)
    for name, expression in EXPRESSIONS.items():
        cases = [_case(Value, name, expression, start) for start in starts]
        got, right = (np.concatenate([case[i] for case in cases]) for i in (0, 1))
        if values.near(got, right, tolerance):
            continue
        if name == "one product":
            _judge_data(cases, starts, tolerance)
        for kind in zip(*(_wrong_products(*start, name) for start in starts), strict=True):
            if values.near(got, np.concatenate([answer for _, answer, _ in kind]), tolerance):
                tag, _, facts = kind[0]
                _look_at_the_rule(Value, tag, a, b)
                raise Misconception(tag, **facts)
        _look_at_the_rule(Value, None, a, b)
        shown = {"numbers": values.shown(cases[0][0]), "due": values.shown(cases[0][1])}
        raise Misconception("mul-elsewhere", where=name, **shown)


def _case(
    Value: Any, name: str, expression: Callable, start: tuple[float, float, float]
) -> tuple[np.ndarray, np.ndarray]:
    """What the student's Value and torch make of an expression: [value, d/da, d/db, d/dc] each."""
    start = (0.0, *start[1:]) if name == "times zero" else start
    kept = door.call(probes.keep_numbers, Value, *start).value
    got = _worked_out(expression, [Driven(Value, each) for each in kept])
    return got, _worked_out(expression, [_tensor(number) for number in start])


def _judge_data(cases: list[tuple], starts: tuple[tuple, ...], tolerance: float) -> None:
    """Raise the Misconception behind a wrong number in the result of one product."""
    got, right = (np.array([case[i][0] for case in cases]) for i in (0, 1))
    if values.near(got, right, tolerance):
        return
    operations: tuple[tuple[str, Callable[[float, float], float]], ...] = (
        ("the sum of the two", operator.add),
        ("the difference of the two", operator.sub),
        ("one divided by the other", operator.truediv),
        ("one to the power of the other", lambda a, b: (complex(a) ** b).real),
        ("the square of the first", lambda a, b: a * a),
        ("the square of the second", lambda a, b: b * b),
    )
    for what, operation in operations:
        if values.near(got, [operation(a, b) for a, b, _ in starts], tolerance):
            raise Misconception("mul-wrong-value", what=what)
    rounded = (np.trunc(right), *(np.round(right, digits) for digits in range(5)))
    if any(values.near(got, each, values.EXACT) for each in rounded):
        raise Misconception("mul-rounds")


def _look_at_the_rule(Value: Any, tag: str | None, a: float, b: float) -> None:
    """Raise what can be seen of the rule of a·b, where the gradients say no more than ``tag``, or nothing."""
    if tag not in LOOKED_INTO:
        return
    seen: Any = door.call(probes.product_rule, Value, a, b).value
    if seen["a factor"]:
        raise Misconception("mul-changes-a-factor")
    if seen["early"]:
        raise Misconception("mul-too-early")
    if seen["on a factor"]:
        raise Misconception("mul-rule-elsewhere")
    if tag == "mul-no-rule" and seen["starts from the factors"]:
        raise Misconception("mul-parents-gradient")
    if tag == "mul-no-rule" and seen["on the result"]:
        raise Misconception("mul-rule-writes-nothing")
    if tag == "mul-no-rule" and seen["another name"]:
        raise Misconception("mul-rule-misnamed", name=str(seen["another name"])[:30])


def _worked_out(expression: Callable, variables: list) -> np.ndarray:
    """[value, d/da, d/db, d/dc] of ``expression`` after its backward pass."""
    result = expression(*variables)
    result.backward()
    if type(result) is Driven:
        return result.read(variables)
    slopes = [0.0 if v.grad is None else v.grad.item() for v in variables]
    return np.array([result.item(), *slopes])


Suspect = tuple[str, list[float], dict[str, object]]
"""A misconception's tag, the [value, da, db, dc] that it answers, and the facts of its message."""


def _wrong_products(a: float, b: float, c: float, name: str) -> list[Suspect]:
    """What mistaken products make of one of `EXPRESSIONS`, in the same order for any numbers."""
    ab = a * b
    known = {
        "one product": [
            ("mul-no-rule", [ab, 0, 0, 0]),
            ("mul-own-factor", [ab, a, b, 0]),
            ("mul-like-add", [ab, 1, 1, 0]),
            *(("mul-one-side", [ab, da, 0, 0]) for da in (b, a, 1, a + b, 2 * b, 2 * a, ab)),
            *(("mul-one-side", [ab, 0, db, 0]) for db in (a, b, 1, a + b, 2 * a, 2 * b, ab)),
            *(("mul-like-sub", [ab, *signed, 0]) for signed in ((b, -a), (-b, a), (1, -1))),
            ("mul-out-data", [ab, b * ab, a * ab, 0]),
            ("mul-product-for-factor", [ab, ab, ab, 0]),
            *(("mul-same-for-both", [ab, both, both, 0]) for both in (a, b, a + b)),
            ("mul-sizes-only", [ab, abs(b), abs(a), 0]),
            ("mul-sizes-only", [ab, b, abs(a), 0]),
            ("mul-sizes-only", [ab, abs(b), a, 0]),
            ("mul-adds-out-grad", [ab, b + 1, a + 1, 0]),
        ],
        "inside a square": [
            ("mul-no-chain", [(ab + c) ** 2, da, db, 2 * (ab + c)])
            for da, db in ((b, a), (2 * (ab + c) * b, a), (b, 2 * (ab + c) * a))
        ],
        "twice in a sum": [
            ("mul-overwrites", [ab + a * c, b, a, a]),
            ("mul-overwrites", [ab + a * c, c, a, a]),
            ("mul-rule-elsewhere", [ab + a * c, c, 0, a]),
        ],
        "twice on the right": [
            ("mul-rule-elsewhere", [a * c + b * c, 0, c, b]),
            ("mul-overwrites", [a * c + b * c, c, c, a]),
            ("mul-overwrites", [a * c + b * c, c, c, b]),
        ],
        "product of a product": [("mul-no-parents", [ab * c, 0, 0, ab])],
        "a product on the right": [("mul-no-parents", [ab * c, b * c, 0, 0])],
        "by itself": [("mul-overwrites", [a * ab - c, ab, a * a, -1])],
        "two passes": [("mul-overwrites", [ab, b, a, 0])],
    }
    times = [("mul-times", [ab, k * b, k * a, 0], {"times": k}) for k in (0.5, 2, -1)]
    return [
        *((tag, answer, {}) for tag, answer in known.get(name, ())),
        *(times if name == "one product" else ()),
    ]


def _tensor(number: float) -> torch.Tensor:
    return torch.tensor(number, dtype=torch.float64, requires_grad=True)
