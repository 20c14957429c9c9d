"""The five lines of a training loop, run in any order: what a wrong order really does.

The lines are executed as they stand, by PyTorch, on y = w·x. Judging and counting orders both
rest on what w then does, never on a list of right orders.
"""

from collections.abc import Iterable

import numpy as np
import torch
from torch import nn

from course import theory
from course.door.absent import not_for_answers

LINES = {
    "A": "y_pred = w * x",
    "B": "loss = loss_fn(y_pred, y)",
    "C": "optimizer.zero_grad()",
    "D": "loss.backward()",
    "E": "optimizer.step()",
}
"""The lines, by the letter that the notebook gives them."""

N_EPOCHS = 6
"""Epochs after which every kind of order has shown itself."""


@not_for_answers
def run(
    order: Iterable[str], x: np.ndarray, y: np.ndarray, lr: float = 0.01, n_epochs: int = N_EPOCHS
) -> np.ndarray:
    """Run the five lines ``n_epochs`` times in this order, from w = 0.

    Args:
        order: a permutation of "ABCDE".
        x, y: (N,) distances in km and fares in €.
        lr: learning rate, km⁻².

    Returns:
        w at the start and after each epoch, €/km, (n_epochs + 1,).

    Raises:
        NameError: the first epoch uses a name before the line that makes it.
    """
    w = torch.tensor(0.0, requires_grad=True)
    names = {
        "x": torch.tensor(x, dtype=torch.float32),
        "y": torch.tensor(y, dtype=torch.float32),
        "w": w,
        "loss_fn": nn.MSELoss(),
        "optimizer": torch.optim.SGD([w], lr=lr),
    }
    lines = [LINES[letter] for letter in order]
    path = [w.item()]
    for _ in range(n_epochs):
        for line in lines:
            exec(line, names)
        path.append(w.item())
    return np.array(path)


@not_for_answers
def kind(order: Iterable[str], x: np.ndarray, y: np.ndarray, lr: float = 0.01) -> str:
    """What this order of the lines does to gradient descent.

    Returns:
        "right", "frozen" (w never moves), "loses an update" (the first step has no gradient yet,
        the last gradient no step), "previous gradient" (each step takes the gradient of one epoch
        ago), "NameError", or "something else".
    """
    try:
        path = run(order, x, y, lr)
    except NameError:
        return "NameError"
    right = theory.trajectory(x, y, (0.0,), lr, N_EPOCHS)[:, 0]
    for name, expected in {
        "right": right,
        "frozen": np.zeros_like(right),
        "loses an update": np.append(0.0, right[:-1]),
        "previous gradient": _delayed(x, y, lr),
    }.items():
        if np.allclose(path, expected, rtol=1e-4, atol=1e-4):  # six epochs of float32
            return name
    return "something else"


def _delayed(x: np.ndarray, y: np.ndarray, lr: float) -> np.ndarray:
    """w_k+1 = w_k − lr·g_k-1, where g_k is the gradient at w_k and there is none before the first."""
    path, gradient = [0.0], 0.0
    for _ in range(N_EPOCHS):
        w = path[-1]
        path.append(w - lr * gradient)
        gradient = np.mean(2 * x * (w * x - y))
    return np.array(path)
