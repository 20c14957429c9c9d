"""Figures of 01-by-hand."""

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

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
    slider,
)


def residual_squares(x: np.ndarray, y: np.ndarray, prices: list[float]) -> None:
    """For each price [€/km] a panel with the squares of the errors, to scale."""
    figure, all_axes = canvas(len(prices), height=4.2)
    losses = [theory.loss(x, y, [w]) for w in prices]
    for axes, w, loss in zip(all_axes, prices, losses, strict=True):
        for distance, fare in zip(x, y, strict=True):
            error = w * distance - fare
            corner = (distance, min(fare, w * distance))
            axes.add_patch(
                Rectangle(
                    corner, abs(error), abs(error), facecolor=ORANGE, alpha=0.3, edgecolor=ORANGE
                )
            )
        axes.plot([0, 5], [0, 5 * w], color=BLUE, label=f"w·x with w = {w:g} €/km")
        axes.plot(x, y, "o", color=GREY, label="rides")
        axes.set(
            aspect="equal",
            xlim=(0, 8.2),
            ylim=(0, 9.5),
            xlabel="distance x [km]",
            ylabel="fare y [€]",
        )
        axes.set_title(f"mean area = loss = {loss:.2f} €²")
        axes.legend(loc="lower right")
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
    slope = (theory.hessian(x, False) @ (w0 - theory.minimum(x, y, False)))[0]
    before, after = theory.loss(x, y, [[w0], [w1]])
    w = np.linspace(-0.4, 4.4, 200)
    axes.plot(w, theory.loss(x, y, w[:, None]), color=BLUE, label="loss L(w)")
    axes.plot(
        w,
        before + slope * (w - w0),
        color=ORANGE,
        linestyle=DASHED,
        label=f"tangent, slope {slope:g} €·km",
    )
    axes.plot([w0, w1], [before, after], "o", color=GREY)
    axes.annotate(
        "", (w1, before), (w0, before), arrowprops={"arrowstyle": "->", "color": GREEN, "lw": 2}
    )
    axes.annotate(f"step {w1 - w0:+.2f} €/km", (w1 + 0.06, before), va="center", color=GREEN)
    axes.set(
        xlabel="price w [€/km]",
        ylabel="loss [€²]",
        ylim=(-2, 46),
        title="Downhill is against the slope",
    )
    axes.legend(loc="upper center")
    show(
        figure,
        f"The loss is a valley over w with its floor at 2 €/km. At w = {w0:g} the tangent falls to the "
        f"right with slope {slope:g} €·km, so the step goes right, to w = {w1:.2f}.",
    )


def derivative_error(h: np.ndarray, one_sided: np.ndarray, central: np.ndarray) -> None:
    """Error of two numerical derivatives over the distance h, on double logarithmic axes."""
    figure, [axes] = canvas()
    axes.loglog(h, one_sided, color=ORANGE, linestyle=DASHED, label="one side: shrinks like h")
    axes.loglog(h, central, color=BLUE, label="both sides: shrinks like h²")
    best = h[np.argmin(central)]
    axes.annotate(
        f"best near h = {best:.0e}",
        (best, central.min()),
        (best * 3, central.min() / 12),
        color=BLUE,
    )
    axes.set(
        xlabel="distance h",
        ylabel="error of the slope",
        title="Too far misses the curve, too near drowns in rounding",
    )
    axes.set_ylim(central.min() / 50, 10)
    axes.legend(loc="upper center")
    show(
        figure,
        "Two V shapes: as h shrinks both errors fall, then rise again from rounding. With one point "
        "on each side the error falls twice as fast and its lowest point is far lower.",
    )


def training(x: np.ndarray, y: np.ndarray, history: list[float], epochs: tuple[int, ...]) -> None:
    """The line after some epochs of the run from w = 0 at lr 0.01, and the loss of every epoch."""
    figure, (left, right) = canvas(2, height=3.5)
    path = theory.trajectory(x, y, [0.0], 0.01, len(history))[:, 0]
    for k, color, style in zip(
        epochs, (ORANGE, PURPLE, GREEN, BLUE), (DOTTED, DASHDOT, DASHED, SOLID), strict=True
    ):
        left.plot(
            [0, 5],
            [0, 5 * path[k]],
            color=color,
            linestyle=style,
            label=f"after {k}: w = {path[k]:.2f}",
        )
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


def cobweb(x: np.ndarray, y: np.ndarray, rates: list[float]) -> None:
    """For each rate a panel with the map from one w to the next and the path along it."""
    figure, all_axes = canvas(len(rates), height=3.3)
    figure.set_size_inches(2.9 * len(rates), 3.3)
    curvature = theory.hessian(x, False)[0, 0]
    for axes, lr in zip(all_axes, rates, strict=True):
        path = theory.trajectory(x, y, [0.0], lr, 9)[:, 0]
        factor = 1 - lr * curvature
        span = np.array([-1.2, 5.2])
        axes.plot(span, span, color=GREY, linestyle=DOTTED, label="stay where you are")
        axes.plot(span, 2 + factor * (span - 2), color=BLUE, label="next w")
        axes.plot(
            np.repeat(path, 2)[:-1],
            np.repeat(path, 2)[1:],
            color=ORANGE,
            linewidth=1.3,
            label="path",
        )
        axes.plot(path[0], path[0], "o", color=ORANGE)
        axes.set(xlim=span, ylim=span, aspect="equal", xlabel="w now [€/km]")
        axes.set_title(f"lr {lr:g}: factor {factor:+.3g}")
    all_axes[0].set_ylabel("w next [€/km]")
    all_axes[0].legend(fontsize="x-small", loc="lower right")
    show(
        figure,
        "Four staircases between the diagonal and the line of next values. A factor near 1 creeps, one "
        "near 0 arrives at once, a negative one circles in, and one below minus 1 circles out.",
    )


def descent(x: np.ndarray, y: np.ndarray, lr: float) -> tuple[Figure, str]:
    """Ten steps from w = 0 at one learning rate, on the curve of the loss."""
    figure, [axes] = canvas()
    path = theory.trajectory(x, y, [0.0], lr, 10)
    factor = 1 - lr * theory.hessian(x, False)[0, 0]
    w = np.linspace(-1.5, 5.5, 200)
    axes.plot(w, theory.loss(x, y, w[:, None]), color=BLUE)
    axes.plot(path[:, 0], theory.loss(x, y, path), "o-", color=ORANGE, linewidth=1.2)
    axes.set(xlim=(-1.5, 5.5), ylim=(-4, 95), xlabel="price w [€/km]", ylabel="loss [€²]")
    fate = "grows" if abs(factor) > 1 else "shrinks"
    axes.set_title(f"lr {lr:g}: the distance to 2 €/km {fate} by {abs(factor):.3g} a step")
    return figure, (
        f"Ten steps on the curve of the loss at learning rate {lr:g}: the distance to the minimum "
        f"{fate} by a factor of {abs(factor):.3g} in each step."
    )


def learning_rate_slider(x: np.ndarray, y: np.ndarray) -> None:
    """The descent under a slider from a creeping to a diverging rate."""
    rates = [0.005, 0.01, 0.02, 0.04, 1 / 15, 0.1, 0.12, 2 / 15, 0.135, 0.14]
    slider(lambda lr: descent(x, y, lr), rates, "learning rate [1/km²]")


def same_speed(runs: dict[str, np.ndarray]) -> None:
    """Distance to 2 €/km over epochs for named runs, on a logarithmic axis."""
    figure, [axes] = canvas()
    looks = ((BLUE, SOLID, 2), (ORANGE, SOLID, 5), (GREY, DASHED, 2))
    for (name, path), (color, style, width) in zip(runs.items(), looks, strict=True):
        axes.semilogy(np.abs(path - 2), color=color, linestyle=style, linewidth=width, label=name)
    axes.set(
        xlabel="epoch",
        ylabel="|w − 2| [€/km]",
        ylim=(1e-7, 5),
        xticks=range(0, 21, 5),
        title="A sum is a larger learning rate, and nothing else",
    )
    axes.legend()
    show(
        figure,
        "Three straight lines on a logarithmic axis. Ada's run with the sum and our run at four times "
        "the rate lie on top of each other; ours at 0.01 falls more slowly.",
    )


def two_speeds(
    x: np.ndarray, y: np.ndarray, lr: float, n_epochs: int, reached: tuple[float, float]
) -> None:
    """Errors of w and b over epochs from (0, 0), and where the reader's run has got to."""
    path = theory.trajectory(x, y, [0.0, 0.0], lr, n_epochs)
    errors = np.abs(path - theory.minimum(x, y, bias=True))
    figure, [axes] = canvas()
    for column, name, color, style in ((0, "w [€/km]", BLUE, SOLID), (1, "b [€]", ORANGE, DASHED)):
        axes.semilogy(errors[:, column], color=color, linestyle=style, label=f"error of {name}")
    axes.set(
        xlabel="epoch",
        ylabel="distance to the minimum",
        title="Quick at first, then slow: two speeds in one run",
    )
    axes.plot([100, 100], np.abs(np.subtract(reached, [2, 3])), "o", color=GREY, label="your run")
    axes.legend()
    show(
        figure,
        "The errors of w and b swing and drop within a few epochs, then follow two parallel, flatter "
        "straight lines: one part of the error is corrected fast, another slowly.",
    )
