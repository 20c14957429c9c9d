"""Figures of 01-by-hand."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from course import theory
from course.figures.style import (
    BLUE,
    DASHDOT,
    DASHED,
    DOTTED,
    GREEN,
    GREY,
    ORANGE,
    PURPLE,
    SOLID,
    canvas,
    show,
)


def residual_squares(x: np.ndarray, y: np.ndarray, prices: list[float]) -> None:
    """For each price [€/km] a panel with the squares of the errors, to scale."""
    figure, all_axes = canvas(len(prices), height=4.2)
    losses = [theory.loss(x, y, [w]) for w in prices]
    for axes, w, loss in zip(all_axes, prices, losses, strict=True):
        sides = np.abs(w * x - y)
        for corner, side in zip(zip(x, np.minimum(y, w * x), strict=True), sides, strict=True):
            axes.add_patch(
                Rectangle(corner, side, side, facecolor=ORANGE, alpha=0.3, edgecolor=ORANGE)
            )
        ends = np.array([min(0, x.min()), 1.1 * x.max()])
        axes.plot(ends, w * ends, color=BLUE, label=f"w·x with w = {w:g} €/km")
        axes.plot(x, y, "o", color=GREY, label="rides")
        axes.set(aspect="equal", xlabel="distance x [km]", ylabel="fare y [€]")
        axes.set_title(f"w = {w:g} €/km: {loss:.2f} €²")
        axes.legend(loc="upper left")
    figure.suptitle("The loss is the mean area of the squares")
    _same_limits(all_axes, above=1.25)  # room for the legend
    show(
        figure,
        "Rides with a line for each price and, at each ride, a square whose side is the error. "
        + " ".join(
            f"At {w:g} €/km their mean area is {loss:.2f} €²."
            for w, loss in zip(prices, losses, strict=True)
        ),
    )


def tangent_and_step(x: np.ndarray, y: np.ndarray, w0: float, lr: float) -> None:
    """The loss over w, its tangent at w0, and the step the gradient asks for."""
    figure, [axes] = canvas()
    w1 = theory.trajectory(x, y, [w0], lr, 1)[-1, 0]
    floor = theory.minimum(x, y, False)[0]
    slope = theory.hessian(x, False)[0, 0] * (w0 - floor)
    before = theory.loss(x, y, [w0])
    w = _around(floor, np.array([w0, w1]))
    losses = theory.loss(x, y, w[:, None])
    axes.plot(w, losses, color=BLUE, label="loss L(w)")
    tangent = before + slope * (w - w0)
    seen = tangent >= min(0, losses.min())
    axes.plot(
        w[seen],
        tangent[seen],
        color=ORANGE,
        linestyle=DASHED,
        label=f"tangent, slope {slope:g} €·km",
    )
    axes.plot([w0, w1], theory.loss(x, y, [[w0], [w1]]), "o", color=GREY)
    axes.annotate(
        "", (w1, before), (w0, before), arrowprops={"arrowstyle": "->", "color": GREEN, "lw": 2}
    )
    axes.annotate(
        f"step {w1 - w0:+.2f} €/km",
        (max(w0, w1), before),
        xytext=(6, 0),
        textcoords="offset points",
        va="center",
        color=GREEN,
    )
    axes.set(
        xlabel="price w [€/km]", ylabel="loss [€²]", title="The step goes down: against the slope"
    )
    axes.legend(loc="upper center")
    way = "right" if w1 > w0 else "left"
    show(
        figure,
        f"The loss is a valley over w with its floor at {floor:g} €/km. At w = {w0:g} the tangent falls "
        f"to the {way} with slope {slope:g} €·km, so the step goes {way}, to w = {w1:.2f}.",
    )


def derivative_error(h: np.ndarray, one_sided: np.ndarray, central: np.ndarray) -> None:
    """Error of two numerical derivatives over the distance h, on double logarithmic axes."""
    figure, [axes] = canvas()
    axes.loglog(h, one_sided, color=ORANGE, linestyle=DASHED, label="one side: shrinks like h")
    axes.loglog(h, central, color=BLUE, label="both sides: shrinks like h²")
    errors = np.concatenate([one_sided, central])
    lowest = errors[errors > 0].min()  # an error may happen to be 0, where a logarithm ends
    best = np.argmin(np.where(central > 0, central, np.inf))
    axes.annotate(
        f"best near h = {h[best]:.0e}",
        (h[best], central[best]),
        (h[best] * 3, lowest / 12),
        color=BLUE,
    )
    axes.set(
        xlabel="distance h",
        ylabel="error of the slope",
        title="Large h misses the curve, tiny h drowns in rounding",
    )
    axes.set_ylim(lowest / 50, 10 * errors.max())
    axes.legend(loc="upper center")
    show(
        figure,
        "Two V shapes: as h shrinks both errors fall, then rise again from rounding. With one point "
        "on each side the error falls with h squared, and its lowest point is far lower.",
    )


def training(x: np.ndarray, y: np.ndarray, prices: dict[int, float], history: list[float]) -> None:
    """The line after four numbers of epochs, each with its w [€/km], and the loss of every epoch."""
    figure, (left, right) = canvas(2, height=3.5)
    ends = np.array([min(0, x.min()), 1.1 * x.max()])
    for (k, w), color, style in zip(
        prices.items(),
        (ORANGE, PURPLE, GREEN, BLUE),
        (DOTTED, DASHDOT, DASHED, SOLID),
        strict=True,
    ):
        left.plot(ends, w * ends, color=color, linestyle=style, label=f"after {k}: w = {w:.2f}")
    left.plot(x, y, "o", color=GREY)
    left.set(
        xlabel="distance x [km]", ylabel="fare y [€]", title="The line turns towards the rides"
    )
    left.legend()
    right.semilogy(history, color=BLUE)
    right.set(
        xlabel="epoch",
        ylabel="loss [€²]",
        title=f"Each epoch keeps {history[1] / history[0]:.0%} of the loss",
    )
    show(
        figure,
        "Left: the line starts flat and turns up to the rides, fast at first. Right: on a logarithmic "
        "axis the loss falls along a straight line, by the same factor in every epoch.",
    )


def walks(x: np.ndarray, y: np.ndarray, rates: list[float]) -> None:
    """For each rate a panel with the valley of the loss and six steps down it, or up, from w = 0."""
    figure, all_axes = canvas(len(rates), height=3.2)
    floor = theory.minimum(x, y, False)[0]
    paths = [theory.trajectory(x, y, [0.0], lr, 6) for lr in rates]
    w = _around(floor, np.ravel(paths))
    told = []
    for axes, lr, path in zip(all_axes, rates, paths, strict=True):
        factor = 1 - lr * theory.hessian(x, False)[0, 0]
        told.append(f"At lr {lr:g} the factor is {factor:+.3g}: w {theory.fate(factor)}.")
        axes.plot(w, theory.loss(x, y, w[:, None]), color=BLUE, label="loss L(w)")
        axes.plot(
            path[:, 0],
            theory.loss(x, y, path),
            "o-",
            color=ORANGE,
            linewidth=1.2,
            markersize=4,
            label="six steps",
        )
        axes.plot(0, theory.loss(x, y, [0.0]), "s", color=GREY, label="start")
        axes.axvline(floor, color=GREY, linestyle=DOTTED, linewidth=1)
        axes.set(xlabel="price w [€/km]", ylabel="loss [€²]")
        axes.set_title(f"lr {lr:g}, factor {factor:+.3g}: w {theory.fate(factor)}")
    all_axes[0].legend(loc="upper center")
    show(figure, "Valleys of the loss, each with six steps from w = 0. " + " ".join(told))


def same_speed(runs: dict[str, np.ndarray]) -> None:
    """Distance of w to the true price [€/km] over epochs for three runs, on a logarithmic axis."""
    figure, [axes] = canvas()
    looks = ((BLUE, SOLID, 2), (ORANGE, SOLID, 5), (GREY, DASHED, 2))
    for (name, distances), (color, style, width) in zip(runs.items(), looks, strict=True):
        axes.semilogy(np.abs(distances), color=color, linestyle=style, linewidth=width, label=name)
    axes.set(
        xlabel="epoch",
        ylabel="distance to the true price [€/km]",
        title="A sum is a larger learning rate, and nothing else",
    )
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.legend()
    show(
        figure,
        "Three straight lines on a logarithmic axis. Ada's run with the sum and yours at four times "
        "the rate lie on top of each other; yours at 0.01 falls more slowly.",
    )


def two_speeds(
    x: np.ndarray, y: np.ndarray, lr: float, n_epochs: int, reached: tuple[int, float, float]
) -> None:
    """Errors of w and b over epochs from (0, 0), and where the reader's run has got to.

    Args:
        reached: number of epochs, and w [€/km] and b [€] after them.
    """
    path = theory.trajectory(x, y, [0.0, 0.0], lr, n_epochs)
    best = theory.minimum(x, y, bias=True)
    errors = np.abs(path - best)
    figure, [axes] = canvas()
    for column, name, color, style in ((0, "w [€/km]", BLUE, SOLID), (1, "b [€]", ORANGE, DASHED)):
        axes.semilogy(errors[:, column], color=color, linestyle=style, label=f"error of {name}")
    axes.set(
        xlabel="epoch",
        ylabel="distance to the minimum",
        title="Quick at first, then slow: two speeds in one run",
    )
    epoch, *parameters = reached
    axes.plot([epoch, epoch], np.abs(parameters - best), "o", color=GREY, label="your run")
    axes.legend()
    show(
        figure,
        "The errors of w and b swing and drop within a few epochs, then follow two parallel, flatter "
        "straight lines: one part of the error is corrected fast, another slowly.",
    )


def _around(floor: float, prices: np.ndarray) -> np.ndarray:
    """Prices [€/km] to draw a valley over: its floor in the middle, and ``prices`` well inside."""
    reach = 1.2 * np.max(np.abs(prices - floor)) or 1.0
    return np.linspace(floor - reach, floor + reach, 200)


def _same_limits(all_axes: list[Axes], above: float) -> None:
    """Give panels the limits that hold what is in each, and ``above`` times the height."""
    left, right = zip(*(axes.get_xlim() for axes in all_axes), strict=True)
    low, high = zip(*(axes.get_ylim() for axes in all_axes), strict=True)
    for axes in all_axes:
        axes.set(xlim=(min(left), max(right)), ylim=(min(low), above * max(high)))
