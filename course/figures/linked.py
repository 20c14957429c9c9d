"""The linked figure: the rides with a line, and where that line stands in the loss."""

import numpy as np


def linked_figure(
    x: np.ndarray, y: np.ndarray, start: tuple[float, ...] = (0.0,), lr: float = 0.01
) -> None:
    """Rides with a line and its error squares, beside the loss over w or the valley over (w, b).

    Args:
        x, y: (N,) rides, km and €.
        start: where the line stands at first, (w,) or (w, b), in €/km and €.
        lr: learning rate at first, 1/km² for w and without unit for b.
    """
