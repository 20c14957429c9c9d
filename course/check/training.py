"""The one judge of every training loop: right or wrong first, then which idea explains it.

Right means: the parameters and the history are those of plain gradient descent on the mean
squared error, for several starts, rates and lengths, among them zero epochs and a rate that must
diverge. Only a wrong result is diagnosed, by finding the known mistake whose own simulation gives
the same numbers on the same data.
"""

import functools
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch

from course import door, theory
from course.check import problems, standstill, stepping, values
from course.check.descents import Parameters, TrainingRun
from course.check.values import near
from course.check.verdict import Misconception, explained
from course.check.wrong_descents import WrongDescent, fitted, point, suspects

LONG = 20
"""Epochs from which on a run tells nothing that the shorter ones do not, and takes long to simulate."""


@dataclass(frozen=True)
class Result:
    """What a training function gave back: theta (p,) and the losses before each update.

    operations: how many autograd has recorded on the way to theta.
    """

    theta: Parameters
    history: np.ndarray
    operations: int = 0


def runs(x: np.ndarray, y: np.ndarray, bias: bool) -> list[TrainingRun]:
    """Starts, rates and lengths that tell the known mistakes apart on these rides.

    Rates are fractions of the largest eigenvalue's inverse, so that on any data a step multiplies
    the error in the steepest direction by 1 − 0.31 (slow), 1 − 1.63 (oscillating) or 1 − 4.21
    (diverging). None of these factors is close to 0, where one step would arrive, or in size to 1,
    where a longer run would be like a shorter one. The lengths differ, so that one written in shows.

    The first run is the one that diagnoses best: slow and short. The diverging one grows beyond
    any limit set on its steps: its last gradient is some 10 000 €·km or more. The last run starts at the
    minimum, where a loop that watches for convergence stops.
    """
    largest = np.linalg.eigvalsh(theory.hessian(x, bias))[-1]
    start, other = ((0.6, -0.7), (-1.3, 0.4)) if bias else ((0.6,), (-1.3,))
    best = tuple(map(float, theory.minimum(x, y, bias)))
    slow, oscillating, diverging = (rate / largest for rate in (0.31, 1.63, 4.21))
    return [
        TrainingRun(start, slow, 5),
        TrainingRun(other, oscillating, 8),
        TrainingRun(start, diverging, 7),
        TrainingRun(other, slow, 1),
        TrainingRun(start, slow, 0),
        TrainingRun(best, slow, 3),
    ]


def judge(
    train: Callable[[TrainingRun], Result],
    x: np.ndarray,
    y: np.ndarray,
    bias: bool,
    tolerance: float,
    defaults: tuple[TrainingRun, ...] = (),
) -> None:
    """Raise the Misconception behind the first run of ``train`` that is wrong.

    Args:
        train: runs the student's training function; converts data on the way.
        x, y: (N,) rides, km and €.
        bias: whether the model has a flag fall.
        tolerance: relative; that of the arithmetic the student may use.
        defaults: further runs to judge, such as the defaults on which the course promises
            convergence.
    """
    planned = (*runs(x, y, bias), *defaults)
    first, again = train(planned[0]), train(planned[0])
    if not _same(first, again, tolerance):
        raise Misconception("state-between-calls")
    results = [first, *(attempt(train, run) for run in planned[1:])]
    try:
        judge_theta(results, planned, x, y, tolerance)
    except Misconception as wrong:
        if wrong.tag == "wrong-trajectory" and _steps_alike(train, planned, x, y):
            raise Misconception("adaptive-optimizer") from None
        raise
    for result, run in zip(results, planned, strict=True):
        judge_history(result, run, x, y, tolerance)
    judge_recorded(results, [run.n_epochs for run in planned])


def judge_recorded(results: list[Result], lengths: list[int]) -> None:
    """Raise a Misconception if the parameters of the runs come back with a graph of all updates.

    A view of a parameter has a graph as well, and one that does not grow with the epochs.

    Args:
        lengths: of each run, in epochs; one of them is 1.
    """
    recorded = {n: result.operations for n, result in zip(lengths, results, strict=True)}
    many = max(n for n in recorded if n <= LONG)
    if recorded[many] - recorded[1] >= many - 1:
        raise Misconception("update-recorded")


def judge_function(
    train: Callable,
    seed: int | None,
    flag_fall: float,
    tolerance: float,
    default: TrainingRun,
    make: Callable[[np.ndarray], object],
) -> None:
    """Judge a student's ``train`` on `problems.rides`.

    Args:
        default: the run that its default arguments stand for; it is called without them.
        make: what it takes x and y as, made of (N,) float64 arrays.
    """
    x, y = problems.rides(seed, flag_fall)
    names = ("w0", "b0")[: len(default.theta0)]

    def call(run: TrainingRun) -> Result:
        settings: dict[str, Any] = dict(zip(names, run.theta0, strict=True))
        settings |= {"lr": run.lr, "n_epochs": run.n_epochs}
        given = make(x), make(y)
        reply = door.call(train, *given, **({} if run == default else settings))
        values.unchanged(given, reply.args, ("x", "y"))
        result = read(reply.value, bias=len(names) == 2)
        return replace(result, operations=reply.operations)

    try:
        judge(call, x, y, len(names) == 2, tolerance, defaults=(default,))
    except Misconception as wrong:
        if make is not float32_tensor:  # nothing to watch without torch
            raise
        run = runs(x, y, len(names) == 2)[0]
        called = train, make(x), make(y)
        settings: dict[str, Any] = dict(zip(names, run.theta0, strict=True)) | {"lr": run.lr}
        if wrong.tag == "never-updates":
            due = theory.trajectory(x, y, run.theta0, run.lr, 1)[-1]
            standstill.explain(*called, start=run.theta0, due=due, n_epochs=1, **settings)
        stepping.explain(wrong.tag, *called, n_epochs=run.n_epochs, rides=len(x), **settings)
        raise


def float32_tensor(rides: np.ndarray) -> torch.Tensor:
    """(N,) rides as the tensor that the notebooks train on."""
    return torch.tensor(rides, dtype=torch.float32)


def judge_theta(
    results: list[Result],
    planned: tuple[TrainingRun, ...],
    x: np.ndarray,
    y: np.ndarray,
    tolerance: float,
) -> None:
    """Raise the Misconception that explains wrong parameters.

    A suspect that explains every run, short of the long ones, comes before one that explains two wrong
    ones alone.
    """
    right = [theory.trajectory(x, y, run.theta0, run.lr, run.n_epochs)[-1] for run in planned]
    wrong = [i for i, theta in enumerate(right) if not near(results[i].theta, theta, tolerance)]
    if not wrong:
        return
    first = wrong[0]
    run, got = planned[first], results[first]
    facts = {"epochs": run.n_epochs, "lr": run.lr, "start": point(run.theta0)}
    facts |= {"n": len(x), "n_minus_1": len(x) - 1}
    if all(_has_another_length(results[i], planned[i], x, y, tolerance) for i in wrong):
        once = [
            len(r.history) == min(run.n_epochs, 1) for r, run in zip(results, planned, strict=True)
        ]
        if all(once):
            raise Misconception("returns-in-the-loop")
        raise Misconception("n-epochs-ignored", **facts, used=len(got.history))
    found = _explanations(results, planned, wrong, x, y, tolerance)
    if found:
        raise explained(((suspect.tag, suspect.facts) for suspect in found), **facts)
    if _are_round(np.array([results[i].theta for i in wrong])):
        raise Misconception("rounded")
    if not np.all(np.isfinite(got.theta)):
        raise Misconception("not-finite", got=point(got.theta))
    if all(planned[i].n_epochs > 1 for i in wrong):
        raise Misconception("later-steps-differ", **facts)
    raise Misconception(
        "wrong-trajectory", **facts, expected=point(right[first]), got=point(got.theta)
    )


def _explanations(
    results: list[Result],
    planned: tuple[TrainingRun, ...],
    wrong: list[int],
    x: np.ndarray,
    y: np.ndarray,
    tolerance: float,
) -> list[WrongDescent]:
    """The suspects that end where the runs ended, as they stand for the first wrong one.

    Those that explain every run that is not long; else those that explain the first two wrong ones.
    """
    tried = [i for i, run in enumerate(planned) if run.n_epochs <= LONG]
    wrong = [i for i in wrong if i in tried]
    if not wrong:
        return []

    def fitting(make: Callable[[TrainingRun], list[WrongDescent]], runs: list[int]) -> list:
        kinds = zip(*(make(planned[i]) for i in runs), strict=True)
        return [
            kind[runs.index(wrong[0])]
            for kind in kinds
            if all(
                near(results[i].theta, s.theta, tolerance) for i, s in zip(runs, kind, strict=True)
            )
        ]

    ordinary = functools.partial(suspects, x=x, y=y)
    found = fitting(ordinary, tried)
    for one in (i for i in tried if planned[i].n_epochs == 1 and not found):
        first, end = planned[one], results[one].theta
        found = fitting(functools.partial(fitted, x=x, y=y, first=first, end=end), tried)
    return found or (fitting(ordinary, wrong[:2]) if len(wrong) > 1 else [])


def _steps_alike(
    train: Callable[[TrainingRun], Result],
    planned: tuple[TrainingRun, ...],
    x: np.ndarray,
    y: np.ndarray,
) -> bool:
    """Whether one epoch leads as far from each of two starts, and the gradients there differ."""
    starts = [np.array(run.theta0) for run in planned[:2]]
    steps = [train(replace(planned[0], theta0=run.theta0, n_epochs=1)).theta for run in planned[:2]]
    moves = [np.abs(end - start) for end, start in zip(steps, starts, strict=True)]
    slopes = [
        np.abs(theory.hessian(x, len(s) == 2) @ (s - theory.minimum(x, y, len(s) == 2)))
        for s in starts
    ]
    return (
        near(moves[0], moves[1], 1e-3 * np.max(moves))
        and bool(np.any(moves))
        and not near(slopes[0], slopes[1], 0.1)
    )


def judge_history(
    result: Result, run: TrainingRun, x: np.ndarray, y: np.ndarray, tolerance: float
) -> None:
    """Raise the Misconception that explains a wrong history beside right parameters.

    Losses are compared in €², where the large ones decide, and in €, where the small ones count too.
    """
    path = theory.trajectory(x, y, run.theta0, run.lr, run.n_epochs)
    losses = theory.loss(x, y, path)
    got, expected = result.history, losses[:-1]
    if near(got, expected, tolerance) and near(_root(got), _root(expected), 10 * tolerance):
        return
    stopped = near(result.theta, path[min(len(got), run.n_epochs)], tolerance)
    if 0 < len(got) < run.n_epochs and stopped and near(got, expected[: len(got)], tolerance):
        raise Misconception(
            "n-epochs-ignored",
            used=len(got),
            epochs=run.n_epochs,
            lr=run.lr,
            start=point(run.theta0),
        )
    if any(near(got, np.round(expected, digits), values.EXACT) for digits in (4, 2)):
        raise Misconception("rounded")
    if run.n_epochs and len(got) == 0:
        raise Misconception("history-empty", epochs=run.n_epochs)
    if run.n_epochs > 1:
        constant = ("history-constant", np.full(len(got), got[0] if len(got) else 0.0))
        known = (*_wrong_histories(path, x, y), constant)
        fitting = [tag for tag, suspect in known if near(got, suspect, tolerance)]
        if fitting and len(got) > 1:
            raise explained(((tag, {}) for tag in fitting), n=len(x))
    if len(got) != run.n_epochs:
        raise Misconception("history-length", got=len(got), epochs=run.n_epochs)
    index = int(np.argmax(~np.isclose(got, expected, rtol=tolerance, atol=tolerance)))
    raise Misconception(
        "wrong-history", index=index, expected=expected[index], got=f"{got[index]:.6g}"
    )


def _wrong_histories(path: np.ndarray, x: np.ndarray, y: np.ndarray) -> list[values.Suspect]:
    """Suspects for the history of a run.

    Args:
        path: the parameters before the first update and after each, (n_epochs + 1, p).
        x, y: (N,) rides.
    """
    n, losses = len(x), theory.loss(x, y, path)
    expected, before = losses[:-1], path[:-1]
    errors = before @ theory.design(x, bias=path.shape[1] == 2).T - y
    slopes = 2 / n * errors @ theory.design(x, bias=path.shape[1] == 2)
    alone = before * [1, 0][: path.shape[1]]
    return [
        ("history-after-update", losses[1:]),
        *(("history-of-weights", weights) for weights in (*before.T, *path[1:].T)),
        ("history-of-slopes", slopes[:, 0]),
        ("history-running-total", np.cumsum(expected)),
        ("history-running-mean", np.cumsum(expected) / np.arange(1, len(path))),
        ("history-sum", n * expected),
        ("history-half", expected / 2),
        ("history-half-sum", n / 2 * expected),
        ("history-rmse", np.sqrt(expected)),
        ("history-absolute", np.mean(np.abs(errors), axis=1)),
        ("history-mean-error", np.mean(errors, axis=1)),
        *(("history-of-one-ride", errors[:, i] ** factor) for i in (0, -1) for factor in (1, 2)),
        *([("history-without-b", theory.loss(x, y, alone))] if path.shape[1] == 2 else []),
        ("history-reversed", expected[::-1]),
        ("history-after-the-last", losses),
        ("history-of-epochs", np.arange(len(before))),
        ("history-of-epochs", np.arange(1, len(path))),
    ]


def _root(losses: np.ndarray) -> np.ndarray:
    """Losses [€²] as typical errors [€]: a small loss counts, rounding at zero does not."""
    return np.sqrt(np.abs(losses))


def _are_round(numbers: np.ndarray) -> bool:
    """Whether no number has more than four digits behind the point.

    In float32 numbers above a million have none that count; these tell nothing.
    """
    large = np.max(np.abs(numbers)) > 1e6
    return not large and np.allclose(numbers, np.round(numbers, 4), rtol=0, atol=1e-9)


def attempt(train: Callable[[TrainingRun], Result], run: TrainingRun) -> Result:
    """What ``train`` gives back; a run of no epochs that fails has a message of its own."""
    try:
        return train(run)
    except Misconception as wrong:
        if run.n_epochs or wrong.tag != "returns-none":
            raise
        raise Misconception("nothing-at-zero-epochs") from None
    except door.StudentError as error:
        if run.n_epochs:
            raise
        raise Misconception("fails-at-zero-epochs", text=values.said(error)) from None


def _has_another_length(
    result: Result, run: TrainingRun, x: np.ndarray, y: np.ndarray, tolerance: float
) -> bool:
    """Whether the run is the right one of as many epochs as the history has, not as were asked for.

    Parameters that grew too large to tell count as right.
    """
    if len(result.history) == run.n_epochs:
        return False
    overflown = not np.all(np.isfinite(result.theta))
    other = theory.trajectory(x, y, run.theta0, run.lr, len(result.history))[-1]
    return overflown or near(result.theta, other, tolerance)


def _same(a: Result, b: Result, tolerance: float) -> bool:
    return near(a.theta, b.theta, tolerance) and near(a.history, b.history, tolerance)


def read(value: object, bias: bool) -> Result:
    """The (w, history) or (w, b, history) a training function returned, as numbers.

    Raises:
        Misconception: something else came back.
    """
    names = ("w", "b", "history") if bias else ("w", "history")
    expected = f"({', '.join(names)})"
    items = value if door.is_list(value) else ()
    if len(items) != len(names):
        raise _another_number_of_things(value, items, bias, expected)
    *parameters, history = items
    theta = [door.number(parameter) for parameter in parameters]
    if None in theta:
        if door.number(history) is not None and any(door.vector(i) is not None for i in items):
            raise Misconception("history-first", expected=expected)
        name, part = next((n, p) for n, p, t in zip(names, items, theta, strict=False) if t is None)
        if door.vector(part) is not None or door.matrix(part) is not None:
            raise Misconception("parameter-of-many", name=name, got=door.describe(part))
        raise values.not_asked(part if part is not None else value, f"one number for {name}")
    return Result(np.array(theta), read_losses(history))


def _another_number_of_things(
    value: object, items: tuple | list, bias: bool, expected: str
) -> Misconception:
    """What is wrong with an answer of which it is not two or three things that came back."""
    if bias and len(items) == 2:
        nested = type(items[0]) in (tuple, list) and len(items[0]) == 2
        return Misconception("return-nested" if nested else "return-without-b")
    if door.number(value) is not None or door.numbers(value) is not None:
        return Misconception("return-alone", expected=expected, got=door.describe(value))
    if len(items) > 2 + bias:
        return Misconception("returns-more", expected=expected, got=door.describe(value))
    return values.not_asked(value, expected)


def _is_watched(history: object) -> bool:
    """Whether autograd watches a loss in it, on whichever side of the door it is."""
    if door.is_a(history, door.Reference):  # of what is left there, a deque alone may hold losses
        return _is_deque(history) and door.call(door.is_watched, history).value is True
    return door.is_watched(history)


def _is_deque(value: object) -> bool:
    return door.describe(value) == "a deque"


def read_losses(history: object) -> np.ndarray:
    """The losses in a list of them, or in any other container.

    Raises:
        Misconception: it is something else, or holds tensors that keep their graphs.
    """
    if _is_watched(history):
        raise Misconception("history-of-tensors")
    losses = door.numbers(history)
    if losses is not None and type(history) is not dict:
        return losses
    if losses is not None or _is_deque(history):
        raise Misconception("history-no-list", got=door.describe(history))
    if door.number(history) is not None:
        raise Misconception("history-is-one-number")
    rows = door.matrix(history)
    if rows is not None:
        raise Misconception("history-of-rows", several=rows.shape[1])
    if type(history) is list and any(type(loss) is str for loss in history):
        raise Misconception("history-of-texts", got=door.describe(history[0]))
    raise values.not_asked(history, "a list of losses as history")
