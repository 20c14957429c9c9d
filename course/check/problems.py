"""The data that checks are run on: the class's own, or generic data drawn from a seed."""

import os

import numpy as np

from course import data

N_GENERIC = 7
"""Rides of generic data: no N at which a known wrong answer equals the right one."""


KEY = "GRADING_KEY"
"""The variable of the environment from which hidden data is drawn while a submission is graded."""


def generator(seed: int | None, in_class: int = 0) -> np.random.Generator:
    """What all data of checks is drawn with.

    While a submission is graded, what a ``seed`` gives depends on the submission and on a secret of the
    course (`course.grading.secret`). So no table of seeds holds the answers.

    Args:
        in_class: the seed in place of None: that data is the same for everybody, and everywhere.
    """
    key = os.environ.get(KEY)
    if seed is None or not key:
        return np.random.default_rng(in_class if seed is None else seed)
    return np.random.default_rng([seed, int(key, 16)])


def rides(seed: int | None = None, flag_fall: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """Rides to train on: the taxi's (no seed), or seven that no formula fits exactly.

    The seeded rides have negative and non-integer distances, fares that are not proportional to
    them, and residuals that are not constant, so that formulas which agree on the class's data
    differ. NumPy's global random state is neither read nor changed.

    Returns:
        x: (N,) float64, km. y: (N,) float64, €.
    """
    if seed is None:
        return data.taxi(flag_fall)
    random = generator(seed)
    x = np.array([-2.3, -1.1, -0.4, 0.7, 1.6, 2.2, 3.1]) + random.uniform(-0.15, 0.15, N_GENERIC)
    y = (
        data.PRICE * x
        + flag_fall
        + 0.8
        + random.uniform(0.4, 1.2, N_GENERIC) * [1, -1, 1, 1, -1, -1, 1]
    )
    order = random.permutation(N_GENERIC)
    return x[order], y[order]
