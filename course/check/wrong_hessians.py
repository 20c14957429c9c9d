"""Matrices that people take for the Hessian of y = wx + b under the mean squared error.

`theory.hessian` is 2·[[mean(x²), mean(x)], [mean(x), 1]]. A Hessian with another number in front has
the same eigenvectors and the same condition number; these have not.
"""

from collections.abc import Iterator

import numpy as np

Matrix = np.ndarray
"""(2, 2); the rows and columns belong to w and b."""


def wrong_entries(x: np.ndarray) -> Iterator[tuple[str, Matrix]]:
    """What is wrong with a matrix of (N,) distances, in words that fit "a Hessian with …", and it."""
    square, mean, N = np.mean(x**2), np.mean(x), len(x)

    def matrix(w_w: float, w_b: float, b_b: float) -> Matrix:
        return np.array([[w_w, w_b], [w_b, b_b]])

    yield "mean(x)², not mean(x²), in its first place", matrix(2 * mean**2, 2 * mean, 2)
    yield "mean(x) beside its diagonal, without the 2", matrix(2 * square, mean, 2)
    yield "1 in its last place, without the 2", matrix(2 * square, 2 * mean, 1)
    yield "zeros beside its diagonal", matrix(2 * square, 0, 2)
    yield "N in its last place, where the mean of 1 belongs", matrix(2 * square, 2 * mean, 2 * N)
    yield (
        "sums in its first row, and a mean of 1 in the last place",
        matrix(2 * N * square, 2 * N * mean, 2),
    )
    yield (
        "a sum of squares in its first place, where their mean belongs",
        matrix(2 * N * square, 2 * mean, 2),
    )
    yield "minus signs beside its diagonal", matrix(2 * square, -2 * mean, 2)
    yield "the variance of x in its first place", matrix(2 * np.var(x), 2 * mean, 2)
