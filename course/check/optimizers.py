"""The judge of an optimizer that a student wrote: every event in its life is compared with descent.

An optimizer is made of parameters; then gradients are added, it steps, it clears, in an order in which
each of its duties shows. What is wrong is found out by asking less of it, one thing at a time, and by
other rules for a step that it may follow.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from course import door
from course.check import errors, problems, values
from course.check.values import TOLERANCE
from course.check.verdict import Misconception
from course.door import probes

LEFT_ALONE = 1e-3
"""Relative, for a gradient that may be the small difference of two large numbers: right ones are off
by up to 2e-5."""

CLASS_SEED = 3
"""What the class's own numbers are drawn from, where they are not rides."""

Rule = Callable[[float, np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]
"""(β, speed before, gradient) → the speed after, and what the step is lr times of."""

Speeds = list[np.ndarray | None]
"""Of each parameter, None before its first step; as gradients are None where there are none."""


def _with_momentum(beta: float, speed: np.ndarray, slope: np.ndarray) -> tuple:
    """Speed v ← βv + g, and a step of lr·v; plain descent where β = 0."""
    speed = beta * speed + slope
    return speed, speed


OTHER_RULES = (
    ("momentum-ignored", lambda beta, v, g: (v, g)),
    ("momentum-dampened", lambda beta, v, g: (beta * v + (1 - beta) * g,) * 2),
    ("momentum-dampened", lambda beta, v, g: (beta * v + (1 - beta * np.any(v)) * g,) * 2),
    ("momentum-nesterov", lambda beta, v, g: (beta * v + g, g + beta * (beta * v + g))),
    ("momentum-never-fades", lambda beta, v, g: (v + g,) * 2),
    ("momentum-step-behind", lambda beta, v, g: (beta * v + g, v)),
    ("momentum-on-the-gradient", lambda beta, v, g: (v + beta * g,) * 2),
    ("momentum-on-the-gradient", lambda beta, v, g: (beta * (v + g),) * 2),
    ("momentum-of-one-step", lambda beta, v, g: (g, g + beta * v)),
    ("momentum-subtracted", lambda beta, v, g: (g - beta * v,) * 2),
    ("momentum-swapped", lambda beta, v, g: ((1 - beta) * v + beta * g,) * 2),
    ("momentum-swapped", lambda beta, v, g: ((1 - beta) * v + g,) * 2),
    ("flipped-sign", lambda beta, v, g: (beta * v + g, -(beta * v + g))),
    *(
        ("momentum-written-in", lambda beta, v, g, fixed=fixed: (fixed * v + g,) * 2)
        for fixed in (0.9, 0.5, 0.1, 0.99)
    ),
)
"""What else momentum is taken for; the first that explains all steps is named."""


@dataclass(frozen=True)
class Trial:
    """What an optimizer is made for, and the events that it then goes through.

    The loss is the sum of (p − target)² over the parameters p that take part in it. The second one
    rests, and takes no part, until the event "join".
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
    rule: Rule = _with_momentum
    clears_speeds: bool = False
    """Whether zero_grad() clears the speeds too, which it should not."""


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
    starts = tuple(random.normal(size=shape).round(1) for shape in ((), (3,), (2,), (2, 2)))
    targets = [start + random.uniform(0.5, 1.5, start.shape) for start in starts]
    targets[3] = starts[3] - 300 * (targets[3] - starts[3])  # gradients of another sign and size
    lr, beta = round(random.uniform(0.11, 0.19), 3), round(random.uniform(0.6, 0.8), 3)
    trial = Trial(
        starts=starts,
        targets=tuple(targets),
        lr=lr,
        schedule=("zero_grad", *SCHEDULE, "step", *LATER),
        momentum=beta if momentum else None,
    )
    wrong = _wrong(optimizer, trial)
    if wrong is None:
        return
    if momentum:
        judge(optimizer, seed, momentum=False)
    later = momentum and _wrong(optimizer, replace(trial, rests=False, schedule=SCHEDULE)) is None
    easier = _with_less_momentum(trial, later) if momentum else _with_less(trial, wrong, beta)
    for tag, other in easier:
        if _wrong(optimizer, other) is None:
            raise Misconception(tag, beta=beta)
    raise wrong


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
    for tag, rule in OTHER_RULES:
        yield tag, replace(trial, rule=rule, momentum=beta)
    if isinstance(wrong, door.StudentError) and errors.explain(wrong)[0] == "shape-mismatch":
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
    kept = door.call(probes.keep_parameters, make, *trial.starts).value
    settings = {"lr": trial.lr}
    if trial.momentum is not None:
        settings["momentum"] = trial.momentum
    optimizer = door.call(probes.keep_optimizer, make, trial.generator, settings, *kept).value
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
                pull = 2 * (params[i] - trial.targets[i]) * (event == "backward")
                _pull(pull, kept[i])
                slopes[i] = pull if slopes[i] is None else slopes[i] + pull
        elif not door.call(probes.tell, optimizer, event).value:
            raise Misconception("no-graph", where="")
        elif event == "zero_grad":
            slopes = _cleared(params, kept)
            if trial.clears_speeds:
                speeds = [None] * len(params)
        else:
            params = _stepped(trial, params, slopes, speeds, kept, n_steps)
            n_steps += 1
    ((found, _),) = door.call(probes.read, bystander).value
    if found != 1:
        raise Misconception("shared-by-optimizers")


def _cleared(params: list[np.ndarray], kept: tuple) -> Speeds:
    """The gradients after zero_grad(): None or zero, as the student likes."""
    found, slopes = zip(*door.call(probes.read, *kept).value, strict=True)
    if not _same(found, params):
        raise Misconception("zero-grad-moves")
    if any(slope is not None and np.any(slope) for slope in slopes):
        raise Misconception("zero-grad-keeps")
    return list(slopes)


def _stepped(
    trial: Trial, params: list, slopes: Speeds, speeds: Speeds, kept: tuple, n_steps: int
) -> list[np.ndarray]:
    """The parameters after a right step; ``speeds`` are brought up to date."""
    moves = [np.zeros_like(p) for p in params]
    for i, slope in enumerate(slopes):
        if slope is not None:
            speed = speeds[i]
            before = np.zeros_like(slope) if speed is None else speed
            speeds[i], along = trial.rule(trial.momentum or 0.0, before, slope)
            moves[i] = -trial.lr * along
    found, found_slopes = zip(*door.call(probes.read, *kept).value, strict=True)
    changed = not _same(_filled(found_slopes, params), _filled(slopes, params), LEFT_ALONE)
    if not _same(found, [p + move for p, move in zip(params, moves, strict=True)]):
        if _same(found, params) and changed:
            raise Misconception("step-changes-gradient")
        raise _wrong_step(trial, params, found, slopes, n_steps)
    if changed:
        raise Misconception("step-changes-gradient")
    return list(found)


def _pull(slope: np.ndarray, param: object) -> None:
    """Add ``slope`` to the gradient of a parameter, as backward() does."""
    if not door.call(probes.pull, (slope,), param).value:
        raise Misconception("no-graph", where="")


def _wrong_step(
    trial: Trial, before: Iterable, after: Iterable, slopes: Iterable, n_steps: int
) -> Misconception:
    """The idea behind a step that moved the parameters from ``before`` to something wrong.

    Args:
        slopes: their gradients, None where there is none.
        n_steps: how many steps were right before.
    """
    lr = trial.lr
    if any(a.shape != b.shape for a, b in zip(before, after, strict=True)):
        return Misconception("wrong-step", lr=lr)
    moves = [b - a for a, b in zip(before, after, strict=True)]
    slopes = _filled(slopes, before)
    if _same(after, before):
        return Misconception("step-moves-nothing")
    if trial.momentum is not None:
        return Misconception("wrong-momentum" if n_steps else "momentum-first-step")
    if n_steps:
        return Misconception("step-remembers")
    rate = -moves[0] / slopes[0]
    if _same(moves, [-rate * slope for slope in slopes]):
        if values.near(rate, -lr, 1e-4):  # no other rate that anyone would take is so near
            return Misconception("flipped-sign")
        return Misconception("step-other-rate", used=rate, lr=lr)
    right = [
        values.near(move, -lr * slope, TOLERANCE) for move, slope in zip(moves, slopes, strict=True)
    ]
    stays = [values.near(move, 0 * move, TOLERANCE) for move in moves]
    if all(fits or stayed for fits, stayed in zip(right, stays, strict=True)):
        return Misconception("one-parameter-only")
    if right[0] and not right[-1]:  # the last gradient is by far the largest
        return Misconception("clipped")
    if _decayed(lr, before, moves, slopes):
        return Misconception("weight-decay")
    if _normalised(moves, slopes):
        return Misconception("adaptive-optimizer")
    return Misconception("wrong-step", lr=lr)


def _decayed(lr: float, before: Iterable, moves: list[np.ndarray], slopes: list) -> bool:
    """Whether each step is also pulled towards zero, by one of the usual shares of the parameter.

    The last parameter is left out: its gradient is so large that rounding alone exceeds TOLERANCE.
    """
    pulls = [
        (-move / lr - slope, p)
        for move, slope, p in zip(moves[:-1], slopes[:-1], before, strict=False)
        if np.any(slope)
    ]
    return any(
        all(values.near(pull, decay * p, TOLERANCE) for pull, p in pulls)
        for decay in (1e-4, 1e-3, 1e-2, 0.1)
    )


def _normalised(moves: list[np.ndarray], slopes: list[np.ndarray]) -> bool:
    """Whether large gradients make no larger steps than small ones, five times at the most.

    The last parameter's gradient is at least 100 times as large as the first one's.
    """
    used = [(m, s) for m, s in zip(moves, slopes, strict=True) if np.any(s)]
    largest = [np.max(np.abs(move)) for move, _ in used]
    downhill = all(np.all(np.sign(move) == -np.sign(slope)) for move, slope in used)
    return downhill and max(largest) < 5 * min(largest)


def _filled(arrays: Iterable, like: Iterable) -> list[np.ndarray]:
    """The arrays, zeros in place of None."""
    return [np.zeros_like(p) if a is None else a for a, p in zip(arrays, like, strict=True)]


def _same(a: Iterable, b: Iterable, tolerance: float = TOLERANCE) -> bool:
    return all(values.near(p, q, tolerance) for p, q in zip(a, b, strict=True))
