"""How a loop stepped, told by what it was seen to do: with which optimizer, at which rates, on how many rides.

That its parameters are wrong is known before. `probes.watched` says on the student's side what there was;
here it is read. It explains, and gives nothing.
"""

from collections.abc import Callable, Mapping
from typing import Any

from course import door
from course.check.verdict import Misconception
from course.door import probes

Events = list[tuple[Any, ...]]

BEHIND = ("one-step-behind", "order-loses-update")
OPEN = (*BEHIND, "wrong-trajectory", "later-steps-differ")
"""Tags of what numbers alone leave open, where it is told better by what PyTorch was asked to do."""

LATE = 100
"""Epochs in which a scheduler acts that acts late."""


def explain(
    tag: str, function: Callable, *args: object, n_epochs: int, rides: int, **kwargs: Any
) -> None:
    """Raise the Misconception behind a loop that steps otherwise than plain gradient descent, if it can be seen.

    Args:
        tag: what its numbers said; nothing is looked at where that leaves nothing `OPEN`.
        function: it is called with ``args``, ``kwargs`` and ``n_epochs``, as before.
        rides: how many there are in each epoch, for one step.
    """
    if tag not in OPEN:
        return
    if tag == "later-steps-differ":
        n_epochs = LATE
    reply = door.call(probes.watched, function, *args, n_epochs=n_epochs, **kwargs)
    events: Events = reply.value["events"]
    steps = sum(event[0] == "step" for event in events)
    if tag not in BEHIND:
        explain_optimizer(reply.value)
        _explain_rows(events, steps <= n_epochs, rides)
    facts = {"steps": steps, "epochs": n_epochs}
    if 0 < steps < n_epochs:
        raise Misconception("step-left-out", **facts)
    if steps > n_epochs:
        raise Misconception("steps-too-many", **facts)


def explain_optimizer(seen: Mapping[str, Any]) -> None:
    """Raise the Misconception behind another optimizer than plain SGD at one rate, if one was seen.

    Args:
        seen: what `probes.watched` says of a call.
    """
    events: Events = seen["events"]
    for _, _, name, momentum, decay in (event for event in events if event[0] == "optimizer"):
        if name != "SGD":
            raise Misconception("another-optimizer", used=name)
        if momentum:
            raise Misconception("momentum")
        if decay:
            raise Misconception("weight-decay")
    rates = [event[3] for event in events if event[0] == "step"]
    if rates and min(rates) < 0.999 * max(rates):
        raise Misconception("rate-changes", first=rates[0], last=rates[-1])


def _explain_rows(events: Events, once_an_epoch: bool, rides: int) -> None:
    """Raise the Misconception behind a module that never saw all rides."""
    rows = max((event[1] for event in events if event[0] == "forward"), default=rides)
    if rows < rides and once_an_epoch:
        raise Misconception("rides-left-out")
    if rows < rides:
        raise Misconception("mini-batches" if rows > 1 else "ride-by-ride")
