"""Why parameters did not move, told by what the loop was seen to do.

That they did not is known before. `probes.watched` says on the student's side which backward passes,
steps and new values there were; here it is read. It explains, and gives nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np

from course import door
from course.check.verdict import Misconception
from course.door import probes

TRAINED = 2e-4
"""Relative; as for every training run in float32."""

STEPS = {"add", "add_", "sub", "sub_", "rsub", "addcmul", "addcmul_", "copy_"}
"""Operations that a step ends in."""


def explain(function: Callable, *args: object, start: Any, due: Any, **kwargs: Any) -> None:
    """Raise the Misconception behind a loop that leaves its parameters at ``start``, if it can be seen.

    Args:
        function: it is called with ``args`` and ``kwargs``, as before.
        start, due: parameters (p,) at the start, and where the first update leads.
    """
    reply = door.call(probes.watched, function, *args, **kwargs)
    tag = cause(reply.value, np.asarray(start), np.asarray(due))
    if tag:
        raise Misconception(tag)


def cause(seen: Mapping[str, Any], start: np.ndarray, due: np.ndarray) -> str | None:
    """The tag of what was seen; None if it says nothing."""
    events, tensors = seen["events"], seen["tensors"]
    passes = [event for event in events if event[0] == "pass"]
    steps = [event for event in events if event[0] == "step"]
    held = {place for event in events if event[0] in ("optimizer", "step") for place in event[1]}
    reached = {place for _, _, leaves, _ in passes for place in leaves}
    changed = {event[2] for event in events if event[0] == "changed"}
    if computed(events, due):
        trained = changed & reached and computed(events, due, kinds=("changed",))
        return "another-returned" if trained else "update-lost"
    if not passes:
        return "no-backward"
    if all(without_a_past for _, without_a_past, *_ in passes):
        return "loss-made-anew"
    if not _meet(tensors, reached, start):
        return "graph-cut"
    if {kind for *_, kinds in passes for kind in kinds} == {"zero"}:
        return "gradient-is-zero"
    if held and not steps:
        return "never-steps"
    if held and not {place for _, places, *_ in steps for place in places} & reached:
        return "optimizer-holds-others"
    if steps and all(kind != "some" for _, _, kinds, _ in steps for kind in kinds):
        return "cleared-before-step"
    if held:
        return None
    moves = [event for event in events if event[0] == "changed" and event[1] in STEPS]
    if _cleared_before(events, start):
        return "cleared-before-step"
    return None if {event[2] for event in moves} & reached else "no-step"


def _cleared_before(events: list[tuple[Any, ...]], start: np.ndarray) -> bool:
    """Whether something was set to zero after the last pass, and then a step led back to the start."""
    zeroed = False
    for event in events:
        if event[0] == "pass":
            zeroed = False
        elif event[0] == "changed" and not any(event[-1]):
            zeroed = True
        elif zeroed and computed([event], start[:1], operations=STEPS):
            return True
    return False


def computed(
    events: Iterable[tuple[Any, ...]],
    theta: np.ndarray,
    kinds: tuple[str, ...] = ("new", "changed"),
    operations: set[str] | None = None,
) -> bool:
    """Whether every number of ``theta`` was computed, by one of these operations or any."""
    return holds(numbers_of(events, kinds, operations), theta)


def numbers_of(
    events: Iterable[tuple[Any, ...]],
    kinds: tuple[str, ...] = ("new", "changed"),
    operations: set[str] | None = None,
) -> np.ndarray:
    """All numbers that were computed, by one of these operations or any."""
    return np.array(
        [
            number
            for event in events
            if event[0] in kinds and (operations is None or event[1] in operations)
            for number in event[-1]
        ]
    )


def holds(numbers: np.ndarray, theta: np.ndarray) -> bool:
    """Whether every number of ``theta`` is among these."""
    return all(np.any(_near(numbers, each)) for each in theta)


def _meet(tensors: list[Any], places: Iterable[int], theta: np.ndarray) -> bool:
    """Whether one of the tensors began as a parameter, or as both."""
    small = [tensors[place][1] for place in places if place >= 0]
    return any(
        np.any(_near(np.array(numbers), each))
        for numbers in small
        if len(numbers) <= len(theta)
        for each in theta
    )


def _near(numbers: np.ndarray, each: float) -> np.ndarray:
    """Which of the numbers agree with this one, as `values.near` tells it of one number."""
    return np.isclose(numbers, each, rtol=0, atol=TRAINED * max(1.0, abs(each)))
