"""Checks of 03-loss-and-optimizer: the loss and the update come from torch."""

import inspect
from collections.abc import Callable

import numpy as np
import torch
from torch.nn import functional as F

from course import data, door, orders, theory
from course.check import (
    autograd,
    messages,
    optimizers,
    problems,
    training,
    values,
    wrong_bounds,
)
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

OTHER_LOSSES: tuple[Callable[..., torch.Tensor], ...] = (
    *SWAPPABLE.values(),
    F.binary_cross_entropy_with_logits,
    F.soft_margin_loss,
    F.hinge_embedding_loss,
    lambda p, q: torch.mean(q * (torch.log(q) - p)),  # nn.KLDivLoss
)
"""What a learner may build in place of the mean squared error."""

_LINES = [line.lower() for line in orders.LINES.values()]
"""The five lines, as they are looked for in an order that has them in place of their letters."""

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
        if wrong.tag in ("wrong-value", "not-finite") and _another_loss(loss_fn):
            raise Misconception("another-loss") from None
        raise


@verdict
def order(order: object, seed: int | None = None) -> None:
    """The letters of the five lines, in an order that trains; the verdict is that of running it."""
    letters = _letters(np.ndarray.tolist(order) if type(order) is np.ndarray else order)
    x, y = problems.rides(seed)
    try:
        path = orders.run(letters, x, y)
    except NameError as error:
        raise Misconception("order-name-error", text=str(error)) from None
    right = theory.trajectory(x, y, (0.0,), 0.01, orders.N_EPOCHS)[:, 0]
    if not values.near(path, right, TRAINED):
        raise Misconception(ORDER_TAGS[orders.kind(letters, x, y)])


def _letters(given: object) -> list[str]:
    """The five letters of an order, each of them once.

    Raises:
        Misconception: it holds something else, or not these.
    """
    one_text = given[0] if type(given) is list and len(given) == 1 else given
    if type(one_text) is str and len(one_text.strip()) > 1 and one_text is not given:
        raise Misconception("order-in-one-text", got=door.describe(one_text))
    if type(given) is str and any(not sign.isalpha() for sign in given.strip()):
        raise Misconception("order-in-one-text", got=door.describe(given))
    items = given if door.is_list(given) or type(given) is str else ()
    letters = [item.strip().upper() if type(item) is str else "?" for item in items]
    if any(
        "".join(line.split()) in "".join(text.split()).lower()
        for text in letters
        for line in _LINES
    ):
        raise Misconception("order-of-lines")
    twice = [letter for letter in orders.LINES if letters.count(letter) > 1]
    missing = [letter for letter in orders.LINES if letter not in letters]
    known = bool(letters) and all(letter in orders.LINES for letter in letters)
    if known and twice:
        raise Misconception("order-letter-twice", letters=", ".join(twice))
    if known and missing:
        raise Misconception("order-letter-missing", letters=", ".join(missing))
    if twice or missing or not known:
        raise Misconception("order-incomplete", got=door.describe(given))
    return letters


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
    asked = [x[:3], x, 0.4 * x + 3, 0.1 * x]
    cases: list[tuple] = []
    for rides in asked:
        reply = door.call(lr_max, rides)
        values.unchanged((rides,), reply.args, ("x",))
        right = 2 / np.linalg.eigvalsh(theory.hessian(rides, bias=True))[-1]
        _among_others(reply.value, right)
        got = values.number(reply.value, "one number, the largest stable learning rate")
        suspects = [
            *wrong_bounds.suspects(rides),
            ("rounded-bound", got if abs(got - right) < 0.005 * right else np.nan),
            ("bound-ignores-rides", cases[0][0] if cases else got),
        ]
        cases.append((got, right, suspects))
    bounds = np.array([case[0] for case in cases])
    if wrong_bounds.by_position(bounds, asked):
        raise Misconception("eigenvalue-by-position")
    facts = {"n": len(x), "n_minus_1": len(x) - 1, "got": values.shown(bounds[0])}
    values.judge_all(cases, TOLERANCE, **facts)


def _among_others(value: object, right: float) -> None:
    """Raise a Misconception if the bound comes back with other numbers."""
    items = value if door.is_list(value) else door.vector(value)
    numbers = [door.number(item) for item in items] if items is not None else []
    if len(numbers) > 1 and any(
        n is not None and values.near(n, right, TOLERANCE) for n in numbers
    ):
        raise Misconception("bound-among-others")


def _another_loss(loss_fn: Callable) -> bool:
    """Whether it gives what another loss of torch gives."""
    p, q = torch.tensor([0.3, 0.8, 0.4]), torch.tensor([0.6, 0.1, 0.9])
    got = door.number(door.call(loss_fn, p, q).value)
    others = [loss(p, q).item() for loss in OTHER_LOSSES]
    return got is not None and any(values.near(got, other, TOLERANCE) for other in others)


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
