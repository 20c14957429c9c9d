"""What is put behind a linear layer, or before it, told by what comes out."""

import numpy as np


def activation(points: np.ndarray, out: np.ndarray) -> str | None:
    """The name of what (N, n_in) points have gone through besides a line; None if it is not known.

    Args:
        out: (N, n_out) predictions.
    """
    with np.errstate(all="ignore"):
        sums = {"softmax": out.sum(axis=1), "log_softmax": np.exp(out).sum(axis=1)}
        sums |= {"softmax over the rides": out.sum(axis=0)}
        sums |= {"log_softmax over the rides": np.exp(out).sum(axis=0)}
        undone = {
            "sigmoid": np.log(out / (1 - out)),
            "tanh": np.arctanh(out),
            "exp": np.log(out),
            "leaky ReLU": np.where(out < 0, 100 * out, out),
            "ELU": np.where(out < 0, np.log1p(out), out),
            "softplus": np.log(np.expm1(out)),
        }
    for name, total in sums.items():
        if np.allclose(total, 1, rtol=0, atol=1e-5):
            return name
    if _is_linear(points, out):
        return None
    for name, before in undone.items():
        if _is_linear(points, before):
            return name
    positive = out > 0
    if np.all(out >= 0) and not np.all(positive) and _linear_where(points, out, positive):
        return "ReLU"
    if _is_linear(points**2, out):
        return "a square of x"
    return None


def _is_linear(points: np.ndarray, out: np.ndarray) -> bool:
    """Whether all outputs are W·x + b, for some W and b; float32 is enough."""
    return bool(np.all(np.isfinite(out))) and _linear_where(points, out, np.full(out.shape, True))


def _linear_where(points: np.ndarray, out: np.ndarray, where: np.ndarray) -> bool:
    """Whether the outputs are W·x + b ``where`` asked, on more points than W and b have entries."""
    X = np.column_stack([points, np.ones(len(points))])
    for values, asked in zip(out.T, where.T, strict=True):
        if asked.sum() <= X.shape[1]:
            return False
        theta = np.linalg.lstsq(X[asked], values[asked], rcond=None)[0]
        if not np.allclose(X[asked] @ theta, values[asked], rtol=0, atol=1e-3):
            return False
    return True
