"""Checks of 02-autograd: the gradient moves into the library."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import ArrayLike

from course import data, door
from course.check import (
    derivatives,
    messages,
    problems,
    products,
    training,
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

TOY = ((1.0, 2.0, 1.0), (3.0, 5.0, 2.0))
"""The rides of the toy exercise: (x in km, y in €, w in €/km)."""

CAUSE = {
    "A": "9bb5c113613292be",
    "B": "11f0086b4f36174d",
    "C": "ed1ebba1ec260465",
    "D": "4f4d3f166d79ad3f",
    "E": "01b5172a6fb2c2de",
}
"""The clinic's answers, sealed."""

LOOP_IN_THE_GRAPH = 7


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
    got = door.numbers(toy_grads)
    if got is None or len(got) != len(TOY):
        raise Misconception("toy-form", got=door.describe(toy_grads))
    x, y, w = np.array(TOY).T
    error = w * x - y
    suspects = [
        ("toy-sign", -2 * x * error),
        ("missing-factor-2", x * error),
        ("toy-missing-x", 2 * error),
        ("y-for-x", 2 * y * error),
        ("toy-w-for-x", 2 * w * error),
        ("toy-is-the-loss", error**2),
        ("toy-of-the-mean", np.full(2, np.mean(2 * x * error))),
        ("toy-of-the-mean", np.full(2, np.sum(2 * x * error))),
        ("toy-is-the-error", error),
        ("toy-is-the-prediction", w * x),
        ("toy-without-fare", 2 * w * x * x),
    ]
    if np.allclose(got, (2 * x * error)[::-1]):
        raise Misconception("toy-order")
    for k, right in enumerate(2 * x * error):
        both = [(tag, answer[k]) for tag, answer in suspects if np.allclose(got, answer)]
        alone = [(tag, answer[k]) for tag, answer in suspects if answer[k] != right]
        unexplained = ("toy-elsewhere", got[k])
        values.judge(got[k], right, [*both, *alone, unexplained], BY_HAND, ride="ab"[k])


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
    for w in (1.75, -0.75):
        given = float32_tensor(x), _parameter(w)
        reply = door.call(forward, *given)
        values.unchanged(given, reply.args, ("x", "w"))
        _unwatched(reply.args[:1], ("x",))
        if type(reply.value) in (list, tuple) and door.numbers(reply.value) is not None:
            raise Misconception("list-of-tensors", kind=type(reply.value).__name__)
        total = door.number(reply.value)
        if total is not None and values.near(total, np.sum(w * x), TRAINED):
            raise Misconception("adds-up-rides")
        if total is not None and values.near(total, w * x[0], TRAINED):
            raise Misconception("one-ride-only")
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
        values.judge(fares, w * x, suspects, TRAINED)
        weights = np.linspace(1, 2, len(x))
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
    for y_pred in (0.5 * x + 1, 3.0 - x, y):
        n, args = len(y), (float32_tensor(y_pred), float32_tensor(y))
        reply = door.call(mse_loss, float32_tensor(y_pred).requires_grad_(), args[1])
        values.unchanged(args, reply.args, ("y_pred", "y"))
        several = door.vector(reply.value)
        if several is not None and len(several) == n:
            raise Misconception("one-value-per-ride")
        got = values.number(reply.value, "one number, the mean squared error")
        values.judge(
            got,
            np.mean((y_pred - y) ** 2),
            [*wrong_formulas.loss(y_pred, y), *_wrong_torch_losses(y_pred - y)],
            TRAINED,
            n=n,
            n_minus_1=n - 1,
        )
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
    random = problems.generator(seed)
    shift = 0.0 if seed is None else random.uniform(-0.2, 0.2)
    start = [0.6 + shift, -1.3 + shift, [0.4, 2.5 + shift]]
    gradients = [[3.0, -2.0 + shift, [0.5, 1.5]], [-1.0 + shift, 4.0, [2.0, -0.5]]]
    for lr in (0.03, 0.25):
        _judge_update(_updates(update_, start, gradients, lr), start, gradients, lr)


@verdict
def clinic(cause: object) -> None:
    """The number of the cause behind each of the five broken loops."""
    if type(cause) is not dict:
        raise Misconception("clinic-form", got=door.describe(cause))
    causes = values.by_name(cause, CAUSE, door.number, "a number from the list")
    wrong = values.unequal("clinic", causes, CAUSE)
    loops = f"loop{'s' if len(wrong) > 1 else ''} {', '.join(wrong)}"
    if any(causes[loop] == LOOP_IN_THE_GRAPH for loop in wrong):
        raise Misconception("clinic-loop-in-the-graph", loops=loops)
    if wrong:
        raise Misconception(f"clinic-{wrong[0].lower()}", loops=loops)


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
    try:
        with derivatives.one_walk_back():
            reply = door.call(autograd_gradient, *given, w)
    except door.StudentError as error:
        if "'NoneType' object has no attribute 'item'" in str(error):
            raise Misconception("grad-not-filled") from None
        raise
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
        raise Misconception("no-graph", where="")
    got = door.number(gradient) if np.ndim(right) == 0 else door.vector(gradient)
    if got is None or not values.near(got, right, TRAINED):
        raise Misconception("part-of-the-graph")


def _updates(
    update_: Callable, start: list, gradients: list, lr: float
) -> Iterator[dict[str, Any]]:
    """What ``update_(params, lr)`` does to fresh parameters, update by update.

    Args:
        start: a number or a list of numbers for each parameter.
        gradients: for each update, as many gradients as there are parameters.

    Yields:
        What `probes.update` says, and "values" and "gradients" (P,) of all numbers after it, where
        no gradient is 0.
    """
    params = door.call(probes.keep_values, update_, *map(np.array, start)).value
    for update in gradients:
        door.call(probes.pull, tuple(map(np.array, update)), *params)
        seen: Any = door.call(probes.update, update_, lr, *params).value
        numbers: Any = door.call(probes.read, *params).value
        seen["values"] = np.hstack([value for value, _ in numbers])
        seen["gradients"] = np.hstack([0.0 if g is None else g for _, g in numbers])
        yield seen


def _judge_update(
    updates: Iterator[dict[str, Any]], start: list, gradients: list, lr: float
) -> None:
    """Judge what `_updates` sees of two updates."""
    begin, first, second = (np.hstack(numbers) for numbers in (start, *gradients))
    right = begin - lr * first
    try:
        after = next(updates)
    except door.StudentError as error:
        if "NoneType" in str(error):  # each gradient is there when the function is called
            raise Misconception("update-clears-first") from None
        raise
    if not after["kept"]:
        raise Misconception("update-replaces")
    if values.near(after["values"], begin, 1e-6):
        cleared = not np.any(after["gradients"])
        raise Misconception("cleared-before-step" if cleared else "update-rebinds")
    suspects = [
        ("update-uphill", begin + lr * first),
        ("update-without-lr", begin - first),
        ("update-sets-the-step", lr * first),
        ("update-sets-the-step", -lr * first),
        *(("update-lr-ignored", begin - used * first) for used in (0.001, 0.01, 0.1)),
        *(("update-first-only", right * keep + begin * (1 - keep)) for keep in _parts()),
        *_wrong_steps(start, gradients[0], lr),
        ("update-elsewhere", after["values"]),
    ]
    values.judge(after["values"], right, suspects, values.TOLERANCE)
    if not after["trainable"]:
        raise Misconception("update-stops-training")
    if not after["recording"]:
        raise Misconception("update-recording-off")
    if np.any(after["gradients"]):
        raise Misconception("no-reset")
    later = next(updates)
    if np.any(later["gradients"]):
        raise Misconception("no-reset")
    suspects = [
        ("no-reset", right - lr * (first + second)),
        *(("momentum", right - lr * (keep * first + second)) for keep in (0.9, 0.1, 0.5, 0.99)),
    ]
    values.judge(later["values"], right - lr * second, suspects, values.TOLERANCE)
    if after["returned"] is not None:
        raise Misconception("update-returns", got=door.describe(after["returned"]))


def _wrong_steps(start: list, gradients: list, lr: float) -> list[values.Suspect]:
    """Where mistaken steps lead the parameters of `update_`, all numbers in a row."""
    begin, g = np.hstack(start), np.hstack(gradients)
    parts = [np.atleast_1d(part) for part in gradients]
    steps = [
        *(("update-one-number", _spread(parts, one)) for one in (np.mean, np.sum, np.min, np.max)),
        *(("update-same-gradient", np.full(len(g), part[0])) for part in parts[:2]),
        ("adaptive-optimizer", np.sign(g)),
        ("adaptive-optimizer", g / np.linalg.norm(g)),
        *(("clipped", g * min(1, c / np.linalg.norm(g))) for c in (1, 2, 5)),
        *(("clipped", np.clip(g, -c, c)) for c in (0.1, 1, 2)),
        *(("weight-decay", g + decay * begin) for decay in (1e-3, 1e-2, 0.1)),
        ("update-multiplies", begin * g),
        ("update-zeroes-the-parameter", begin / lr),
    ]
    return [(tag, begin - lr * step) for tag, step in steps]


def _spread(parts: list[np.ndarray], one: Callable) -> np.ndarray:
    """One number made of each part, in the place of all of its numbers."""
    return np.hstack([np.full(len(part), one(part)) for part in parts])


def _wrong_torch_losses(error: np.ndarray) -> list[values.Suspect]:
    """Mistaken losses that are written with torch, whose `var` and `median` are not NumPy's."""
    return [
        ("variance-of-the-error", np.var(error, ddof=1)),
        ("variance-of-the-error", np.std(error, ddof=1)),
        ("other-mean", np.sort(error**2)[(len(error) - 1) // 2]),
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


def _parts() -> list[np.ndarray]:
    """Which of the four numbers move when some parameters are left out."""
    return [np.array(keep) for keep in ([1, 0, 0, 0], [0, 0, 1, 1], [0, 1, 0, 0], [1, 1, 0, 0])]


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
