"""The linked figure: the rides with a line, and where that line stands in the loss."""

import math
from typing import Any

import numpy as np
from IPython.display import display
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from course import theory
from course.figures.style import BLUE, GREEN, GREY, ORANGE, canvas, picture

UNITS = ("€/km", "€")
N_RINGS = 12
ASPECT = 230 / 290
"""Height of a panel to its width, as in `linked.js`."""
STEPS = 10
"""Of gradient descent, in the still picture."""


def linked_figure(
    x: np.ndarray, y: np.ndarray, start: tuple[float, ...] = (0.0,), lr: float = 0.01
) -> None:
    """Rides with a line and its error squares, beside the loss over w or the valley over (w, b).

    The line, its point in the loss and the learning rate can be moved, without a kernel. Where there
    are no widgets, a still picture shows the start and the first steps from there.

    Args:
        x, y: (N,) rides, km and €.
        start: where the line stands at first, (w,) or (w, b), in €/km and €.
        lr: learning rate at first, 1/km² for w and without unit for b.

    Raises:
        ValueError: if the rides have no single best line, as those that are all as long.
    """
    from course.figures.handles import LinkedFigure  # here: figures also work without widgets

    given = figure(x, y, start, lr)
    drawn, alt = still(given)
    # None comes only of a widget that has no view.
    bundle, metadata = LinkedFigure(figure=given)._repr_mimebundle_()  # type: ignore[misc]
    bundle |= {"text/html": picture(drawn, alt), "text/plain": alt}
    display(bundle, metadata=metadata, raw=True)


def figure(x: np.ndarray, y: np.ndarray, start: tuple[float, ...], lr: float) -> dict[str, Any]:
    """What `linked.js` draws: rides, axes with their ticks, and the curves of equal loss.

    Arguments and errors are those of `linked_figure`.
    """
    x, y, theta = (np.asarray(values, dtype=float) for values in (x, y, start))
    has_bias = len(theta) == 2
    if np.linalg.matrix_rank(theory.design(x, has_bias)) < len(theta):
        raise ValueError("these rides have no single best line")
    best = theory.minimum(x, y, has_bias)
    span = _spans(x, best - theta)
    right = max(x.max(), 0) + np.ptp([0, *x]) / 4
    fares = [0, *y, best[0] * right + best[1:].sum()]
    margin = np.ptp(fares) / 8
    axes = {
        "x": _axis("distance x [km]", min(0, x.min()), right),
        "y": _axis("fare y [€]", min(fares) - margin, max(fares) + margin),
        "w": _axis("price w [€/km]", best[0] - span[0], best[0] + span[0]),
    }
    if has_bias:
        axes["b"] = _axis("flag fall b [€]", best[1] - span[1], best[1] + span[1])
        curves = _rings(x, y, axes)
    else:
        low, high = axes["w"]["ends"]
        w = np.linspace(low, high, 101)
        losses = theory.loss(x, y, w[:, None])
        axes["loss"] = _axis("loss [€²]", -losses.max() / 20, losses.max())
        curves = [np.column_stack([w, losses])]
    return {
        "rides": {"x": x.tolist(), "y": y.tolist()},
        "start": theta.tolist(),
        "lr": lr,
        "rates": _rates(x, has_bias),
        "axes": axes,
        "curves": [curve.round(4).tolist() for curve in curves],
    }


def still(given: dict[str, Any]) -> tuple[Figure, str]:
    """The picture of ``given`` for where nothing can be moved, and its alternative text."""
    x, y = (np.array(given["rides"][name]) for name in "xy")
    theta, axes, lr = given["start"], given["axes"], given["lr"]
    path = theory.trajectory(x, y, theta, lr, STEPS)
    first, last = theory.loss(x, y, path[[0, -1]])
    drawn, (left, right) = canvas(2, height=3.6)
    _draw_rides(left, x, y, theta, axes)
    for curve in given["curves"]:
        right.plot(*np.transpose(curve), color=BLUE, linewidth=1)
        if len(theta) == 2:
            right.fill(*np.transpose(curve), color=BLUE, alpha=0.04)
    places = path if len(theta) == 2 else np.column_stack([path, theory.loss(x, y, path)])
    right.plot(*places.T, ".-", color=ORANGE, linewidth=1.2)
    right.plot(*places[0], "o", color=GREEN, markersize=9)
    up = axes["b"] if len(theta) == 2 else axes["loss"]
    _set(right, axes["w"], up, f"{STEPS} steps at lr {lr:g}: loss {first:.2f} → {last:.2f} €²")
    where = "valley over w and b" if len(theta) == 2 else "loss over w"
    line = " and ".join(f"{n} = {v:g} {u}" for n, v, u in zip("wb", theta, UNITS, strict=False))
    return drawn, (
        f"Left, the line with {line} and at each ride a square whose side is its error; their mean "
        f"area is the loss, {first:.2f} €². Right, that line is one point of the {where}, and "
        f"{STEPS} steps at the learning rate {lr:g} take it to a loss of {last:.2f} €²."
    )


def _spans(x: np.ndarray, away: np.ndarray) -> list[float]:
    """How far w and b are shown on both sides of the best line, which is ``away`` from the start."""
    w, b = (round(float(np.abs(part).sum()), 6) for part in (away[:1], away[1:]))
    size = np.abs(x).mean()
    w = max(w, b / (2 * size)) or 1.0
    return [1.5 * w, 1.5 * max(b, w * size / 2)]


def _axis(label: str, low: float, high: float) -> dict[str, Any]:
    """An axis from ``low`` to ``high``, with round ticks and the decimal digits that these need."""
    low, high = round(float(low), 6), round(float(high), 6)
    ticks = MaxNLocator(6, steps=[1, 2, 5, 10]).tick_values(low, high)
    inside = [float(tick) for tick in ticks if low <= tick <= high]
    digits = max(0, -math.floor(math.log10(ticks[1] - ticks[0])))
    return {"label": label, "ends": [low, high], "ticks": inside, "digits": digits}


def _rings(x: np.ndarray, y: np.ndarray, axes: dict[str, Any]) -> list[np.ndarray]:
    """Ellipses of equal loss around the minimum, each as far from the next, over (w, b)."""
    best = theory.minimum(x, y, bias=True)
    corners = [[w, b] for w in axes["w"]["ends"] for b in axes["b"]["ends"]]
    deepest, highest = theory.loss(x, y, best), theory.loss(x, y, corners).max()
    eigenvalues, modes = np.linalg.eigh(theory.hessian(x, bias=True))
    angle = np.linspace(0, 2 * np.pi, 121)[:, None]
    outermost = np.hstack([np.cos(angle), np.sin(angle)]) * np.sqrt(
        2 * (highest - deepest) / eigenvalues
    )
    return [best + k / N_RINGS * outermost @ modes.T for k in range(1, N_RINGS + 1)]


def _rates(x: np.ndarray, has_bias: bool) -> dict[str, Any]:
    """What the learning rate can be set to: from slow to well beyond what is stable."""
    stable = 2 / np.linalg.eigvalsh(theory.hessian(x, has_bias))[-1]
    highest = float(MaxNLocator(1, steps=[1, 2, 5, 10]).tick_values(0, 1.25 * stable)[-1])
    unit = "1/km² for w, 1 for b" if has_bias else "1/km²"
    return {"max": highest, "step": highest / 200, "unit": unit}


def _draw_rides(
    axes: Axes, x: np.ndarray, y: np.ndarray, theta: list[float], given: dict[str, Any]
) -> None:
    """The rides, the line ``theta`` and the squares of its errors, which are square on the page."""
    axes.set_box_aspect(ASPECT)
    per_fare = ASPECT * np.ptp(given["x"]["ends"]) / np.ptp(given["y"]["ends"])
    predicted = theory.design(x, len(theta) == 2) @ theta
    for distance, fare, guess in zip(x, y, predicted, strict=True):
        side = abs(guess - fare)
        is_right = distance > np.mean(given["x"]["ends"])
        corner = (distance - side * per_fare if is_right else distance, min(fare, guess))
        axes.add_patch(
            Rectangle(corner, side * per_fare, side, facecolor=f"{ORANGE}40", edgecolor=ORANGE)
        )
    ends = np.array(given["x"]["ends"])
    axes.plot(ends, theory.design(ends, len(theta) == 2) @ theta, color=BLUE, linewidth=2)
    axes.plot(x, y, "o", color=GREY)
    _set(axes, given["x"], given["y"], "Each square is one ride’s share of the loss")


def _set(axes: Axes, across: dict[str, Any], up: dict[str, Any], title: str) -> None:
    axes.set(xticks=across["ticks"], yticks=up["ticks"], title=title)
    axes.set(xlim=across["ends"], ylim=up["ends"], xlabel=across["label"], ylabel=up["label"])
