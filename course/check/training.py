"""The one judge of every training loop: right or wrong first, then which idea explains it.

Right means: the parameters and the history are those of plain gradient descent on the mean
squared error, for several starts, rates and lengths, among them zero epochs and a rate that must
diverge. Only a wrong result is diagnosed, by finding the known mistake whose own simulation gives
the same numbers on the same data.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch

from course import door, theory
from course.check import problems, values
from course.check.wrong_descents import Parameters, Run, mistakes, point
from course.check.values import near
from course.check.verdict import Misconception


@dataclass(frozen=True)
class Result:
    """What a training function gave back: theta (p,) and the losses before each update."""

    theta: Parameters
    history: np.ndarray


def runs(x: np.ndarray, y: np.ndarray, bias: bool) -> list[Run]:
    """Starts, rates and lengths that tell the known mistakes apart on these rides.

    Rates are fractions of the largest eigenvalue's inverse, so that each run is slow,
    oscillating or diverging on any data. The first run is the one that diagnoses best; the
    diverging one grows beyond any limit set on its steps; the last starts at the minimum, where
    a loop that watches for convergence stops.
    """
    largest = np.linalg.eigvalsh(theory.hessian(x, bias))[-1]
    start, other = ((0.6, -0.7), (-1.3, 0.4)) if bias else ((0.6,), (-1.3,))
    return [
        Run(start, 0.31 / largest, 5),
        Run(other, 1.63 / largest, 8),
        Run(start, 4.21 / largest, 7),
        Run(other, 0.31 / largest, 1),
        Run(start, 0.31 / largest, 0),
        Run(tuple(map(float, theory.minimum(x, y, bias))), 0.31 / largest, 3),
    ]


def judge(
    train: Callable[[Run], Result],
    x: np.ndarray,
    y: np.ndarray,
    bias: bool,
    tolerance: float,
    defaults: tuple[Run, ...] = (),
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
    results = [first, *(_run(train, run) for run in planned[1:])]
    judge_theta(results, planned, x, y, tolerance)
    for result, run in zip(results, planned, strict=True):
        judge_history(result, run, x, y, tolerance)


def judge_function(
    train: Callable,
    seed: int | None,
    flag_fall: float,
    tolerance: float,
    default: Run,
    make: Callable[[np.ndarray], object],
) -> None:
    """Judge a student's ``train`` on `problems.rides`.

    Args:
        default: the run that its default arguments stand for; it is called without them.
        make: what it takes x and y as, made of (N,) float64 arrays.
    """
    x, y = problems.rides(seed, flag_fall)
    names = ("w0", "b0")[: len(default.theta0)]

    def call(run: Run) -> Result:
        settings = dict(zip(names, run.theta0, strict=True))
        settings |= {"lr": run.lr, "n_epochs": run.n_epochs}
        given = make(x), make(y)
        reply = door.call(train, *given, **({} if run == default else settings))
        before, after = (tuple(map(door.vector, sides)) for sides in (given, reply.args))
        values.unchanged(before, after, ("x", "y"))
        return read(reply.value, bias=len(names) == 2)

    judge(call, x, y, len(names) == 2, tolerance, defaults=(default,))


def float32_tensor(rides: np.ndarray) -> torch.Tensor:
    """(N,) rides as the tensor that the notebooks train on."""
    return torch.tensor(rides, dtype=torch.float32)


def judge_theta(
    results: list[Result], planned: tuple[Run, ...], x: np.ndarray, y: np.ndarray, tolerance: float
) -> None:
    """Raise the Misconception that explains wrong parameters.

    A mistake that explains every run comes before one that explains the first wrong run alone.
    """
    expected = [theory.trajectory(x, y, run.theta0, run.lr, run.n_epochs)[-1] for run in planned]
    fits = [
        near(result.theta, theta, tolerance)
        for result, theta in zip(results, expected, strict=True)
    ]
    if all(fits):
        return
    first = fits.index(False)
    run, theta = planned[first], results[first].theta
    facts = {"n": len(x), "epochs": run.n_epochs, "lr": run.lr, "start": run}
    lengths = [len(result.history) for result in results]
    if all(
        fit or (length != run.n_epochs and _stopped_after(length, result, run, x, y, tolerance))
        for fit, length, result, run in zip(fits, lengths, results, planned, strict=True)
    ):
        raise Misconception("n-epochs-ignored", **facts, used=lengths[first])
    suspects = list(zip(*(mistakes(run, x, y) for run in planned), strict=True))
    moved = [result.theta for fit, result in zip(fits, results, strict=True) if not fit]
    rounds = _are_round(np.array(moved))
    for wrong in (range(len(planned)), [first]):
        if rounds and wrong == [first]:
            raise Misconception("rounded")
        for suspect in suspects:
            if all(near(results[i].theta, suspect[i][1], tolerance) for i in wrong):
                tag, _, used = suspect[first]
                raise Misconception(tag, **facts, **used)
    if not np.all(np.isfinite(theta)):
        raise Misconception("not-finite", got=point(theta))
    if all(fit for fit, run in zip(fits, planned, strict=True) if run.n_epochs <= 1):
        raise Misconception("later-steps-differ", **facts)
    raise Misconception(
        "wrong-trajectory", **facts, expected=point(expected[first]), got=point(theta)
    )


def judge_history(result: Result, run: Run, x: np.ndarray, y: np.ndarray, tolerance: float) -> None:
    """Raise the Misconception that explains a wrong history beside right parameters."""
    path = theory.trajectory(x, y, run.theta0, run.lr, run.n_epochs)
    losses = theory.loss(x, y, path)
    got, expected = result.history, losses[:-1]
    if near(got, expected, tolerance) and near(_root(got), _root(expected), 10 * tolerance):
        return
    stopped = near(result.theta, path[min(len(got), run.n_epochs)], tolerance)
    if 0 < len(got) < run.n_epochs and stopped and near(got, expected[: len(got)], tolerance):
        raise Misconception(
            "n-epochs-ignored", used=len(got), epochs=run.n_epochs, lr=run.lr, start=run
        )
    if near(got, np.round(expected, 4), 1e-9) or near(got, np.round(expected, 2), 1e-9):
        raise Misconception("rounded")
    if run.n_epochs > 1 and len(got) in (run.n_epochs, run.n_epochs + 1):
        n = len(got)
        for tag, wrong in (
            ("history-after-update", losses[1:]),
            ("history-of-weights", path[:-1, 0]),
            ("history-of-weights", path[1:, 0]),
            ("history-running-total", np.cumsum(expected)),
            ("history-sum", len(x) * expected),
            ("history-half", expected / 2),
            ("history-rmse", np.sqrt(expected)),
            ("history-reversed", expected[::-1]),
            ("history-constant", np.full(n, got[0])),
        ):
            if near(got, wrong, tolerance):
                raise Misconception(tag, n=len(x))
    if len(got) != run.n_epochs:
        raise Misconception("history-length", got=len(got), epochs=run.n_epochs)
    index = int(np.argmax(~np.isclose(got, expected, rtol=tolerance, atol=tolerance)))
    raise Misconception(
        "wrong-history", index=index, expected=expected[index], got=f"{got[index]:.6g}"
    )


def _root(losses: np.ndarray) -> np.ndarray:
    """Losses [€²] as typical errors [€]: a small loss counts, rounding at zero does not."""
    return np.sqrt(np.abs(losses))


def _are_round(numbers: np.ndarray) -> bool:
    """Whether no number has more than four digits behind the point; large ones never have."""
    large = np.max(np.abs(numbers)) > 1e6
    return not large and np.allclose(numbers, np.round(numbers, 4), rtol=0, atol=1e-9)


def _run(train: Callable[[Run], Result], run: Run) -> Result:
    try:
        return train(run)
    except door.StudentError as error:
        if run.n_epochs:
            raise
        raise Misconception("fails-at-zero-epochs", text=error) from None


def _stopped_after(
    n_epochs: int, result: Result, run: Run, x: np.ndarray, y: np.ndarray, tolerance: float
) -> bool:
    """Whether the parameters are the right ones of another length, or grew too large to tell."""
    overflown = not np.all(np.isfinite(result.theta))
    other = theory.trajectory(x, y, run.theta0, run.lr, n_epochs)[-1]
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
    if value is None:
        raise Misconception("returns-none")
    if type(value) not in (tuple, list) or len(value) != len(names):
        if bias and type(value) in (tuple, list) and len(value) == 2:
            nested = type(value[0]) in (tuple, list) and len(value[0]) == 2
            raise Misconception("return-nested" if nested else "return-without-b")
        raise Misconception("wrong-return", expected=expected, got=door.describe(value))
    *parameters, history = value
    theta = [door.number(parameter) for parameter in parameters]
    if None in theta:
        if door.vector(value[0]) is not None and door.number(history) is not None:
            raise Misconception("history-first", expected=expected)
        raise Misconception(
            "wrong-return",
            expected=expected + " with numbers for the parameters",
            got=door.describe(value),
        )
    losses = read_losses(history)
    if losses is None and door.number(history) is not None:
        raise Misconception("history-is-one-number")
    if losses is None:
        raise Misconception(
            "wrong-return",
            expected=expected + " with a list of losses as history",
            got=door.describe(value),
        )
    return Result(np.array(theta), losses)


def read_losses(history: object) -> np.ndarray | None:
    """The losses in a list, array or tensor of them; None if it is something else.

    Raises:
        Misconception: it holds tensors that keep their graphs.
    """
    if type(history) is list and any(
        issubclass(type(loss), torch.Tensor) and loss.requires_grad for loss in history
    ):
        raise Misconception("history-of-tensors")
    return door.vector(history)
