"""The check of `train_minibatch`: every batch that the loader gives makes one update.

The order in which the rides come is planned beforehand, so that the examiner knows each batch without
asking for it, and computes in NumPy what they lead to.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np

from course import data, door, theory
from course.check import problems, standstill, training, values, wrong_batches
from course.check.training import Result
from course.check.values import near
from course.check.verdict import Misconception, verdict
from course.check.wrong_batches import Batches, Trial, WalkOf
from course.check.wrong_descents import TrainingRun, WrongDescent, point
from course.door import probes

TRAINED = 5e-5
"""Relative, for a whole training run in float32: right ones are off by up to 3e-6."""

CLASS_SEED = 5
"""What the order of the class's own rides is drawn from."""

DEFAULT = TrainingRun(theta0=(0.0, 0.0), lr=0.02, n_epochs=50)
"""What the default arguments stand for."""

WALKS: tuple[WalkOf, ...] = (
    lambda k: k,
    lambda k: k + 1,  # the rides are counted beforehand
    lambda k: 2 * k,  # they are counted after each epoch, or before it
    lambda k: 2 * k + 1,
)
"""Which walk through the loader the steps of epoch k may be made in."""


def trials(x: np.ndarray, y: np.ndarray, random: np.random.Generator) -> list[Trial]:
    """Batches, starts, rates and lengths that tell the known mistakes apart on (N,) rides.

    In most of them the last batch is smaller; in one a batch is one ride, in one all rides. The rates
    are safe for every batch there can be, but for the fourth trial, where even all rides at once
    would diverge. One starts at the minimum, where a loop that stops early would stop.
    """
    N, largest = len(x), 2 * (np.max(x**2) + 1)
    size = 3 if N > 3 else 2
    start, other = (0.6, -0.7), (-1.3, 0.4)
    best = theory.minimum(x, y, bias=True)
    slow, oscillating = 0.31 / largest, 1.63 / largest
    diverging = 7 / np.linalg.eigvalsh(theory.hessian(x, bias=True))[-1]
    planned = [
        (size, TrainingRun(start, slow, 4)),
        (1, TrainingRun(other, slow, 3)),
        (size, TrainingRun(other, oscillating, 6)),
        (size, TrainingRun(start, diverging, 3)),
        (N, TrainingRun(start, slow, 5)),
        (size, TrainingRun(other, slow, 1)),
        (size, TrainingRun(start, slow, 0)),
        (size, TrainingRun((float(best[0]), float(best[1])), slow, 4)),
        (2, DEFAULT),
    ]
    return [
        Trial(Batches(x, y, size, _plan(random, N, 2 * run.n_epochs + 2)), run)
        for size, run in planned
    ]


@verdict
def train_minibatch(train_minibatch: Callable, seed: int | None = None) -> None:
    """`train_minibatch(loader, w0=0.0, b0=0.0, lr=0.02, n_epochs=50)` → (w, b, history)."""
    x, y = problems.rides(seed, data.FLAG_FALL)
    planned = trials(x, y, problems.generator(seed, in_class=CLASS_SEED))

    def call(trial: Trial) -> Result:
        batches, run = trial.batches, trial.run
        settings: dict[str, float] = dict(zip(("w0", "b0"), run.theta0, strict=True))
        settings |= {"lr": run.lr, "n_epochs": run.n_epochs}
        reply = door.call(
            probes.train_on_batches,
            train_minibatch,
            batches.x,
            batches.y,
            batches.size,
            batches.plan,
            {} if run == DEFAULT else settings,
        )
        value, *after = reply.value
        before = tuple(map(training.float32_tensor, (batches.x, batches.y)))
        values.unchanged(before, tuple(after), ("loader",) * 2)
        return replace(training.read(value, bias=True), operations=reply.operations)

    def attempt(trial: Trial) -> Result:
        return training.attempt(lambda run: call(trial), trial.run)

    first, again = call(planned[0]), call(planned[0])
    if not (
        near(first.theta, again.theta, TRAINED) and near(first.history, again.history, TRAINED)
    ):
        raise Misconception("state-between-calls")
    results = [first, *map(attempt, planned[1:])]
    try:
        walk_of = _judge_parameters(results, planned)
    except Misconception as wrong:
        if wrong.tag == "never-updates":
            _explain_standstill(train_minibatch, planned[0])
        raise
    for result, trial in zip(results, planned, strict=True):
        _judge_history(result, trial, walk_of)
    training.judge_recorded(results, [trial.run.n_epochs for trial in planned])


def _explain_standstill(train_minibatch: Callable, trial: Trial) -> None:
    """Raise the Misconception behind parameters that stay where they were, if it can be seen."""
    batches, run = trial.batches, trial.run
    first = batches.plan[0][: batches.size]
    standstill.explain(
        probes.train_on_batches,
        train_minibatch,
        batches.x,
        batches.y,
        batches.size,
        batches.plan,
        {"w0": run.theta0[0], "b0": run.theta0[1], "lr": run.lr, "n_epochs": 1},
        start=run.theta0,
        due=theory.trajectory(batches.x[first], batches.y[first], run.theta0, run.lr, 1)[-1],
    )


def _plan(random: np.random.Generator, n: int, walks: int) -> np.ndarray:
    """(walks, n) orders of ``n`` rides, no two in a row alike."""
    order = random.permutation(n)
    rows = [order]
    while len(rows) < walks:
        order = random.permutation(n)
        if not np.array_equal(order, rows[-1]):
            rows.append(order)
    return np.array(rows)


def _judge_parameters(results: list[Result], planned: list[Trial]) -> WalkOf:
    """In which walks the steps were made; raise the Misconception that explains wrong ones.

    A suspect that explains every trial comes before one that explains the first wrong one alone.
    """
    got = [result.theta for result in results]
    for walk_of in WALKS:
        if _all_near(got, (wrong_batches.end(trial, walk_of) for trial in planned)):
            return walk_of
    right = [wrong_batches.end(trial) for trial in planned]
    first = next(i for i, theta in enumerate(right) if not near(got[i], theta, TRAINED))
    run = planned[first].run
    n, start = len(planned[0].batches.y), point(run.theta0)
    facts = {"n": n, "epochs": run.n_epochs, "lr": run.lr, "start": start}
    tried = list(zip(*map(wrong_batches.suspects, planned), strict=True))

    def explanation(explained: list[int]) -> WrongDescent | None:
        for suspect in tried:
            if _all_near((got[i] for i in explained), (suspect[i].theta for i in explained)):
                return suspect[first]
        return None

    suspect = explanation(list(range(len(planned)))) or explanation([first])
    if suspect:
        raise Misconception(suspect.tag, **facts, **suspect.facts)
    if not np.all(np.isfinite(got[first])):
        raise Misconception("not-finite", got=point(got[first]))
    raise Misconception(
        "wrong-batches", **facts, expected=point(right[first]), got=point(got[first])
    )


def _judge_history(result: Result, trial: Trial, walk_of: WalkOf) -> None:
    """Raise the Misconception that explains a wrong history beside right parameters."""
    got, epochs = result.history, trial.run.n_epochs
    expected = wrong_batches.right_history(trial, walk_of)
    if near(got, expected, TRAINED) and near(_root(got), _root(expected), 10 * TRAINED):
        return
    if epochs > 1:
        for tag, suspect in wrong_batches.histories(trial, walk_of):
            if near(got, suspect, TRAINED):
                raise Misconception(tag, n=len(trial.batches.y))
        if near(got, expected * (got[0] / expected[0]), TRAINED):
            raise Misconception("history-divisor")
    if len(got) == 0:
        raise Misconception("history-empty", epochs=epochs)
    if len(got) != epochs:
        raise Misconception("history-length", got=len(got), epochs=epochs)
    index = int(np.argmax(~np.isclose(got, expected, rtol=TRAINED, atol=TRAINED)))
    raise Misconception(
        "wrong-history-of-batches", index=index, expected=expected[index], got=f"{got[index]:.6g}"
    )


def _root(losses: np.ndarray) -> np.ndarray:
    """Losses [€²] as typical errors [€]: a small loss counts, rounding at zero does not."""
    return np.sqrt(np.abs(losses))


def _all_near(got: Iterable[np.ndarray], expected: Iterable[np.ndarray]) -> bool:
    return all(near(a, b, TRAINED) for a, b in zip(got, expected, strict=True))
