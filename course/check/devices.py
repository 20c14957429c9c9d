"""The check of `pick_device`: on pretended computers, with and without accelerators.

A wrong choice is explained by what it hangs on: the same computer is tried once more with one fact
changed that says nothing about accelerators. Where the answer becomes right, that fact was asked.
"""

import re
from collections.abc import Callable
from typing import NoReturn

import torch

from course import door
from course.check import problems, values
from course.check.verdict import Misconception, verdict
from course.door import situations

COMPUTERS = (
    # accelerator that is there, accelerator that this torch could drive
    (None, None),
    (None, "cuda"),
    (None, "mps"),
    ("cuda", "cuda"),
    ("mps", "mps"),
)

MISTAKEN_FOR_AN_ANSWER = (
    ("function", "device-brackets"),
    ("switch of cudnn", "device-cudnn"),
    ("cudnn", "device-cudnn"),
    ("initialized", "device-initialized"),
    ("second card", "device-second-card"),
    ("default device", "device-default"),
    ("environment", "device-environment"),
)
"""Facts that `situations.otherwise` turns round, and what is told to whoever takes one for an answer."""


@verdict
def pick_device(pick_device: Callable, seed: int | None = None) -> None:
    """`pick_device()` → torch.device or its name, on computers with and without accelerators.

    Looking for CUDA alone is enough: on another accelerator's computer the CPU is right too.
    """
    computers = list(COMPUTERS)
    if seed is not None:
        # in an order that nobody knows, so that a table of answers is none
        random = problems.generator(seed)
        computers = [COMPUTERS[i] for _ in range(3) for i in random.permutation(len(COMPUTERS))]
    for present, built_for in computers:
        value = _outcome(pick_device, present, built_for)
        if _name(value) not in _right(present):
            _explain(pick_device, value, present, built_for)


def _right(present: str | None) -> tuple[str, ...]:
    """The names that are right where this accelerator is there."""
    if present is None:
        return ("cpu",)
    return (present, f"{present}:0") + ("cpu",) * (present == "mps")


def _outcome(
    function: Callable, present: str | None, built_for: str | None, fact: str = ""
) -> object:
    """What ``function`` returned on such a computer, or the StudentError that it raised.

    Args:
        fact: what is otherwise there; see `situations.otherwise`.
    """
    around = [situations.accelerator(present, built_for)]
    around += [situations.otherwise(fact)] if fact else []
    try:
        return door.call(function, situations=tuple(around)).value
    except door.StudentError as error:
        return error


def _name(value: object) -> str | None:
    """``value`` as the name of a device; None if it is none."""
    if type(value) is torch.device:
        return str(value)
    if type(value) is not str:
        return None
    try:
        torch.device(value)
    except RuntimeError:
        return None
    return value


def _explain(function: Callable, value: object, present: str | None, built_for: str | None) -> None:
    """Raise what is behind a wrong ``value`` on this computer."""
    for fact, tag in MISTAKEN_FOR_AN_ANSWER:
        if _name(_outcome(function, present, built_for, fact)) in _right(present):
            raise Misconception(tag)
    if isinstance(value, door.StudentError):
        _explain_stop(function, value, present)
    name = _name(value)
    if name is None:
        _explain_no_device(value)
    everywhere = [_name(_outcome(function, *computer)) for computer in COMPUTERS]
    if everywhere == ["cpu"] * len(COMPUTERS):
        raise Misconception("device-always-cpu")
    if all(found not in (None, "cpu") for found in everywhere):
        raise Misconception("device-without-asking", got=name)
    if everywhere[0] != "cpu" and everywhere[3] == "cpu":
        raise Misconception("device-wrong-way-round", got=name)
    if present is None:
        raise Misconception("device-not-there", got=name)
    if name.partition(":")[0] == present:
        raise Misconception("device-number", got=name)
    if name == "cpu" and everywhere[4] == "mps":
        raise Misconception("device-nvidia-not-found")
    if name != "cpu":
        raise Misconception("device-called-cuda", got=name, expected=present)
    raise Misconception("accelerator-not-found", got=name, expected=present)


def _explain_stop(function: Callable, error: door.StudentError, present: str | None) -> None:
    """Raise what is behind an error: a device that torch does not know, or one that is not there."""
    if unknown := re.search(r"device string: (\S+)", str(error)):
        raise Misconception("device-unknown", got=unknown[1])
    if present is None and _name(_outcome(function, "cuda", "cuda")) in _right("cuda"):
        raise Misconception("device-stops-without-one", text=values.said(error))
    raise error


def _explain_no_device(value: object) -> NoReturn:
    """Raise what a value is that is no device."""
    if value is None:
        raise Misconception("returns-none")
    if type(value) is bool:
        raise Misconception("device-is-a-truth", got=value)
    if type(value) is str:
        if "device(" in value:
            raise Misconception("device-in-quotes", got=value[:30])
        tidy = value.strip().lower()
        raise Misconception("device-misspelt" if _name(tidy) else "device-unknown", got=value[:30])
    if values.can_be_called(value):
        raise Misconception("device-not-called")
    raise Misconception("not-a-device", got=door.describe(value))
