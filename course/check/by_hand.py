"""Checks of 01-by-hand: every step in NumPy."""

from collections.abc import Callable
from typing import Any

import numpy as np

from course import data, door, theory
from course.check import messages, problems, training, values, wrong_formulas, wrong_slopes
from course.check.solutions import beside_yours
from course.check.values import TOLERANCE
from course.check.verdict import Misconception, verdict

PREDICTED_RATE = 0.12
"""The learning rate whose run is to be predicted, 1/km²."""

FATES = ("creeps", "arrives", "swings", "runs away")
"""What the notebook lets the learner predict; `theory.fate` tells them apart."""

FIRST_WRONG_LINE = {
    "a": "b975acdf927ec9ee",
    "b": "f61a6caf96fc8a77",
    "c": "255f86351427caf9",
}
"""The bug hunt's answers, sealed; a test repairs these lines and sees the functions come right."""


@verdict
def forward(forward: Callable, seed: int | None = None) -> None:
    """`forward(x, w)`: (N,) km and €/km → (N,) €; a single distance too."""
    x, y = problems.rides(seed)
    cases = []
    for w in (2.0, -0.75):
        reply = door.call(forward, x, w)
        values.unchanged((x,), reply.args[:1], ("x",))
        total = door.number(reply.value)
        if total is not None:
            of_one = any(values.near(total, w * ride, TOLERANCE) for ride in x[[0, -1]])
            raise Misconception("one-ride-only" if of_one else "adds-up-rides")
        fares = values.vector(reply.value, len(x), f"one fare for each of the {len(x)} rides")
        with np.errstate(all="ignore"):
            suspects = [
                *wrong_formulas.forward(x, w),
                ("power-for-product", x**w),
                ("power-for-product", w**x),
                ("returns-the-error", w * x - y),
                ("returns-the-error", y - w * x),
            ]
        cases.append((fares, w * x, suspects))
    values.judge_all(cases, TOLERANCE)
    try:
        alone = values.number(door.call(forward, 5.0, 2.0).value)
    except door.StudentError as error:
        raise Misconception("one-ride", text=f"{values.said(error)}.") from None
    values.judge(alone, 10.0, (), TOLERANCE)


@verdict
def mse_loss(mse_loss: Callable, seed: int | None = None) -> None:
    """`mse_loss(y_pred, y)` → float, mean squared error in €²."""
    x, y = problems.rides(seed)
    cases = []
    for y_pred in _predictions(x, y):
        reply = door.call(mse_loss, y_pred, y)
        values.unchanged((y_pred, y), reply.args, ("y_pred", "y"))
        _not_one_a_ride(reply.value, len(y))
        got = values.number(reply.value, "one number, the mean squared error")
        cases.append((got, np.mean((y_pred - y) ** 2), wrong_formulas.loss(y_pred, y)))
    _same_again(cases)
    _not_ignored(cases)
    values.judge_all(cases, TOLERANCE, **_counts(y))


@verdict
def gradient(gradient: Callable, seed: int | None = None) -> None:
    """`gradient(x, y_pred, y)` → float, dL/dw as a mean, in €·km."""
    x, y = problems.rides(seed)
    cases = []
    others = y, y + 1, y, y  # in proportion to x, fares could not be told from distances
    for y_pred, fares in zip(_predictions(x, y), others, strict=True):
        reply = door.call(gradient, x, y_pred, fares)
        values.unchanged((x, y_pred, fares), reply.args, ("x", "y_pred", "y"))
        _not_an_array(reply.value, x, y_pred, fares)
        got = values.number(reply.value, "one number, dL/dw")
        right = np.mean(2 * x * (y_pred - fares))
        cases.append((got, right, _wrong_gradients(x, y_pred, fares)))
    _same_again(cases)
    _not_ignored(cases)
    values.judge_all(cases, TOLERANCE, **_counts(x))


@verdict
def numerical_gradient(numerical_gradient: Callable, seed: int | None = None) -> None:
    """`numerical_gradient(f, w, h=1e-4)` → float, second-order accurate."""
    shift = 0.0 if seed is None else problems.generator(seed).uniform(-0.5, 0.5)
    for w in (0.3 + shift, -2.4 + shift):  # uphill, then downhill
        far = _slope(numerical_gradient, w, h=0.1)
        near = _slope(numerical_gradient, w, h=0.01)
        if far == near:
            raise Misconception("h-ignored")
        _slope(numerical_gradient, w)


@verdict
def update(update: Callable, seed: int | None = None) -> None:
    """`update(w, dw, lr)` → float, w after one step."""
    random = problems.generator(seed)
    settings = [(1.5, 2.0, 0.1), (-0.4, -30.0, 0.01), (0.7123, 0.004, 0.2)]
    if seed is not None:
        signs = 4 * ((1, -1, 1), (-1, 1, 1), (1, 1, 1))  # not all are near to their rounded values
        drawn = [tuple(random.uniform(0.1, 2.0, 3) * sign) for sign in signs]
        settings = [*drawn, settings[-1]]
    cases = []
    for w, dw, lr in (*settings, settings[0]):
        got = values.number(door.call(update, w, dw, lr).value, "one number, the new w")
        suspects = [
            ("update-leaves-w", w),
            ("update-uphill", w + lr * dw),
            ("update-without-lr", w - dw),
            ("update-uphill", w + dw),
            ("update-is-the-step", lr * dw),
            ("update-is-the-step", -lr * dw),
            ("update-is-the-step", lr * dw - w),
            ("update-sign-lost", w - lr * abs(dw)),
            ("update-sign-lost", w + lr * abs(dw)),
            ("rate-written-in", w - 0.01 * dw),
            ("rate-written-in", w - 0.1 * dw),
            ("rate-not-a-factor", w - dw / lr),
            ("rate-not-a-factor", w - lr - dw),
            ("rate-not-a-factor", w - lr),
            ("update-in-brackets", (w - lr) * dw),
            ("update-in-brackets", w * (1 - lr * dw)),
            ("update-in-brackets", w * lr * dw),
            ("update-roles", dw - lr * w),
            ("half-a-step", w - lr * dw / 2),
            ("clipped", w - lr * np.sign(dw)),
            ("clipped", w - np.sign(dw) * lr * min(1, abs(dw))),
        ]
        cases.append((got, w - lr * dw, suspects))
    _same_again(cases)
    values.judge_all(cases, TOLERANCE)


@verdict
def train(train: Callable, seed: int | None = None) -> None:
    """`train(x, y, w0=0.0, lr=0.01, n_epochs=100)` → (w, history)."""
    training.judge_function(
        train,
        seed=seed,
        flag_fall=0.0,
        tolerance=TOLERANCE,
        default=training.TrainingRun(theta0=(0.0,), lr=0.01, n_epochs=100),
        make=np.array,
    )


@verdict
def prediction_rate(predicted: object) -> None:
    """One of four words for the run at `PREDICTED_RATE`; a guess counts when it is one."""
    guess = values.word(predicted)
    if guess not in FATES:
        items = predicted if type(predicted) is list or type(predicted) is tuple else ()
        several = max(len(items), sum(fate in guess for fate in FATES)) > 1
        tag = "several-guesses" if several else "not-a-fate"
        raise Misconception(tag, got=door.describe(predicted))
    x, y = data.taxi()
    path = theory.trajectory(x, y, [0.0], PREDICTED_RATE, 6)[:, 0]
    fate = theory.fate(1 - PREDICTED_RATE * theory.hessian(x, bias=False)[0, 0])
    prices = ", ".join(f"{w:.2f}" for w in path)
    print(messages.text("answer-prediction-rate", guess=guess, path=prices, fate=fate))


@verdict
def bug_hunt(first_wrong_line: object) -> None:
    """The number of the first wrong line of each function."""
    if type(first_wrong_line) is not dict:
        raise Misconception("bug-hunt-form", got=door.describe(first_wrong_line))
    value = "the number of a line, such as 1"
    lines = values.by_name(first_wrong_line, FIRST_WRONG_LINE, door.number, value)
    wrong = values.unequal("bug_hunt", lines, FIRST_WRONG_LINE)
    if wrong:
        raise Misconception("bug-hunt-wrong", letters=" and ".join(wrong))


@verdict
def gradient_wb(gradient_wb: Callable, seed: int | None = None) -> None:
    """`gradient_wb(x, y_pred, y)` → (dw, db), in €·km and €."""
    x, y = problems.rides(seed, flag_fall=data.FLAG_FALL)
    cases, facts = [], _counts(x)
    for y_pred in _predictions(x, y):
        reply = door.call(gradient_wb, x, y_pred, y)
        values.unchanged((x, y_pred, y), reply.args, ("x", "y_pred", "y"))
        for part in reply.value if type(reply.value) in (tuple, list) else (reply.value,):
            _not_an_array(part, x, y_pred, y)
        got = values.numbers(reply.value, 2, "(dw, db), two numbers")
        n, error = len(x), y_pred - y
        right = np.array([np.mean(2 * x * error), np.mean(2 * error)])
        suspects = [
            *wrong_slopes.suspects(np.column_stack([x, np.ones(n)]), y_pred, y),
            ("dw-is-db", right[::-1]),
            ("derivative-copied", right[[0, 0]]),
            *_slopes_only_here(x, y_pred, y, right),
        ]
        cases.append((got, right, suspects))
    for tag, part, rest in (("wrong-db", 0, 1), ("wrong-dw", 1, 0)):
        if all(values.near(got[part], right[part], TOLERANCE) for got, right, _ in cases):
            (got, right), *_ = [(got[rest], right[rest]) for got, right, _ in cases]
            facts |= {"should": values.shown(right), "yours": values.shown(got)}
            cases = [(got, right, [*suspects, (tag, got)]) for got, right, suspects in cases]
    _same_again(cases)
    values.judge_all(cases, TOLERANCE, **facts)


@verdict
def train_wb(train_wb: Callable, seed: int | None = None) -> None:
    """`train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000)` → (w, b, history)."""
    training.judge_function(
        train_wb,
        seed=seed,
        flag_fall=data.FLAG_FALL,
        tolerance=TOLERANCE,
        default=training.TrainingRun(theta0=(0.0, 0.0), lr=0.1, n_epochs=1000),
        make=np.array,
    )


def _predictions(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, ...]:
    """Fares of prices that are too low, too high and right, in €; the first again at the end."""
    return 3.5 - x, 3 * x + 1, y, 3.5 - x


def _same_again(cases: list[tuple]) -> None:
    """Raise a Misconception if the last call, with the arguments of the first, gave another value."""
    if not values.near(cases[-1][0], cases[0][0], TOLERANCE):
        raise Misconception("state-between-calls")


def _not_ignored(cases: list[tuple]) -> None:
    """Raise a Misconception if the third call, whose predictions are right, was answered like the first."""
    got, right, _ = cases[0]
    if values.near(cases[2][0], got, TOLERANCE):
        facts = {"should": values.shown(right), "yours": values.shown(got)}
        raise Misconception("predictions-ignored", **facts)


def _wrong_gradients(x: np.ndarray, y_pred: np.ndarray, y: np.ndarray) -> list[values.Suspect]:
    """Suspects for dL/dw, one number."""
    right = np.array([np.mean(2 * x * (y_pred - y))])
    slopes = wrong_slopes.suspects(x[:, None], y_pred, y)
    known = (*slopes, *_slopes_only_here(x, y_pred, y, right))
    return [(tag, np.squeeze(slope)) for tag, slope in known]


def _slopes_only_here(
    x: np.ndarray, y_pred: np.ndarray, y: np.ndarray, right: np.ndarray
) -> list[values.Suspect]:
    """Wrong gradients that no loop can have, or that a loop calls otherwise; (p,) each."""
    squares, rest = (y_pred - y) ** 2, right[1:]
    between = np.mean(np.gradient(squares, x)), np.mean(np.gradient(squares))
    return [
        ("slope-twice", 2 * right),
        *(("slope-between-rides", np.append(slope, rest)) for slope in between),
        *(("clipped", np.clip(right, -limit, limit)) for limit in (1, 5, 10)),
        ("clipped", np.sign(right)),
    ]


def _counts(rides: np.ndarray) -> dict[str, object]:
    """What messages about a wrong mean have to say of the number of rides."""
    return {"n": len(rides), "n_minus_1": len(rides) - 1}


def _not_one_a_ride(value: object, n: int) -> None:
    several = door.vector(value)
    if several is not None and len(several) == n:
        raise Misconception("one-value-per-ride")


def _not_an_array(value: object, x: np.ndarray, y_pred: np.ndarray, y: np.ndarray) -> None:
    """Raise a Misconception if a value for each of the N rides came back, or an N × N table."""
    n, error = len(x), y_pred - y
    table, several = door.matrix(value), door.vector(value)
    if table is not None and 1 in table.shape:
        several = table.ravel()
    if n > 1 and table is not None and table.shape == (n, n):
        raise Misconception("broadcast")
    if several is None or len(several) != n:
        return
    crossed = x @ np.subtract.outer(y_pred, y)
    for tag, each in (("broadcast", crossed), ("mean-too-early", x * np.mean(error))):
        if any(values.near(several, size * each, TOLERANCE) for size in (1, 2, 1 / n, 2 / n)):
            raise Misconception(tag)
    raise Misconception("one-value-per-ride")


def _slope(numerical_gradient: Callable, w: float, **h: Any) -> float:
    """The student's slope of a curve at w, judged; h is the default if not given.

    By Taylor's formula a central difference is off by h²/6 times the curve's third derivative,
    here at most 1 + exp(w + h), plus rounding that grows like 1/h: the curve's values are below 4,
    and their last digit is worth less than 1e-15.
    """
    called = []

    def curve(v: float) -> float:
        called.append(v)
        return np.sin(v) + np.exp(v)

    got = values.number(door.call(numerical_gradient, curve, w, **h).value, "one number, the slope")
    if not called:
        raise Misconception("f-not-called")
    width = h.get("h", 1e-4)
    right = np.cos(w) + np.exp(w)
    bound = width**2 / 6 * (1 + np.exp(w + width)) + 1e-13 / width
    if abs(got - right) <= bound:
        return got
    ahead, behind = (curve(w + width) - curve(w)) / width, (curve(w) - curve(w - width)) / width
    central = (ahead + behind) / 2
    for tag, suspect in (
        ("one-sided", ahead),
        ("one-sided", behind),
        ("rise-backwards", -central),
        ("rise-without-brackets", width**2 * central),
        ("rise-without-brackets", curve(w + width) - curve(w - width) / 2 * width),
        ("rise-without-brackets", curve(w + width) - curve(w - width) / (2 * width)),
        ("rise-added", (curve(w + width) + curve(w - width)) / (2 * width)),
        ("width-of-the-interval", 2 * central),
        ("width-of-the-interval", central / 2),
        ("no-quotient", 2 * width * central),
        ("no-quotient", width * ahead),
    ):
        if values.near(got, suspect, values.EXACT):
            raise Misconception(tag, factor=round(got / right, 3))
    raise Misconception("not-second-order", h=width, error=abs(got - right), bound=bound)


EXERCISES = (
    forward,
    mse_loss,
    gradient,
    numerical_gradient,
    update,
    train,
    prediction_rate,
    bug_hunt,
    gradient_wb,
    train_wb,
)
"""In the order of the notebook."""

solution = beside_yours(__name__, EXERCISES)
