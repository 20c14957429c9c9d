"""Functions that the notebook uses."""

import numpy as np


def grid(a, b, n):
    """n + 1 points from a to b, all as far from the next."""
    return np.linspace(a, b, n + 1)


def relative(value, exact):
    """The relative error."""
    return abs(value - exact) / abs(exact)
