"""Checks of 01-by-hand: every step in NumPy."""

import numpy as np

from course.check import door, problems, training
from course.check.verdict import Misconception, verdict

TOLERANCE = 1e-5
"""Relative: float32 arithmetic passes, every known mistake is orders of magnitude away."""


@verdict
def train(train, seed: int | None = None) -> None:
    """`train(x, y, w0=0.0, lr=0.01, n_epochs=100)` → (w, history)."""
    x, y = problems.rides(seed)
    defaults = (training.Run((0.0,), 0.01, 100),)

    def run(run: training.Run) -> training.Result:
        (w0,) = run.theta0
        settings = {} if run in defaults else {"w0": w0, "lr": run.lr, "n_epochs": run.n_epochs}
        return _train(train, x, y, bias=False, **settings)

    training.judge(run, x, y, bias=False, tolerance=TOLERANCE, defaults=defaults)


@verdict
def train_wb(train_wb, seed: int | None = None) -> None:
    """`train_wb(x, y, w0=0.0, b0=0.0, lr=0.1, n_epochs=1000)` → (w, b, history)."""
    x, y = problems.rides(seed, flag_fall=3.0)
    defaults = (training.Run((0.0, 0.0), 0.1, 1000),)

    def run(run: training.Run) -> training.Result:
        w0, b0 = run.theta0
        settings = {"w0": w0, "b0": b0, "lr": run.lr, "n_epochs": run.n_epochs}
        return _train(train_wb, x, y, bias=True, **({} if run in defaults else settings))

    training.judge(run, x, y, bias=True, tolerance=TOLERANCE, defaults=defaults)


def _train(
    function, x: np.ndarray, y: np.ndarray, bias: bool, **settings: float
) -> training.Result:
    reply = door.call(function, x, y, **settings)
    for name, before, after in zip(("x", "y"), (x, y), reply.args, strict=True):
        if not np.array_equal(before, after):
            raise Misconception("changed-input", name=name)
    return training.read(reply.value, bias)
