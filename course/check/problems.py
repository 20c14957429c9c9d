"""The data that checks are run on: the class's own, a second set, or generic data drawn from a seed."""

import os

import numpy as np

from course import data

N_GENERIC = 7
"""Rides of generic data: no N at which a known wrong answer equals the right one."""

SECOND = 0
"""The seed of the second set that a test at home asks on: the same for everybody, and everywhere.

No answer that fits the class's four rides by chance fits its three: they are fewer, and noisy.
"""

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
    if seed in (None, SECOND) or not key:
        return np.random.default_rng(in_class if seed is None else seed)
    return np.random.default_rng([seed, int(key, 16)])


def rides(seed: int | None = None, flag_fall: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """Rides to train on: the taxi's (no seed), three noisy ones (`SECOND`), or seven noisy ones.

    No formula fits the noisy ones exactly. The seven have negative and non-integer distances, fares that are not proportional to
    them, and residuals that are not constant, so that formulas which agree on the class's data
    differ. NumPy's global random state is neither read nor changed.

    Returns:
        x: (N,) float64, km. y: (N,) float64, €.
    """
    if seed is None:
        return data.taxi(flag_fall)
    if seed == SECOND:
        x = np.array([2.63, 0.71, 1.94])
        return x, data.PRICE * x + flag_fall + [0.417, 0.883, -0.761]
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
