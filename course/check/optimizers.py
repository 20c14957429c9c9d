"""The judge of an optimizer that a student wrote: every event in its life is compared with descent.

An optimizer is made of parameters; then gradients are added, it steps, it clears, in an order in which
each of its duties shows. What is wrong is found out by asking less of it, one thing at a time, and by
other rules for a step that it may follow.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from course import door
from course.check import errors, problems, wrong_moves
from course.check.speeds import OTHER_RULES, Rule, with_fixed_momentum, with_momentum
from course.check.verdict import Misconception
from course.check.wrong_moves import same
from course.door import probes

LEFT_ALONE = 1e-3
"""Relative, for a gradient that may be the small difference of two large numbers: right ones are off
by up to 2e-5."""

CLASS_SEED = 3
"""What the class's own numbers are drawn from, where they are not rides."""

Speeds = list[np.ndarray | None]
"""Of each parameter, None before its first step; as gradients are None where there are none."""


@dataclass(frozen=True)
class Trial:
    """What an optimizer is made for, and the events that it then goes through.

    The loss is the sum of (p − target)², each with another weight, over the parameters p that take part
    in it; so their gradients do not shrink alike. The second one rests, and takes no part, until the
    event "join".
    """

    starts: tuple[np.ndarray, ...]
    targets: tuple[np.ndarray, ...]
    lr: float
    schedule: tuple[str, ...]
    momentum: float | None = None
    """None: it is made without being told one."""
    rests: bool = True
    generator: bool = True
    """Whether the parameters come as a generator, as `model.parameters()` gives them."""
    second: bool = True
    """Whether another optimizer, with another rate, is made after this one."""
    rule: Rule = with_momentum
    clears_speeds: bool = False
    """Whether zero_grad() clears the speeds too, which it should not."""
    speed_is_slope: bool = False
    """Whether the first speed is the gradient under a second name, which it should not be."""


CLEARED: tuple[str, ...] = ("backward", "step", "zero_grad") * 3
"""Events in which no gradient is added to another one."""

MOVING = (
    *("backward", "step"),  # not cleared: the next gradient is added to this one
    *("backward", "step", "zero_grad"),
    *("backward", "step", "step", "zero_grad"),
    *("backward", "step", "zero_grad"),
)
"""Events in which no gradient is zero."""

SCHEDULE = (*MOVING, "stand", "step", "zero_grad")
"""Events in which each duty of an optimizer shows, and what it remembers of earlier ones."""

LATER = (
    *("join", "backward", "step", "backward", "step", "zero_grad"),
    *("backward", "forget", "step", "backward", "step"),
)
"""A parameter has its first gradient late, and another one loses its gradient before a step."""


def judge(optimizer: Callable, seed: int | None, momentum: bool) -> None:
    """Raise the Misconception behind what is wrong with a student's class, if anything is."""
    random = problems.generator(seed, in_class=CLASS_SEED)
    shapes = ((), (3,), (2,), (3,), (2, 2))  # two are alike, so that no shape says which one it is
    starts = tuple(random.normal(size=shape).round(1) for shape in shapes)
    away = [random.uniform(0.5, 1.5, shape) for shape in shapes]
    away[2] *= 0.02  # gradients that are small
    away[-1] *= -300  # and others of another sign and size
    lr, beta = round(random.uniform(0.11, 0.19), 3), round(random.uniform(0.6, 0.8), 3)
    trial = Trial(
        starts=starts,
        targets=tuple(start + far for start, far in zip(starts, away, strict=True)),
        lr=lr,
        schedule=("zero_grad", *SCHEDULE, "step", *LATER),
        momentum=beta if momentum else None,
    )
    wrong = _wrong(optimizer, trial)
    if wrong is None:
        wrong = _wrong(optimizer, replace(trial, generator=False, schedule=CLEARED))
        if wrong is None:
            return
        raise wrong
    if momentum:
        judge(optimizer, seed, momentum=False)
    later = momentum and _wrong(optimizer, replace(trial, rests=False, schedule=SCHEDULE)) is None
    easier = _with_less_momentum(trial, later) if momentum else _with_less(trial, wrong, beta)
    for tag, other in easier:
        found = _wrong(optimizer, other)
        if found is None:
            raise Misconception(tag, beta=beta)
        if other.schedule is CLEARED and _tag(found) == "step-changes-gradient":
            raise found
    if _tag(wrong) == "step-moves-nothing" and _of_copies(optimizer, trial):
        raise Misconception("optimizer-of-copies")
    if _tag(wrong) == "momentum-first-step" and _outlived(optimizer, trial):
        raise Misconception("speeds-outlive")
    raise wrong


def _tag(wrong: Exception) -> str:
    return wrong.tag if isinstance(wrong, Misconception) else ""


def _with_less(trial: Trial, wrong: Exception, beta: float) -> Iterator[tuple[str, Trial]]:
    """Trials that ask for less, and what an optimizer cannot do for which such a one is right.

    The first ones take one thing away, the later ones two; the last ones are about its memory.

    Args:
        wrong: what is wrong with it in ``trial``.
        beta: a momentum with which some wrong rule for a step may be told by its steps.
    """
    all_used = replace(trial, rests=False, schedule=SCHEDULE)
    yield "none-not-skipped", all_used
    yield "generator-exhausted", replace(trial, generator=False)
    yield "shared-by-optimizers", replace(trial, second=False)
    yield "none-not-skipped", replace(all_used, generator=False)
    yield "shared-by-optimizers", replace(all_used, generator=False, second=False)
    yield "speed-is-the-gradient", replace(all_used, schedule=CLEARED)
    if _tag(wrong) == "step-moves-nothing":
        yield "zero-grad-forgets", replace(all_used, schedule=("backward", "step"))
        yield "moves-only-with-momentum", replace(trial, momentum=beta)
    for tag, rule in OTHER_RULES:
        yield tag, replace(trial, rule=rule, momentum=beta)
    for rule in with_fixed_momentum():
        yield "momentum-unasked", replace(trial, rule=rule)
    if (
        isinstance(wrong, door.StudentError)
        and errors.explain(wrong, "my_sgd")[0] == "shape-mismatch"
    ):
        yield "momentum-shared", _for_one(all_used)


def _with_less_momentum(trial: Trial, later: bool) -> Iterator[tuple[str, Trial]]:
    """The same for an optimizer that is right without momentum; in the end, other rules for a step.

    Args:
        later: whether it is right where every parameter has its gradient from the first step on.
    """
    none_lost = tuple(event for event in LATER if event != "forget")
    yield "momentum-without-gradient", replace(trial, schedule=(*SCHEDULE, *none_lost))
    yield "momentum-without-slope", replace(trial, schedule=("zero_grad", *MOVING, *LATER))
    yield "shared-by-optimizers", replace(trial, second=False)
    if later:
        return
    yield "speed-is-the-gradient", replace(trial, rests=False, schedule=CLEARED)
    yield "speed-is-the-gradient", replace(trial, speed_is_slope=True)
    yield "speed-is-the-gradient", replace(trial, rests=False, schedule=MOVING, speed_is_slope=True)
    yield "momentum-shared", _for_one(trial)
    for tag, rule in OTHER_RULES:
        yield tag, replace(trial, rule=rule)
    yield "momentum-cleared", replace(trial, clears_speeds=True)


def _for_one(trial: Trial) -> Trial:
    """The same for the first parameter alone."""
    return replace(trial, starts=trial.starts[:1], targets=trial.targets[:1], rests=False)


def _wrong(optimizer: Callable, trial: Trial) -> Exception | None:
    """What is wrong with ``optimizer`` in this trial: a Misconception or the StudentError."""
    off = door.call(probes.switch_off_optimizers, optimizer).value  # torch's, all the time
    try:
        _judge_events(trial, optimizer)
    except Misconception as wrong:
        return wrong
    except door.StudentError as error:
        if "Boolean value of Tensor" in str(error):
            return Misconception("truth-of-a-gradient")
        return error
    finally:
        door.call(probes.tell, off, "close")
    return None


def _judge_events(trial: Trial, make: Callable) -> None:
    """Take a new optimizer through the events of ``trial``, and compare it with gradient descent.

    The gradients of a step follow from where the last one led.

    Raises:
        Misconception: after an event, the parameters or gradients are not those of descent.
    """
    kept, optimizer = _made(trial, make)
    (bystander,) = door.call(probes.keep_parameters, make, np.array(1.0)).value
    if trial.second:
        other = {"lr": 7 * trial.lr}
        door.call(probes.keep_optimizer, make, False, other, bystander)
    params, n_steps = list(trial.starts), 0
    slopes: Speeds = [None] * len(params)
    speeds: Speeds = [None] * len(params)
    resting = {1} if trial.rests else set()
    for event in trial.schedule:
        _pull(np.array(1.0), bystander)
        if event == "join":
            resting = set()
        elif event == "forget":
            door.call(probes.forget_gradient, kept[0])
            slopes[0] = None
        elif event in ("backward", "stand"):
            for i in sorted(set(range(len(params))) - resting):
                pull = (2 - 0.3 * i) * (params[i] - trial.targets[i]) * (event == "backward")
                _pull(pull, kept[i])
                slope = np.zeros_like(params[i]) if slopes[i] is None else slopes[i]
                slope += pull  # in place, as torch does it
                slopes[i] = slope
        elif not door.call(probes.tell, optimizer, event).value:
            raise Misconception("recording-left-off", method=event)
        elif event == "zero_grad":
            slopes = _cleared(params, kept, slopes)
            if trial.clears_speeds:
                speeds = [None] * len(params)
        else:
            params = _stepped(trial, params, slopes, speeds, kept, n_steps)
            n_steps += 1
    ((found, _),) = door.call(probes.read, bystander).value
    if found != 1:
        raise Misconception("shared-by-optimizers")


def _made(trial: Trial, make: Callable) -> tuple[tuple, object]:
    """Parameters, and a new optimizer of them.

    Raises:
        Misconception: the parameters are no longer where they were.
    """
    kept = door.call(probes.keep_parameters, make, *trial.starts).value
    settings = {"lr": trial.lr}
    if trial.momentum is not None:
        settings["momentum"] = trial.momentum
    made = door.call(probes.keep_optimizer, make, trial.generator, settings, *kept)
    optimizer, untouched = made.value
    if not untouched:
        raise Misconception("changed-input", name="list of parameters")
    found, _ = zip(*door.call(probes.read, *kept).value, strict=True)
    if not same(found, trial.starts):
        raise Misconception("init-moves")
    return kept, optimizer


def _of_copies(optimizer: Callable, trial: Trial) -> bool:
    """Whether it stores tensors, and none of the parameters that it was given."""
    kept, made = _made(trial, optimizer)
    return door.call(probes.holds_others, made, *kept).value


def _outlived(optimizer: Callable, trial: Trial) -> bool:
    """Whether the first step of an optimizer depends on what another one did before it."""

    def first_step(targets: tuple[np.ndarray, ...]) -> list[np.ndarray]:
        kept, made = _made(trial, optimizer)
        for start, target, param in zip(trial.starts, targets, kept, strict=True):
            _pull(2 * (start - target), param)
        door.call(probes.tell, made, "step")
        return [found for found, _ in door.call(probes.read, *kept).value]

    first_step(trial.targets)
    one = first_step(trial.targets)
    first_step(trial.starts)
    return not same(one, first_step(trial.targets))


def _cleared(params: list[np.ndarray], kept: tuple, before: Speeds) -> Speeds:
    """The gradients after zero_grad(): None or zero, as the student likes."""
    found, slopes = zip(*door.call(probes.read, *kept).value, strict=True)
    if not same(found, params):
        raise Misconception("zero-grad-moves")
    left = [bool(slope is not None and np.any(slope)) for slope in slopes]
    if any(left):
        had = [slope is not None and np.any(slope) for slope in before]
        some = any(full and not keeps for full, keeps in zip(had, left, strict=True))
        raise Misconception("zero-grad-some" if some else "zero-grad-keeps")
    for slope in before:
        if slope is not None:
            slope[...] = 0
    return [None if new is None else old for new, old in zip(slopes, before, strict=True)]


def _stepped(
    trial: Trial, params: list, slopes: Speeds, speeds: Speeds, kept: tuple, n_steps: int
) -> list[np.ndarray]:
    """The parameters after a right step; ``speeds`` are brought up to date."""
    moves, beta = [np.zeros_like(p) for p in params], trial.momentum or 0.0
    for i, slope in enumerate(slopes):
        if slope is not None:
            speed = speeds[i]
            before = np.zeros_like(slope) if speed is None else speed
            speeds[i], along = trial.rule(beta, before, slope.copy(), speed is None)
            if trial.speed_is_slope and speed is None:
                speeds[i] = slope
            moves[i] = -trial.lr * along
    found, found_slopes = zip(*door.call(probes.read, *kept).value, strict=True)
    changed = not same(_filled(found_slopes, params), _filled(slopes, params), LEFT_ALONE)
    if not same(found, [p + move for p, move in zip(params, moves, strict=True)]):
        if same(found, params) and changed:
            raise Misconception("step-changes-gradient")
        asked = trial.momentum is not None
        filled = _filled(slopes, params)
        raise wrong_moves.of_a_step(trial.lr, params, list(found), filled, n_steps, asked)
    if changed:
        raise Misconception("step-changes-gradient")
    return list(found)


def _pull(slope: np.ndarray, param: object) -> None:
    """Add ``slope`` to the gradient of a parameter, as backward() does."""
    if not door.call(probes.pull, (slope,), param).value:
        raise Misconception("parameter-frozen")


def _filled(arrays: Iterable, like: Iterable) -> list[np.ndarray]:
    """The arrays, zeros in place of None."""
    return [np.zeros_like(p) if a is None else a for a, p in zip(arrays, like, strict=True)]
