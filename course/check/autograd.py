"""Checks of 02-autograd: the gradient moves into the library."""

import warnings
from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import ArrayLike
from torch.nn import functional

from course import data, door
from course.check import (
    derivatives,
    messages,
    pencil,
    problems,
    products,
    training,
    updates,
    values,
    wrong_formulas,
    wrong_slopes,
)
from course.check.solutions import beside_yours
from course.check.stopping import train_until
from course.check.training import float32_tensor
from course.check.verdict import Misconception, verdict
from course.door import probes

TRAINED = 2e-4
"""Relative, for what autograd computes in float32, whole training runs included: right answers are
off by up to 2e-6, also where a run diverges, and every known mistake is further away."""

BY_HAND = 1e-6
"""Relative, for numbers that no float32 has been through; a product rounded to four digits fails."""

PRICES = (1.7309, -0.7309)
"""In €/km, whose products with the distances have four digits or more."""

CAUSE = {
    "A": "9bb5c113613292be",
    "B": "11f0086b4f36174d",
    "C": "ed1ebba1ec260465",
    "D": "4f4d3f166d79ad3f",
    "E": "01b5172a6fb2c2de",
}
"""The clinic's answers, sealed."""

LOOP_IN_THE_GRAPH = 7
"""The last of the causes to choose from, which is behind no loop."""

REASSIGN = ("B", "C")
"""The loops in which `w` is given to a new tensor, so that somebody may see a circle in it."""


@verdict
def prediction_accumulate(predicted_grad: object) -> None:
    """A guess of w.grad [€·km] after two backward passes; counts when it is one."""
    guess = values.guess(predicted_grad, low=-90, high=90, unit="€·km")
    x, y = data.taxi()
    once = np.mean(2 * x * (0 * x - y))
    print(messages.text("answer-prediction-accumulate", guess=guess, once=once, twice=2 * once))


@verdict
def toy(toy_grads: object) -> None:
    """dL/dw [€·km] of the two toy rides, worked out by hand."""
    pencil.judge(toy_grads)


@verdict
def value_mul(Value: type, seed: int | None = None) -> None:
    """`Value.__mul__`: the product, its parents, and a rule that adds to both gradients."""
    random = problems.generator(seed)
    a, b, c = (2.0, -3.0, 5.0) if seed is None else random.uniform(0.5, 2.0, 3) * [1, -1, 1]
    a, b, c = float(a), float(b), float(c)
    products.judge(Value, a, b, c, BY_HAND)


@verdict
def forward(forward: Callable, seed: int | None = None) -> None:
    """`forward(x, w)`: (N,) km and €/km → (N,) €, with its graph."""
    x, _ = problems.rides(seed)
    cases = []
    for w in PRICES:
        given = float32_tensor(x), _parameter(w)
        reply = door.call(forward, *given)
        values.unchanged(given, reply.args, ("x", "w"))
        _unwatched(reply.args[:1], ("x",))
        if type(reply.value) in (list, tuple) and door.numbers(reply.value) is not None:
            raise Misconception("list-of-tensors", kind=type(reply.value).__name__)
        total = door.number(reply.value)
        for tag, one in (
            ("adds-up-rides", np.sum(w * x)),
            ("adds-up-rides", np.mean(w * x)),
            ("one-ride-only", w * x[0]),
            ("forward-last-ride", w * x[-1]),
        ):
            if total is not None and values.near(total, one, TRAINED):
                raise Misconception(tag)
        table = door.matrix(reply.value)
        if table is not None:
            rows, columns = table.shape
            raise Misconception("forward-table", rows=rows, columns=columns)
        fares = values.vector(reply.value, len(x), f"one fare for each of the {len(x)} rides")
        suspects = [
            *wrong_formulas.forward(x, w),
            ("power-for-product", np.abs(x) ** w),
            ("negative-lost", np.abs(w * x)),
            ("negative-lost", np.maximum(w * x, 0)),
            *_rounded(w * x),
            *(
                ("rides-left-out", np.where(np.arange(len(x)) == k, 0, w * x))
                for k in (0, len(x) - 1)
            ),
        ]
        again = door.vector(door.call(forward, *given).value)
        if again is None or not values.near(fares, again, TRAINED):
            raise Misconception("state-between-calls")
        cases.append((fares, w * x, suspects))
    values.judge_all(cases, TRAINED)
    weights = np.linspace(1, 2, len(x))
    for w in PRICES:
        _judge_graph(
            forward,
            args=(float32_tensor(x), _parameter(w)),
            tracked=1,
            weights=weights,
            right=np.sum(weights * x),
        )


@verdict
def mse_loss(mse_loss: Callable, seed: int | None = None) -> None:
    """`mse_loss(y_pred, y)` → 0-d tensor, the mean squared error in €², with its graph."""
    x, y = problems.rides(seed)
    n, predictions, cases = len(y), (0.5 * x + 1, 3.0 - x, y), []
    for y_pred in predictions:
        args = float32_tensor(y_pred), float32_tensor(y)
        reply = door.call(mse_loss, args[0].clone().requires_grad_(), args[1])
        values.unchanged(args, reply.args, ("y_pred", "y"))
        _unwatched(reply.args[1:], ("y",))
        several = door.vector(reply.value)
        if several is not None and len(several) == n:
            raise Misconception("one-value-per-ride")
        if door.describe(reply.value) == "a MSELoss":
            raise Misconception("loss-not-called")
        got = values.number(reply.value, "one number, the mean squared error")
        suspects = [*wrong_formulas.loss(y_pred, y), *_wrong_torch_losses(y_pred, y)]
        cases.append((got, np.mean((y_pred - y) ** 2), suspects))
    values.judge_all(cases, TRAINED, n=n, n_minus_1=n - 1)
    for y_pred in predictions:
        args = float32_tensor(y_pred), float32_tensor(y)
        with derivatives.one_walk_back():
            _judge_graph(mse_loss, args=args, tracked=0, weights=1.0, right=2 / n * (y_pred - y))
    if several is not None or door.matrix(reply.value) is not None:
        raise Misconception("loss-with-an-axis")


@verdict
def autograd_gradient(autograd_gradient: Callable, seed: int | None = None) -> None:
    """`autograd_gradient(x, y, w)` → float, dL/dw in €·km."""
    x, y = problems.rides(seed)
    cases = []
    for w in (0.9, -1.3, 3.2):  # gradients away from 1, 5 and 10, to which some are clipped
        first, again = (_derivative(autograd_gradient, x, y, w) for _ in range(2))
        right = np.mean(2 * x * (w * x - y))
        if values.near(again - first, right, TRAINED):
            raise Misconception("no-reset")
        if not values.near(first, again, TRAINED):
            raise Misconception("state-between-calls")
        cases.append((first, right, _wrong_gradients(x, y, w)))
    if all(values.near(got, cases[0][0], TRAINED) for got, _, _ in cases):
        cases = [(got, right, [*known, ("gradient-ignores-w", got)]) for got, right, known in cases]
    values.judge_all(cases, TRAINED, n=len(x), n_minus_1=len(x) - 1)
    derivatives.judge_function(autograd_gradient, x, y, 0.6, seed)


@verdict
def update_(update_: Callable, seed: int | None = None) -> None:
    """`update_(params, lr)` → None: in place, not recorded, every `.grad` cleared."""
    shift = 0.0 if seed is None else problems.generator(seed).uniform(-0.2, 0.2)
    for lr in (0.071, 0.26):  # no half, third or square of them is a rate that people write in
        updates.judge(update_, shift, lr)


@verdict
def clinic(cause: object) -> None:
    """The number of the cause behind each of the five broken loops."""
    if type(cause) is not dict:
        raise Misconception("clinic-form", got=door.describe(cause))
    letters = {values.word(loop).upper(): number for loop, number in cause.items()}
    named = letters if letters.keys() == CAUSE.keys() and len(letters) == len(cause) else cause
    causes = values.by_name(named, CAUSE, door.number, "a number from the list")
    for loop, number in causes.items():
        if number not in range(1, LOOP_IN_THE_GRAPH + 1):
            raise Misconception("clinic-range", loop=loop, got=f"{number:g}")
    wrong = values.unequal("clinic", causes, CAUSE)
    looped = [loop for loop in wrong if loop in REASSIGN and causes[loop] == LOOP_IN_THE_GRAPH]
    if looped:
        raise Misconception("clinic-loop-in-the-graph", loops=_loops(looped))
    if wrong:
        raise Misconception(f"clinic-{wrong[0].lower()}", loops=_loops(wrong))


def _loops(letters: list[str]) -> str:
    """Loops as a sentence names them."""
    return f"loop{'s' if len(letters) > 1 else ''} {', '.join(letters)}"


@verdict
def train_autograd(train_autograd: Callable, seed: int | None = None) -> None:
    """`train_autograd(x, y, w0=0.0, lr=0.01, n_epochs=100)` → (w, history)."""
    training.judge_function(
        train_autograd,
        seed=seed,
        flag_fall=0.0,
        tolerance=TRAINED,
        default=training.TrainingRun(theta0=(0.0,), lr=0.01, n_epochs=100),
        make=float32_tensor,
    )
    derivatives.judge_training(train_autograd, {"w0": 1.3}, *problems.rides(seed), seed)


def _derivative(autograd_gradient: Callable, x: np.ndarray, y: np.ndarray, w: float) -> float:
    given = float32_tensor(x), float32_tensor(y)
    with derivatives.one_walk_back():
        reply = door.call(autograd_gradient, *given, w)
    if reply.value is None:
        raise Misconception("derivative-is-none")
    values.unchanged(given, reply.args[:2], ("x", "y"))
    _unwatched(reply.args[:2], ("x", "y"))
    if type(reply.value) in (list, tuple):
        raise Misconception("gradient-in-a-tuple", kind=type(reply.value).__name__)
    return values.number(reply.value, "one number, dL/dw")


def _wrong_gradients(x: np.ndarray, y: np.ndarray, w: float) -> list[values.Suspect]:
    """Suspects for dL/dw of w·x, the mean of 2·x·(w·x − y)."""
    right = np.mean(2 * x * (w * x - y))
    class_x, class_y = problems.rides()
    return [
        ("two-backward-passes", 2 * right),
        ("backward-returns-nothing", np.mean((w * x - y) ** 2)),
        *((tag, np.squeeze(slope)) for tag, slope in wrong_slopes.suspects(x[:, None], w * x, y)),
        *(("gradient-twice", np.mean(2 * x * x) + once) for once in (0, right)),
        ("gradient-ignores-w", np.mean(2 * x * (0 * x - y))),
        ("gradient-ignores-w", np.mean(2 * x * (1 * x - y))),
        ("returns-w", w),
        ("cleared-before-read", 0.0),
        *(("returns-the-step", sign * lr * right) for sign in (1, -1) for lr in (0.01, 0.1)),
        *(("clipped", size * np.sign(right)) for size in (1, 5, 10)),
        *_other_derivatives(x, y, w),
        *(("gradient-of-the-prediction", made_one(x)) for made_one in (np.sum, np.mean)),
        ("x-and-y-swapped", np.mean(2 * y * (w * y - x))),
        ("other-rides", np.mean(2 * class_x * (w * class_x - class_y))),
        *_rounded(right),
    ]


def _other_derivatives(x: np.ndarray, y: np.ndarray, w: float) -> list[values.Suspect]:
    """Derivatives of the loss with respect to predictions or distances, as one number."""
    by_prediction = 2 / len(x) * (w * x - y)
    return [
        ("gradient-of-another", made_one(derivative))
        for derivative in (by_prediction, w * by_prediction)
        for made_one in (np.mean, np.sum, lambda numbers: numbers[0])
    ]


def _judge_graph(
    function: Callable, args: tuple, tracked: int, weights: ArrayLike, right: ArrayLike
) -> None:
    """Accept ``function`` if autograd can follow it back to args[tracked].

    Args:
        weights, right: of each number that comes back, and the gradient of Σ weights·numbers.
    """
    start = args[tracked].detach().numpy()
    (variable,) = door.call(probes.keep_values, function, start).value
    given = [variable if number == tracked else arg for number, arg in enumerate(args)]
    result = door.call(probes.keep, function, *given).value
    if not door.call(probes.pull, (np.asarray(weights, dtype=float),), result).value:
        raise Misconception("no-graph", where="")
    ((_, gradient),) = door.call(probes.read, variable).value
    if gradient is None:
        raise Misconception("graph-of-a-copy")
    got = door.number(gradient) if np.ndim(right) == 0 else door.vector(gradient)
    if got is None or not values.near(got, right, TRAINED):
        raise Misconception("part-of-the-graph")


def _wrong_torch_losses(y_pred: np.ndarray, y: np.ndarray) -> list[values.Suspect]:
    """Mistaken losses that are written with torch, whose `var` and `median` are not NumPy's."""
    error = y_pred - y
    given = torch.tensor(y_pred), torch.tensor(y)
    others = (functional.cross_entropy, functional.poisson_nll_loss, functional.kl_div)
    with warnings.catch_warnings(action="ignore"):  # kl_div warns of its own mean
        another = [("another-loss", loss(*given).item()) for loss in others]
    return [
        ("variance-of-the-error", np.var(error, ddof=1)),
        ("variance-of-the-error", np.std(error, ddof=1)),
        ("other-mean", np.sort(error**2)[(len(error) - 1) // 2]),
        *another,
        *_rounded(np.mean(error**2)),
    ]


def _rounded(right: np.ndarray | float) -> list[values.Suspect]:
    """``right`` with fewer digits."""
    return [
        *(("rounded", np.round(right, digits)) for digits in range(4)),
        ("rounded", np.trunc(right)),
    ]


def _unwatched(after: tuple, names: tuple[str, ...]) -> None:
    """Raise a Misconception if a tensor of data came back with a wish for a gradient."""
    for name, tensor in zip(names, after, strict=True):
        if tensor.requires_grad:
            raise Misconception("input-watched", name=name)


def _parameter(number: float) -> torch.Tensor:
    return torch.tensor(number, dtype=torch.float32, requires_grad=True)


EXERCISES = (
    toy,
    value_mul,
    forward,
    mse_loss,
    autograd_gradient,
    prediction_accumulate,
    update_,
    clinic,
    train_autograd,
    train_until,
)
"""In the order of the notebook."""

solution = beside_yours(__name__, EXERCISES)
