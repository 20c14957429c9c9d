"""Matrices that people take for the Hessian of y = wx + b under the mean squared error.

`theory.hessian` is 2·[[mean(x²), mean(x)], [mean(x), 1]]. A Hessian with another number in front has
the same eigenvectors and the same condition number; these have not.
"""

import numpy as np

Matrix = np.ndarray
"""(2, 2); the rows and columns belong to w and b."""


def wrong_entries(x: np.ndarray) -> dict[str, Matrix]:
    """Matrices of (N,) distances by what is wrong with them, in words that fit "a Hessian with …"."""
    square, mean, N = np.mean(x**2), np.mean(x), len(x)

    def matrix(w_w: float, w_b: float, b_b: float) -> Matrix:
        return np.array([[w_w, w_b], [w_b, b_b]])

    return {
        "mean(x)², not mean(x²), in its first place": matrix(2 * mean**2, 2 * mean, 2),
        "mean(x) beside its diagonal, without the 2": matrix(2 * square, mean, 2),
        "1 in its last place, without the 2": matrix(2 * square, 2 * mean, 1),
        "zeros beside its diagonal": matrix(2 * square, 0, 2),
        "N in its last place, where the mean of 1 belongs": matrix(2 * square, 2 * mean, 2 * N),
        "a sum in its first place, where a mean belongs": matrix(2 * N * square, 2 * mean, 2),
        "sums in its first row, and the mean of 1 in its last place": matrix(
            2 * N * square, 2 * N * mean, 2
        ),
        "minus signs beside its diagonal": matrix(2 * square, -2 * mean, 2),
        "the variance of x in its first place": matrix(2 * np.var(x), 2 * mean, 2),
    }
