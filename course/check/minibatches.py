"""The check of `train_minibatch`: every batch that the loader gives makes one update.

The order in which the rides come is planned beforehand, so that the examiner knows each batch without
asking for it, and computes in NumPy what they lead to.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np

from course import data, door, theory
from course.check import (
    batch_histories,
    batches,
    problems,
    standstill,
    stepping,
    training,
    values,
    wrong_batches,
)
from course.check.batches import Batches, Trial, WalkOf
from course.check.descents import TrainingRun
from course.check.training import Result
from course.check.values import near
from course.check.verdict import Misconception, explained, verdict
from course.check.wrong_batches import Suspect
from course.check.wrong_descents import point
from course.door import probes

TRAINED = 2e-4
"""Relative, for a whole training run in float32: right ones are off by up to 3e-6, and by up to 3e-5
where they diverge."""

CLASS_SEED = 5
"""What the order of the class's own rides is drawn from."""

DEFAULT = TrainingRun(theta0=(0.0, 0.0), lr=0.02, n_epochs=50)
"""What the default arguments stand for."""

Suspects = Callable[[Trial], list[Suspect]]

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
        (N, TrainingRun(other, slow, 1)),
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
        given, run = trial.batches, trial.run
        settings: dict[str, float] = dict(zip(("w0", "b0"), run.theta0, strict=True))
        settings |= {"lr": run.lr, "n_epochs": run.n_epochs}
        reply = door.call(
            probes.train_on_batches,
            train_minibatch,
            given.x,
            given.y,
            given.size,
            given.plan,
            {} if run == DEFAULT else settings,
        )
        value, *after = reply.value
        before = tuple(map(training.float32_tensor, (given.x, given.y)))
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
        if wrong.tag == "wrong-batches":
            called = _called(train_minibatch, planned[0], stepping.LATE)
            stepping.explain_optimizer(door.call(probes.watched, *called).value)
        raise
    for result, trial in zip(results, planned, strict=True):
        _judge_history(result, trial.walked(walk_of))
    training.judge_recorded(results, [trial.run.n_epochs for trial in planned])


def _explain_standstill(train_minibatch: Callable, trial: Trial) -> None:
    """Raise the Misconception behind parameters that stay where they were, if it can be seen."""
    given, run = trial.batches, trial.run
    first = given.plan[0][: given.size]
    due = theory.trajectory(given.x[first], given.y[first], run.theta0, run.lr, 1)[-1]
    standstill.explain(*_called(train_minibatch, trial, 1), start=run.theta0, due=due)


def _called(train_minibatch: Callable, trial: Trial, n_epochs: int) -> tuple:
    """A function of `probes` and its arguments: a call of so many epochs on the batches of ``trial``."""
    given, run = trial.batches, trial.run
    settings = {"w0": run.theta0[0], "b0": run.theta0[1], "lr": run.lr, "n_epochs": n_epochs}
    rides = given.x, given.y, given.size, given.plan
    return probes.train_on_batches, train_minibatch, *rides, settings


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
    """In which walks the steps were made; raise the Misconception that explains wrong ones."""
    got = [result.theta for result in results]
    for walk_of in WALKS:
        if _all_near(got, (batches.end(trial.walked(walk_of)) for trial in planned)):
            return walk_of
    right = [batches.end(trial) for trial in planned]
    wrong = [i for i, theta in enumerate(right) if not near(got[i], theta, TRAINED)]
    first = wrong[0]
    run, size = planned[first].run, planned[first].batches.size
    facts = {"epochs": run.n_epochs, "lr": run.lr, "start": point(run.theta0)}
    facts |= {"n": size, "n_minus_1": size - 1}
    used = len(results[first].history)
    if all(_has_another_length(results[i], planned[i]) for i in wrong):
        raise Misconception("n-epochs-ignored", **facts, used=used)
    found = _explanations(results, planned, wrong)
    if found:
        raise explained(((suspect.tag, suspect.facts) for suspect in found), **facts)
    if all(np.array_equal(theta, np.round(theta, 4)) for theta in got):
        raise Misconception("rounded")
    if not np.all(np.isfinite(got[first])):
        raise Misconception("not-finite", got=point(got[first]))
    raise Misconception(
        "wrong-batches", **facts, expected=point(right[first]), got=point(got[first])
    )


def _has_another_length(result: Result, trial: Trial) -> bool:
    """Whether the trial is the right one of as many epochs as the history has, not as were asked for."""
    epochs = len(result.history)
    other = replace(trial, run=replace(trial.run, n_epochs=epochs))
    return epochs < trial.run.n_epochs and near(result.theta, batches.end(other), TRAINED)


def _explanations(results: list[Result], planned: list[Trial], wrong: list[int]) -> list[Suspect]:
    """The suspects that end where the trials ended, as they stand for the first wrong one.

    Those that explain every trial, short of the long ones; else those that explain the first two wrong
    ones that have not overflown. The steps may be made in any of `WALKS`.
    """
    tried = [i for i, trial in enumerate(planned) if trial.run.n_epochs <= training.LONG]
    wrong = [i for i in wrong if i in tried]
    if not wrong:
        return []
    one = next(i for i in tried if _steps(planned[i]) == 1)

    def fitting(make: Suspects, trials: list[int], walk_of: WalkOf = WALKS[0]) -> list[Suspect]:
        kinds = list(zip(*(make(planned[i].walked(walk_of)) for i in trials), strict=True))
        with np.errstate(all="ignore"):  # some of them diverge
            for i in sorted(trials, key=lambda i: _steps(planned[i])):  # what is short tells most
                place = trials.index(i)
                kinds = [kind for kind in kinds if _explains(kind[place].end(), results[i].theta)]
        at = next(place for place, i in enumerate(trials) if i in wrong)
        return [kind[at] for kind in kinds]

    def with_numbers(trial: Trial) -> list[Suspect]:
        return wrong_batches.fitted(trial, planned[one], results[one].theta)

    for walk_of in WALKS:
        found = fitting(wrong_batches.suspects, tried, walk_of)
        if found:
            return found
    found = fitting(with_numbers, tried)
    telling = [i for i in wrong if np.all(np.isfinite(results[i].theta))]
    if not found and len(telling) > 1:
        found = fitting(wrong_batches.suspects, telling[:2])
    return found


def _steps(trial: Trial) -> int:
    return trial.run.n_epochs * len(trial.batches.of(0))


def _explains(end: np.ndarray, theta: np.ndarray) -> bool:
    """Whether the parameters are those of a suspect; what has overflown is like anything that has."""
    if not np.all(np.isfinite(end)):
        return not np.all(np.isfinite(theta))
    return near(theta, end, TRAINED)


def _judge_history(result: Result, trial: Trial) -> None:
    """Raise the Misconception that explains a wrong history beside right parameters."""
    got, epochs = result.history, trial.run.n_epochs
    expected = batch_histories.right(trial)
    if near(got, expected, TRAINED) and near(_root(got), _root(expected), 10 * TRAINED):
        return
    if any(near(got, np.round(expected, digits), values.EXACT) for digits in (4, 3, 2)):
        raise Misconception("rounded")
    if epochs > 1:
        known = batch_histories.suspects(trial)
        fitting = [tag for tag, suspect in known if near(got, suspect, TRAINED)]
        if fitting:
            raise explained(((tag, {}) for tag in fitting), n=len(trial.batches.y))
        if len(got) == epochs and near(got, expected * (got[0] / expected[0]), TRAINED):
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
