"""Checks of 03-loss-and-optimizer: the loss and the update come from torch."""

import inspect
from collections.abc import Callable

import numpy as np
import torch
from torch.nn import functional as F

from course import data, door, orders, theory
from course.check import autograd, messages, optimizers, problems, training, values
from course.check.minibatches import train_minibatch
from course.check.solutions import beside_yours
from course.check.values import TOLERANCE
from course.check.verdict import Misconception, verdict

TRAINED = 5e-5
"""Relative, for a whole training run in float32: right ones are off by up to 2e-6."""

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
    """One of the three outcomes; a guess counts when it is one, and the run is told beside it."""
    word = str.strip(predicted).lower() if door.is_a(predicted, str) else ""
    if word not in OUTCOMES:
        raise Misconception("not-an-outcome", got=door.describe(predicted))
    x, y = data.taxi()
    # N times the gradient is N times the rate
    mean, total = (theory.trajectory(x, y, (0.0,), lr, 10)[-1, 0] for lr in (0.04, len(x) * 0.04))
    print(messages.text("answer-prediction-reduction", guess=word, mean=mean, total=total))


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
    if type(given) is str:
        given = given.replace(",", "").replace(" ", "")
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
    if type(order_matters) is not dict:
        raise Misconception("order-matters-form", got=door.describe(order_matters))
    answers = values.by_name(order_matters, SWAPPABLE, _flag, "True or False")
    random = problems.generator(seed, in_class=optimizers.CLASS_SEED)
    # between 0 and 1, where all six are defined
    a, b = (torch.tensor(random.uniform(0.1, 0.9, 5)) for _ in "ab")
    changes = {
        name: not torch.isclose(loss(a, b), loss(b, a)).item() for name, loss in SWAPPABLE.items()
    }
    for tag, truth in (("order-matters-missed", True), ("order-matters-imagined", False)):
        wrong = [name for name in changes if changes[name] is truth and answers[name] is not truth]
        if wrong:
            raise Misconception(tag, names=", ".join(wrong))


@verdict
def my_sgd(MySGD: Callable, seed: int | None = None, momentum: bool | None = None) -> None:
    """`MySGD(params, lr, momentum=0.0)` with `step()` and `zero_grad()`, as torch.optim.SGD.

    Args:
        momentum: whether it is asked with momentum; None: without, and then with it.
    """
    for asked in (False, True) if momentum is None else (momentum,):
        optimizers.judge(MySGD, seed, asked)


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
    # With N = 4 first, two suspects would give one number. The next are all of one sign, unlike
    # those of a seed. The last are so short that `eigvals` gives the two values the other way round.
    for rides in (x[:3], x, 0.4 * x + 3, 0.1 * x):
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
            ("corner-is-n", _bound(n, s2, s1, n**2)),
            ("factor-not-everywhere", _bound(n, s2, s1 / 2, n)),
            ("factor-not-everywhere", _bound(n, s2, n * s1 / 2, n)),
            ("factor-not-everywhere", _bound(n, s2, n * s1 / 2, n**2 / 2)),
            ("not-an-eigenvalue", 2 / (largest * smallest)),
            ("not-an-eigenvalue", 2 / np.hypot(largest, smallest)),
            ("not-an-eigenvalue", n / (s2 + abs(s1))),
            ("centred-distances", 2 / max(2.0, 2 * np.var(rides))),
            *(("rounded-bound", round(2 / largest, digits)) for digits in (2, 3, 4)),
        ]
        values.judge(got, 2 / largest, suspects, TOLERANCE, n=n)


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
    """A yes or no in any of its types, 1 or 0 among them, else None."""
    if type(answer) is bool or issubclass(type(answer), np.bool_):
        return bool(answer)
    if door.is_a(answer, torch.Tensor) and answer.dtype is torch.bool:
        answer = answer.long()
    number = door.number(answer)
    return bool(number) if number in (0, 1) else None


EXERCISES = (
    loss_fn,
    prediction_reduction,
    order_matters,
    order,
    my_sgd,
    train_sgd,
    lr_max,
    train_minibatch,
)
"""In the order of the notebook."""

solution = beside_yours(__name__, EXERCISES)
