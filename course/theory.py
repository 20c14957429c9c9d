"""What gradient descent does on a mean squared error, in closed form.

The loss L(θ) = (1/N) Σ (X θ − y)² is a quadratic with constant Hessian H = (2/N) XᵀX, so a
step at learning rate lr multiplies the distance to the minimum by (I − lr·H) and
θ_k = θ* + (I − lr·H)^k (θ_0 − θ*). See Boyd & Vandenberghe, Convex Optimization, §9.3, or
Goh, "Why Momentum Really Works", Distill 2017.

θ is (w,) for y = w·x and (w, b) for y = w·x + b.
"""

import numpy as np
from numpy.typing import ArrayLike

from course.door.absent import not_for_answers


@not_for_answers
def design(x: np.ndarray, bias: bool) -> np.ndarray:
    """The (N, 1) matrix [x], or the (N, 2) matrix [x, 1] with a bias."""
    x = np.asarray(x, dtype=float)
    return np.column_stack([x, np.ones_like(x)]) if bias else x[:, None]


@not_for_answers
def hessian(x: np.ndarray, bias: bool) -> np.ndarray:
    """Second derivatives of the mean squared error, (1, 1) or (2, 2)."""
    X = design(x, bias)
    return 2 / len(X) * X.T @ X


@not_for_answers
def minimum(x: np.ndarray, y: np.ndarray, bias: bool) -> np.ndarray:
    """θ*, the least-squares solution, (1,) or (2,)."""
    return np.linalg.lstsq(design(x, bias), np.asarray(y, dtype=float), rcond=None)[0]


@not_for_answers
def loss(x: np.ndarray, y: np.ndarray, theta: ArrayLike) -> np.ndarray:
    """Mean squared error [€²] of each θ in ``theta``, shape (..., p) → (...)."""
    theta = np.asarray(theta, dtype=float)
    X = design(x, bias=theta.shape[-1] == 2)
    return np.mean((theta @ X.T - y) ** 2, axis=-1)


@not_for_answers
def trajectory(
    x: np.ndarray, y: np.ndarray, theta0: ArrayLike, lr: float, n_epochs: int
) -> np.ndarray:
    """θ_0 to θ_n of gradient descent, shape (n_epochs + 1, p), without a loop."""
    theta0 = np.asarray(theta0, dtype=float)
    bias = len(theta0) == 2
    best = minimum(x, y, bias)
    eigenvalues, modes = np.linalg.eigh(hessian(x, bias))
    factors = (1 - lr * eigenvalues) ** np.arange(n_epochs + 1)[:, None]
    return best + (factors * (modes.T @ (theta0 - best))) @ modes.T


@not_for_answers
def fate(factor: float) -> str:
    """What a run does in which each step multiplies the distance to the minimum by ``factor``.

    For one parameter the factor is 1 − lr·H. Where "arrives" ends is a convention: at a factor of 0.5
    in size, four steps leave a sixteenth of the distance.

    Returns: "creeps" (above 0.5), "arrives" (0.5 to −0.5), "swings" (below −0.5), or "runs away"
        (above 1 in size). At −1 it swings for ever.
    """
    if abs(factor) > 1:
        return "runs away"
    if abs(factor) <= 0.5:
        return "arrives"
    return "creeps" if factor > 0 else "swings"
