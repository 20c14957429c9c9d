"""Checks of 01-by-hand: every step in NumPy."""

import difflib
from collections.abc import Callable, Sequence

import numpy as np

from course import data, door, theory
from course.check import (
    messages,
    numerical,
    problems,
    training,
    values,
    wrong_formulas,
    wrong_slopes,
    wrong_updates,
)
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

WHAT_LINES_DO = {
    "a": (
        "takes the fare from the prediction, as an error does",
        "makes one number of distances and errors",
        "hands on what the lines above have computed",
    ),
    "b": (
        "predicts with the price and the flag fall",
        "turns the error's sign round, which a minus sign below undoes",
        "makes one number of distances and errors",
        "takes a mean, and its minus sign undoes that of the error",
        "hands on what the lines above have computed",
    ),
    "c": (
        "predicts with the price",
        "takes the fare from the prediction, as an error does",
        "takes the mean of 2 · x · error, the gradient",
        "changes w by a part of the gradient",
        "hands on what the lines above have computed",
    ),
}
"""Of the bug hunt's functions, the wrong ones among them."""


@verdict
def forward(forward: Callable, seed: int | None = None) -> None:
    """`forward(x, w)`: (N,) km and €/km → (N,) €; a single distance too."""
    x, y = problems.rides(seed)
    cases = []
    for w in (1.7, -1.31857):  # rounded to four digits, the second is another number
        reply = door.call(forward, x, w)
        values.unchanged((x,), reply.args[:1], ("x",))
        fares = _fares(reply.value, x, w)
        cases.append((fares, w * x, _wrong_fares(x, y, w)))
    for _, right, suspects in cases:  # numbers that the first answer tells
        steepness, offset = cases[0][0] @ x / (x @ x), np.mean(cases[0][0] - cases[0][1])
        suspects += [("ignores-w", steepness * x)]
        suspects += [("flag-fall-added", right + offset)] if abs(offset) > 0.001 else []
    values.judge_all(cases, TOLERANCE)
    if seed is None:
        return  # the second set comes next, and may tell more than an error on a ride alone
    try:
        reply = door.call(forward, 5.0, 1.7)
    except door.StudentError as error:
        raise Misconception("one-ride", text=f"{values.said(error)}.") from None
    if not values.near(door.number(reply.value), 8.5, TOLERANCE):
        text = f"5 km at 1.7 €/km should give 8.5 €, and it gives {door.describe(reply.value)}."
        raise Misconception("one-ride", text=text)


@verdict
def mse_loss(mse_loss: Callable, seed: int | None = None) -> None:
    """`mse_loss(y_pred, y)` → float, mean squared error in €²."""
    x, y = problems.rides(seed)
    cases = []
    for y_pred in _predictions(x, y):
        reply = door.call(mse_loss, y_pred, y)
        values.unchanged((y_pred, y), reply.args, ("y_pred", "y"))
        _not_an_array(reply.value, _squares_in_rows(y_pred, y))
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
        of_predictions = ("slope-of-the-prediction", y_pred - fares)
        _not_an_array(reply.value, [*_slopes_in_rows(x, y_pred, fares), of_predictions])
        got = values.number(reply.value, "one number, dL/dw")
        right = np.mean(2 * x * (y_pred - fares))
        cases.append((got, right, _wrong_gradients(x, y_pred, fares)))
    _same_again(cases)
    _not_ignored(cases)
    values.judge_all(cases, TOLERANCE, **_counts(x))


@verdict
def numerical_gradient(numerical_gradient: Callable, seed: int | None = None) -> None:
    """`numerical_gradient(f, w, h=1e-4)` → float, second-order accurate."""
    shift, moved = (0, 0) if seed is None else problems.generator(seed).uniform(-0.5, 0.5, 2)
    numerical.judge(numerical_gradient, (0.3 + shift, -2.4 + shift), moved)


@verdict
def update(update: Callable, seed: int | None = None) -> None:
    """`update(w, dw, lr)` → float, w after one step."""
    random = problems.generator(seed)
    settings = [(1.5, 2.0, 0.1), (-0.4, -30.0, 0.01), (0.7123, 0.004, 0.2)]
    if seed is not None:
        signs = 4 * ((1, -1, 1), (-1, 1, 1), (1, 1, 1))  # not all are near to their rounded values
        drawn = [tuple(random.uniform(0.1, 2.0, 3) * sign) for sign in signs]
        settings = [*drawn, *settings[1:]]
    calls = []
    for w, dw, lr in (*settings, settings[0]):
        value = door.call(update, w, dw, lr).value
        calls.append((values.number(value, "one number, the new w"), w, dw, lr))
    fitted = wrong_updates.fitted(calls)
    cases = [
        (got, w - lr * dw, [*wrong_updates.suspects(w, dw, lr), *more])
        for (got, w, dw, lr), more in zip(calls, fitted, strict=True)
    ]
    _same_again(cases)
    try:
        values.judge_all(cases, TOLERANCE)
    except Misconception as wrong:
        if wrong.tag != "wrong-value":
            raise
        got, w, dw, lr = next(
            (got, w, dw, lr)
            for got, w, dw, lr in calls
            if not values.near(got, w - lr * dw, TOLERANCE)
        )
        facts = {"w": w, "dw": dw, "lr": lr, "got": values.shown(got)}
        raise Misconception("wrong-update", **facts, step=values.shown(lr * dw)) from None


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
        raise _no_fate(predicted)
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
    lines = values.by_name(
        first_wrong_line, FIRST_WRONG_LINE, door.number, "the number of a line, such as 1"
    )
    for tag, step in (("bug-hunt-from-zero", 1), ("bug-hunt-def-line", -1)):
        moved = {letter: line + step for letter, line in lines.items()}
        if not values.unequal("bug_hunt", moved, FIRST_WRONG_LINE):
            raise Misconception(tag)
    for letter, does in WHAT_LINES_DO.items():
        if lines[letter] not in range(1, len(does) + 1):
            facts = {"letter": letter, "line": lines[letter], "n": len(does)}
            raise Misconception("bug-hunt-no-such-line", **facts)
    wrong = values.unequal("bug_hunt", lines, FIRST_WRONG_LINE)
    if wrong:
        letter, line = wrong[0], int(lines[wrong[0]])
        also = f" Neither is your line of {' and '.join(wrong[1:])}." if wrong[1:] else ""
        facts = {"letter": letter, "line": line, "does": WHAT_LINES_DO[letter][line - 1]}
        raise Misconception("bug-hunt-wrong", **facts, also=also)


@verdict
def gradient_wb(gradient_wb: Callable, seed: int | None = None) -> None:
    """`gradient_wb(x, y_pred, y)` → (dw, db), in €·km and €."""
    x, y = problems.rides(seed, flag_fall=data.FLAG_FALL)
    cases, facts = [], _counts(x)
    for y_pred in _predictions(x, y):
        reply = door.call(gradient_wb, x, y_pred, y)
        values.unchanged((x, y_pred, y), reply.args, ("x", "y_pred", "y"))
        for part in reply.value if type(reply.value) in (tuple, list) else (reply.value,):
            _not_an_array(part, _slopes_in_rows(x, y_pred, y))
        got = values.numbers(reply.value, 2, "(dw, db), two numbers")
        n, error = len(x), y_pred - y
        right = np.array([np.mean(2 * x * error), np.mean(2 * error)])
        suspects = [
            *wrong_slopes.suspects(np.column_stack([x, np.ones(n)]), y_pred, y),
            ("dw-is-db", right[::-1]),
            ("derivative-copied", right[[0, 0]]),
            *(("db-without-errors", np.append(right[:1], db)) for db in (0, 1, 2)),
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


def _no_fate(predicted: object) -> Misconception:
    """What is wrong with a prediction that is none of the `FATES`."""
    got, text = door.describe(predicted), values.word(predicted)
    items = (*predicted, *predicted.values()) if type(predicted) is dict else predicted
    named = {
        fate
        for item in (items if door.is_list(items) else (text,))
        for fate in FATES
        if fate in values.word(item)
    }
    if len(named) > 1:
        return Misconception("several-guesses", got=got)
    if text and text.isdecimal() or door.number(predicted) is not None:
        return Misconception("fate-by-number", got=got)
    if named and not text:
        return Misconception("fate-in-brackets", got=got)
    letters = "".join(filter(str.isalpha, text))
    plain = {fate.replace(" ", ""): fate for fate in FATES}
    within = [word for word in plain if word in letters or len(letters) > 3 and letters in word]
    for word in within or difflib.get_close_matches(letters, plain, n=1, cutoff=0.7):
        return Misconception("near-a-fate", got=got, fate=plain[word])
    return Misconception("not-a-fate", got=got)


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
    if np.isfinite(got) and values.near(cases[2][0], got, TOLERANCE):
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
    size = max(float(np.linalg.norm(right)), 1e-12)
    return [
        ("slope-twice", 2 * right),
        *(("returns-the-step", step * right) for step in (0.01, 0.1, -0.01, -0.1)),
        *(("slope-between-rides", np.append(slope, rest)) for slope in between),
        *(("clipped", np.clip(right, -limit, limit)) for limit in (1, 5, 10)),
        *(("clipped", right * min(1, limit / size)) for limit in (1, 5, 10)),
        ("clipped", np.sign(right)),
    ]


def _counts(rides: np.ndarray) -> dict[str, object]:
    """What messages about a wrong mean have to say of the number of rides."""
    return {"n": len(rides), "n_minus_1": len(rides) - 1}


def _fares(value: object, x: np.ndarray, w: float) -> np.ndarray:
    """The student's fares of (N,) distances, (N,).

    Raises:
        Misconception: they are more or fewer, stand in another shape or beside something else.
    """
    class_x, right = problems.rides()[0], w * x
    total, row, table = door.number(value), door.vector(value), door.matrix(value)
    if total is not None:
        of_one = any(values.near(total, fare, TOLERANCE) for fare in right[[0, -1]])
        raise Misconception("one-ride-only" if of_one else "adds-up-rides")
    if table is not None and values.near(table.reshape(-1), right, TOLERANCE):
        raise Misconception("fares-with-an-axis", got=door.describe(value))
    if row is not None and not row.size:
        raise Misconception("no-fares")
    if row is not None and len(row) != len(x):
        if values.near(row, w * class_x, TOLERANCE):
            raise Misconception("x-ignored")
        if any(values.near(row, some, TOLERANCE) for some in (right[1:], right[:-1])):
            raise Misconception("rides-left-out")
    return values.vector(value, len(x), f"one fare for each of the {len(x)} rides")


def _wrong_fares(x: np.ndarray, y: np.ndarray, w: float) -> list[values.Suspect]:
    """Suspects for (N,) fares."""
    errors = [("returns-the-error", error) for error in (w * x - y, y - w * x, (w * x - y) ** 2)]
    alone = [("no-fares", 0 * x), ("fare-negated", -w * x)]
    return [*alone, *wrong_formulas.forward(x, w), *errors]


def _not_an_array(value: object, rows: Sequence[tuple[str, np.ndarray]]) -> None:
    """Raise a Misconception if a value for each of the N rides came back, or an N × N table.

    Args:
        rows: tags and what they would answer, (N,), in the place of one number.
    """
    n = len(rows[0][1])
    table, several = door.matrix(value), door.vector(value)
    if table is not None and 1 in table.shape:
        several = table.ravel()
    if n > 1 and table is not None and table.shape == (n, n):
        raise Misconception("broadcast")
    if several is None or len(several) != n:
        return
    for tag, each in rows:
        if any(values.near(several, size * each, TOLERANCE) for size in (1, 2, 1 / n, 2 / n)):
            raise Misconception(tag)
    raise Misconception("one-value-per-ride")


def _squares_in_rows(y_pred: np.ndarray, y: np.ndarray) -> list[tuple[str, np.ndarray]]:
    """What a loss in an array may be, for `_not_an_array`."""
    table = (y_pred[:, None] - y) ** 2
    return [("broadcast", table.sum(axis)) for axis in (0, 1)]


def _slopes_in_rows(
    x: np.ndarray, y_pred: np.ndarray, y: np.ndarray
) -> list[tuple[str, np.ndarray]]:
    """What a gradient in an array may be, for `_not_an_array`."""
    crossed = x @ np.subtract.outer(y_pred, y)
    return [("broadcast", crossed), ("mean-too-early", x * np.mean(y_pred - y))]


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
