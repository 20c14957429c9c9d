"""Checks of 03-loss-and-optimizer: the loss and the update come from torch."""

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch.nn import functional as F

from course import data, door, orders, theory
from course.check import autograd, problems, training, values
from course.check.solutions import beside_yours
from course.check.values import TOLERANCE
from course.check.verdict import Misconception, verdict
from course.door import probes

TRAINED = 5e-5
"""Relative, for a whole training run in float32: right ones are off by up to 2e-6."""

LEFT_ALONE = 1e-3
"""Relative, for a gradient that may be the small difference of two large numbers: right ones are off
by up to 2e-5."""

CLASS_SEED = 3
"""What the class's own numbers are drawn from, where they are not rides."""

OUTCOMES = ("faster", "same", "diverges")
"""What the notebook lets the learner predict."""

SWAPPABLE: dict[str, Callable[..., torch.Tensor]] = {
    "MSELoss": F.mse_loss,
    "L1Loss": F.l1_loss,
    "SmoothL1Loss": F.smooth_l1_loss,
    "BCELoss": F.binary_cross_entropy,
    "PoissonNLLLoss": F.poisson_nll_loss,
    "CrossEntropyLoss": F.cross_entropy,
}
"""The six losses of `order_matters`."""

ORDER_TAGS = {
    "loses an update": "order-loses-update",
    "previous gradient": "order-previous-gradient",
    "frozen": "order-frozen",
}
"""What the kinds of wrong order that run are called in the messages; there are no others."""


@verdict
def prediction_reduction(predicted: object) -> None:
    """One of the three outcomes; a guess counts when it is one."""
    word = str.strip(predicted).lower() if door.is_a(predicted, str) else ""
    if word not in OUTCOMES:
        raise Misconception("not-an-outcome", got=door.describe(predicted))


forward = autograd.forward
"""Unchanged from 02-autograd."""


@verdict
def loss_fn(loss_fn: Callable, seed: int | None = None) -> None:
    """`loss_fn(y_pred, y)`: the mean squared error that 02-autograd asked for, whoever wrote it."""
    try:
        inspect.unwrap(autograd.mse_loss)(loss_fn, seed)
    except Misconception as wrong:
        if wrong.tag == "wrong-value" and _another_loss(loss_fn):
            raise Misconception("another-loss") from None
        raise


@verdict
def order(order: object, seed: int | None = None) -> None:
    """The letters of the five lines, in an order that trains; the verdict is that of running it."""
    given: object = np.ndarray.tolist(order) if type(order) is np.ndarray else order
    items = given if type(given) is list or type(given) is tuple or type(given) is str else ()
    letters = [item.strip().upper() if type(item) is str else "?" for item in items]
    if sorted(letters) != sorted(orders.LINES):
        raise Misconception("order-incomplete", got=door.describe(order))
    x, y = problems.rides(seed)
    try:
        path = orders.run(letters, x, y)
    except NameError as error:
        raise Misconception("order-name-error", text=str(error)) from None
    right = theory.trajectory(x, y, (0.0,), 0.01, orders.N_EPOCHS)[:, 0]
    if not values.near(path, right, TRAINED):
        raise Misconception(ORDER_TAGS[orders.kind(letters, x, y)])


@verdict
def order_matters(order_matters: object, seed: int | None = None) -> None:
    """For each of six losses whether swapping its arguments changes it; the losses are run."""
    given = dict(dict.items(order_matters)) if door.is_a(order_matters, dict) else {}
    answers = {name: _flag(answer) for name, answer in given.items()}
    if set(answers) != set(SWAPPABLE) or None in answers.values():
        keys = ", ".join(map(door.describe, answers))
        got = f"a dict with {keys}" if answers else door.describe(order_matters)
        raise Misconception("order-matters-form", got=got)
    random = problems.generator(seed, in_class=CLASS_SEED)
    # between 0 and 1, where all six are defined
    a, b = (torch.tensor(random.uniform(0.1, 0.9, 5)) for _ in "ab")
    changes = {
        name: not torch.isclose(loss(a, b), loss(b, a)).item() for name, loss in SWAPPABLE.items()
    }
    for tag, truth in (("order-matters-missed", True), ("order-matters-imagined", False)):
        wrong = [name for name in changes if changes[name] is truth and answers[name] is not truth]
        if wrong:
            raise Misconception(tag, names=", ".join(wrong))


@dataclass(frozen=True)
class OptimizerTrial:
    """What an optimizer is made for, and the events that it then goes through.

    The loss is the sum of (p − target)² over all parameters p that have a target; a parameter
    without one takes no part in it.
    """

    starts: tuple[np.ndarray, ...]
    targets: tuple[np.ndarray | None, ...]
    lr: float
    schedule: tuple[str, ...]
    generator: bool = True
    """Whether the parameters come as a generator, as `model.parameters()` gives them."""
    second: bool = True
    """Whether another optimizer, with another rate, is made after this one."""


SCHEDULE = (
    *("backward", "step", "zero_grad"),
    *("backward", "step"),  # not cleared: the next gradient is added to this one
    *("backward", "step", "step", "zero_grad"),
    *("backward", "step", "zero_grad"),
)
"""Events in which each duty of an optimizer shows, and what it remembers of earlier ones."""


@verdict
def my_sgd(MySGD: Callable, seed: int | None = None) -> None:
    """`MySGD(params, lr)` with `step()` and `zero_grad()`: does what torch.optim.SGD does."""
    random = problems.generator(seed, in_class=CLASS_SEED)
    starts = tuple(random.normal(size=shape).round(1) for shape in ((), (3,), (2,), (2, 2)))
    targets = [start + random.uniform(0.5, 1.5, start.shape) for start in starts]
    targets[3] = starts[3] - 300 * (targets[3] - starts[3])  # gradients of another sign and size
    trial = OptimizerTrial(
        starts=starts,
        targets=(targets[0], None, *targets[2:]),
        lr=round(random.uniform(0.11, 0.19), 3),
        schedule=("zero_grad", *SCHEDULE, "step"),
    )
    wrong = _wrong_optimizer(MySGD, trial)
    if wrong is None:
        return
    all_used = replace(trial, targets=tuple(targets), schedule=SCHEDULE)
    # what it cannot do is the first thing without which it is right: one thing taken away, then two
    for tag, easier in (
        ("none-not-skipped", all_used),
        ("generator-exhausted", replace(trial, generator=False)),
        ("shared-by-optimizers", replace(trial, second=False)),
        ("none-not-skipped", replace(all_used, generator=False)),
        ("shared-by-optimizers", replace(all_used, generator=False, second=False)),
    ):
        if _wrong_optimizer(MySGD, easier) is None:
            raise Misconception(tag)
    raise wrong


@verdict
def train_sgd(train_sgd: Callable, seed: int | None = None) -> None:
    """`train_sgd(x, y, w0=0.0, lr=0.01, n_epochs=100)` → (w, history)."""
    training.judge_function(
        train_sgd,
        seed=seed,
        flag_fall=0.0,
        tolerance=TRAINED,
        default=training.TrainingRun(theta0=(0.0,), lr=0.01, n_epochs=100),
        make=training.float32_tensor,
    )


@verdict
def lr_max(lr_max: Callable, seed: int | None = None) -> None:
    """`lr_max(x)` → float, 2/λ_max of the mean squared error in (w, b)."""
    x, _ = problems.rides(seed)
    # With N = 4 first, two suspects would give one number. The last are all of one sign, unlike
    # those of a seed.
    for rides in (x[:3], x, 0.4 * x + 3):
        reply = door.call(lr_max, rides)
        values.unchanged((rides,), reply.args, ("x",))
        got = values.number(reply.value, "one number, the largest stable learning rate")
        smallest, largest = np.linalg.eigvalsh(theory.hessian(rides, bias=True))
        n, s1, s2 = len(rides), np.sum(rides), np.sum(rides**2)
        alone = theory.hessian(rides, bias=False)[0, 0]
        suspects = [
            ("largest-eigenvalue", largest),
            ("one-over-lambda", 1 / largest),
            ("missing-2-in-hessian", 4 / largest),
            ("sum-in-hessian", 2 / (n * largest)),
            ("sum-in-hessian", 4 / (n * largest)),
            ("smallest-eigenvalue", 2 / smallest),
            ("bias-forgotten", 2 / alone),
            ("bias-forgotten", 1 / alone),
            ("best-not-largest", 2 / (largest + smallest)),
            ("fixed-rides", _bound(4, 30, 10, 4)),
            ("fixed-rides", _bound(4, s2, s1, 4)),
            ("corner-is-n", _bound(n, s2, s1, 1)),
            ("square-of-the-sum", _bound(n, s1**2, s1, n)),
            ("averaged-twice", n * 2 / largest),
            ("missing-2-in-hessian", 8 / largest),
            ("square-forgotten", _bound(n, s1, s1, n)),
            ("corner-is-n", _bound(n, s2, s1, 4)),
            ("not-an-eigenvalue", 2 / (largest * smallest)),
            ("not-an-eigenvalue", 2 / np.hypot(largest, smallest)),
            ("not-an-eigenvalue", n / (s2 + abs(s1))),
            ("centred-distances", 2 / max(2.0, 2 * np.var(rides))),
            *(("rounded-bound", round(2 / largest, digits)) for digits in (2, 3, 4)),
        ]
        values.judge(got, 2 / largest, suspects, TOLERANCE, n=n)


@verdict
def train_sgd_wb(train_sgd_wb: Callable, seed: int | None = None) -> None:
    """`train_sgd_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000)` → (w, b, history)."""
    training.judge_function(
        train_sgd_wb,
        seed=seed,
        flag_fall=data.FLAG_FALL,
        tolerance=TRAINED,
        default=training.TrainingRun(theta0=(0.0, 0.0), lr=0.1, n_epochs=1000),
        make=training.float32_tensor,
    )


def _another_loss(loss_fn: Callable) -> bool:
    """Whether it gives what another loss of the notebook gives."""
    p, q = torch.tensor([0.3, 0.8, 0.4]), torch.tensor([0.6, 0.1, 0.9])
    got = door.number(door.call(loss_fn, p, q).value)
    others = [loss(p, q).item() for loss in SWAPPABLE.values()]
    return got is not None and any(values.near(got, other, TOLERANCE) for other in others)


def _bound(n: float, s2: float, s1: float, corner: float) -> float:
    """2/λ_max of 2/n·[[s2, s1], [s1, corner]]."""
    return 2 / np.linalg.eigvalsh(2 / n * np.array([[s2, s1], [s1, corner]]))[-1]


def _flag(answer: object) -> bool | None:
    """A yes or no in any of its types, else None."""
    if type(answer) is bool or issubclass(type(answer), np.bool_):
        return bool(answer)
    if door.is_a(answer, torch.Tensor) and answer.dtype is torch.bool and answer.ndim == 0:
        return bool(answer.item())
    return None


def _wrong_optimizer(optimizer: Callable, trial: OptimizerTrial) -> Exception | None:
    """What is wrong with ``optimizer`` in this trial: a Misconception or the StudentError."""
    try:
        _judge_trial(trial, optimizer)
    except Misconception as wrong:
        return wrong
    except door.StudentError as error:
        if "Boolean value of Tensor" in str(error):
            return Misconception("truth-of-a-gradient")
        return error
    return None


def _judge_trial(trial: OptimizerTrial, make: Callable) -> None:
    """Judge ``trial`` where torch's optimizers are switched off all the time."""
    off = door.call(probes.switch_off_optimizers, make).value
    try:
        _judge_events(trial, make)
    finally:
        door.call(probes.tell, off, "close")


def _judge_events(trial: OptimizerTrial, make: Callable) -> None:
    """Take a new optimizer through the events of ``trial``, and compare it with gradient descent.

    The gradients of a step follow from where the last one led.

    Raises:
        Misconception: after an event, the parameters or gradients are not those of plain descent.
    """
    kept = door.call(probes.keep_parameters, make, *trial.starts).value
    optimizer = door.call(probes.keep_optimizer, make, trial.lr, trial.generator, *kept).value
    (bystander,) = door.call(probes.keep_parameters, make, np.array(1.0)).value
    if trial.second:
        door.call(probes.keep_optimizer, make, 7 * trial.lr, False, bystander)
    params, n_steps = list(trial.starts), 0
    slopes: list[np.ndarray | None] = [None] * len(params)
    for event in trial.schedule:
        _pull(np.array(1.0), bystander)
        if event == "backward":
            pulls = [
                None if t is None else 2 * (p - t)
                for p, t in zip(params, trial.targets, strict=True)
            ]
            for pull, param in zip(pulls, kept, strict=True):
                if pull is not None:
                    _pull(pull, param)
            slopes = [_added(slope, pull) for slope, pull in zip(slopes, pulls, strict=True)]
            continue
        if not door.call(probes.tell, optimizer, event).value:
            raise Misconception("no-graph", where="")
        found, found_slopes = zip(*door.call(probes.read, *kept).value, strict=True)
        if event == "zero_grad":
            slopes = [None] * len(params)
            if not _same(found, params):
                raise Misconception("zero-grad-moves")
            if any(slope is not None and np.any(slope) for slope in found_slopes):
                raise Misconception("zero-grad-keeps")
        else:
            moves = [0 if slope is None else -trial.lr * slope for slope in slopes]
            moved = [p + move for p, move in zip(params, moves, strict=True)]
            if not _same(found, moved):
                raise _wrong_step(trial.lr, params, found, slopes, n_steps)
            if not _same(_filled(found_slopes, params), _filled(slopes, params), LEFT_ALONE):
                raise Misconception("step-changes-gradient")
            params = list(found)
            n_steps += 1
    ((found, _),) = door.call(probes.read, bystander).value
    if found != 1:
        raise Misconception("shared-by-optimizers")


def _pull(slope: np.ndarray, param: object) -> None:
    """Add ``slope`` to the gradient of a parameter, as backward() does."""
    if not door.call(probes.pull, (slope,), param).value:
        raise Misconception("no-graph", where="")


def _added(slope: np.ndarray | None, pull: np.ndarray | None) -> np.ndarray | None:
    return slope if pull is None else pull if slope is None else slope + pull


def _wrong_step(
    lr: float, before: Iterable, after: Iterable, slopes: Iterable, n_steps: int
) -> Misconception:
    """The idea behind a step that moved the parameters from ``before`` to something wrong.

    Args:
        slopes: their gradients, None where there is none.
        n_steps: how many steps were right before.
    """
    if any(a.shape != b.shape for a, b in zip(before, after, strict=True)):
        return Misconception("wrong-step", lr=lr)
    moves = [b - a for a, b in zip(before, after, strict=True)]
    slopes = _filled(slopes, before)
    if _same(after, before):
        return Misconception("step-moves-nothing")
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


EXERCISES = (
    forward,
    loss_fn,
    prediction_reduction,
    order_matters,
    order,
    my_sgd,
    train_sgd,
    lr_max,
    train_sgd_wb,
)
"""In the order of the notebook."""

solution = beside_yours(__name__, EXERCISES)
