"""The check of `update_`: one step of every parameter in a list, in place, and its gradient cleared."""

from collections.abc import Callable
from typing import Any

import numpy as np

from course import door
from course.check import standstill, values
from course.check.verdict import Misconception
from course.door import probes

Parts = list[Any]
"""A number or a list of numbers for each parameter."""

PARTS = ([1, 0, 0, 0], [0, 0, 1, 1], [0, 1, 0, 0], [1, 1, 0, 0])
"""Which of the four numbers move when some parameters are left out."""


class Updates:
    """Fresh parameters on the student's side of the door, and what ``update_(params, lr)`` does to them."""

    def __init__(self, update_: Callable, start: Parts, lr: float) -> None:
        self.update_, self.lr = update_, lr
        self.params = door.call(probes.keep_values, update_, *map(np.array, start)).value

    def pull(self, gradients: Parts) -> None:
        """Add to each gradient."""
        door.call(probes.pull, tuple(map(np.array, gradients)), *self.params)

    def update(self, gradients: Parts) -> dict[str, Any]:
        """Update along these gradients, which are added to what is there.

        Returns:
            What `probes.update` says, and "values" and "gradients" (P,) of all numbers after it, where
            no gradient is 0.
        """
        self.pull(gradients)
        seen: Any = door.call(probes.update, self.update_, self.lr, *self.params).value
        return seen | self.read()

    def watch(self, gradients: Parts) -> dict[str, Any]:
        """What `probes.watched` sees of the same, and the numbers after it."""
        self.pull(gradients)
        args = probes.update, self.update_, self.lr, *self.params
        seen: Any = door.call(probes.watched, *args).value
        return seen | self.read()

    def read(self) -> dict[str, Any]:
        """The numbers of all parameters, and of their gradients, 0 where there is none."""
        numbers: Any = door.call(probes.read, *self.params).value
        return {
            "values": np.hstack([value for value, _ in numbers]),
            "gradients": np.hstack([np.zeros_like(v) if g is None else g for v, g in numbers]),
        }


def judge(update_: Callable, shift: float, lr: float) -> None:
    """Judge two updates of three parameters; ``shift`` moves their numbers."""
    start: Parts = [0.6 + shift, -1.3 + shift, [0.4, 2.5 + shift]]
    gradients: list[Parts] = [[3.0, -2.0 + shift, [0.5, 1.5]], [-1.0 + shift, 4.0, [2.0, -0.5]]]
    begin, first, second = (np.hstack(numbers) for numbers in (start, *gradients))
    right = begin - lr * first
    updates = Updates(update_, start, lr)
    try:
        after = updates.update(gradients[0])
    except door.StudentError as error:
        if "NoneType" in str(error):  # each gradient is there when the function is called
            raise Misconception(
                _of_none(Updates(update_, start, lr), gradients[0], right)
            ) from None
        raise
    if not after["kept"]:
        raise Misconception("update-replaces")
    if values.near(after["values"], begin, 1e-6):
        raise Misconception(_of_rest(Updates(update_, start, lr), gradients[0], begin, first))
    if not values.near(after["values"], right, values.TOLERANCE):
        _judge_step(after, begin, gradients[0], lr)
        _judge_length(Updates(update_, start, lr), after["values"], begin, gradients[0])
        raise Misconception("update-elsewhere")
    if not after["trainable"]:
        raise Misconception("update-stops-training")
    if not after["recording"]:
        raise Misconception("update-recording-off")
    if np.any(after["gradients"]):
        raise Misconception("no-reset")
    later = updates.update(gradients[1])
    if np.any(later["gradients"]):
        raise Misconception("no-reset")
    if not values.near(later["values"], right - lr * second, values.TOLERANCE):
        carried = ((right - later["values"]) / lr - second) @ first / (first @ first)
        speed = values.near(
            later["values"], right - lr * (carried * first + second), values.TOLERANCE
        )
        raise Misconception("momentum" if speed and 0 < carried < 1 else "update-elsewhere")
    if after["returned"] is not None:
        raise Misconception("update-returns", got=door.describe(after["returned"]))


def _of_none(updates: Updates, gradients: Parts, right: np.ndarray) -> str:
    """What is behind a None that stopped the update, though each parameter came with a gradient."""
    seen = updates.watch(gradients)
    if standstill.computed(seen["events"], right[:1], kinds=("new",)):
        return "update-rebinds"
    untouched = values.near(seen["gradients"], np.hstack(gradients), 1e-6)
    return "update-gradient-of-another" if untouched else "update-clears-first"


def _of_rest(updates: Updates, gradients: Parts, begin: np.ndarray, first: np.ndarray) -> str:
    """What is behind an update that moves nothing."""
    seen = updates.watch(gradients)
    events, lr = seen["events"], updates.lr
    if standstill.computed(events, begin - lr * first):
        return "update-rebinds"
    if any(event[0] == "optimizer" for event in events) and all(e[0] != "step" for e in events):
        return "never-steps"
    if standstill.computed(events, begin, operations=standstill.STEPS):
        return "cleared-before-step"
    if any(event[0] == "step" for event in events):
        return "cleared-before-step"
    return "update-minus-equals" if standstill.computed(events, -lr * first) else "update-nothing"


def _judge_step(after: dict[str, Any], begin: np.ndarray, gradients: Parts, lr: float) -> None:
    """Raise the Misconception behind parameters that a wrong step has moved."""
    first = np.hstack(gradients)
    for keep in map(np.array, PARTS):
        if values.near(after["values"], begin - lr * first * keep, values.TOLERANCE):
            left = after["gradients"][keep == 0]
            raise Misconception("update-first-only" if np.any(left) else "update-clears-others")
    for tag, suspect in (
        ("update-uphill", begin + lr * first),
        ("update-without-lr", begin - first),
        ("update-sets-the-step", lr * first),
        ("update-sets-minus-the-step", -lr * first),
        *(("update-lr-ignored", begin - used * first) for used in (0.001, 0.01, 0.1)),
        *_wrong_steps(begin, gradients, lr),
        *(("rounded", np.round(begin - lr * first, digits)) for digits in range(4)),
    ):
        if values.near(after["values"], suspect, values.TOLERANCE):
            raise Misconception(tag)


def _judge_length(updates: Updates, after: np.ndarray, begin: np.ndarray, gradients: Parts) -> None:
    """Raise the Misconception behind steps that have the right direction and another length.

    A gradient a tenth as large tells a factor from a limit.
    """
    first = np.hstack(gradients)
    step = (begin - after) / updates.lr
    times = (step @ first) / (first @ first)
    if not values.near(step, times * first, 1e-4):
        return
    small = updates.update([np.array(part) / 10 for part in gradients])
    small_step = (begin - small["values"]) / updates.lr
    lengths = np.linalg.norm(step), np.linalg.norm(small_step)
    if values.near(small_step, times * first / 10, 1e-4):
        raise Misconception("update-times", times=times)
    if values.near(lengths, (1.0, 1.0), 1e-3):
        raise Misconception("adaptive-optimizer")
    if values.near(lengths[0], lengths[1], 1e-3) or values.near(small_step, first / 10, 1e-4):
        raise Misconception("clipped")


def _wrong_steps(begin: np.ndarray, gradients: Parts, lr: float) -> list[values.Suspect]:
    """Where mistaken steps lead the parameters of `update_`, all numbers in a row."""
    g, parts = np.hstack(gradients), [np.atleast_1d(part) for part in gradients]
    each_clipped = np.hstack([part * min(1, 1 / np.linalg.norm(part)) for part in parts])
    steps = [
        ("update-without-gradient", np.ones(len(g))),
        ("update-own-value", begin),
        ("update-size-only", np.abs(g)),
        *(("update-one-number", _spread(parts, one)) for one in (np.mean, np.sum, np.min, np.max)),
        *(("update-same-gradient", np.full(len(g), part[0])) for part in parts[:2]),
        *(("adaptive-optimizer", size * np.sign(g)) for size in (1, 10)),
        ("clipped", each_clipped),
        *(("clipped", np.clip(g, -c, c)) for c in (0.1, 0.5, 1, 2)),
        *(("weight-decay", g + decay * begin) for decay in (1e-4, 1e-3, 1e-2, 0.1)),
        ("update-multiplies", begin * g),
        ("update-divides", g / lr**2),
        ("update-zeroes-the-parameter", begin / lr),
    ]
    return [(tag, begin - lr * step) for tag, step in steps]


def _spread(parts: list[np.ndarray], one: Callable) -> np.ndarray:
    """One number made of each part, in the place of all of its numbers."""
    return np.hstack([np.full(len(part), one(part)) for part in parts])
