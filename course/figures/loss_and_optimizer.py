"""Figures of 03-loss-and-optimizer."""

from collections import Counter
from itertools import permutations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course import orders, theory
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

STYLES = ((BLUE, SOLID), (ORANGE, DASHED), (GREEN, DOTTED), (PURPLE, DASHDOT))


def sum_and_mean(mean: np.ndarray, total: np.ndarray, lr: float) -> None:
    """The mean squared error [€²] before each update, with the mean and with the sum as loss."""
    figure, [axes] = canvas()
    for losses, name, (color, style) in (
        (total, 'reduction="sum"', STYLES[1]),
        (mean, 'reduction="mean"', STYLES[0]),
    ):
        axes.semilogy(losses, color=color, linestyle=style, marker="o", markersize=4)
        axes.annotate(
            name,
            (len(losses) - 1, losses[-1]),
            (8, 0),
            textcoords="offset points",
            va="center",
            color=color,
        )
    axes.set(
        xlabel="epoch",
        ylabel="mean squared error [€²]",
        xlim=(-0.3, len(mean) * 1.28),
        title=f"Same rate, lr = {lr:g}: the mean converges, the sum diverges",
    )
    show(
        figure,
        f"Mean squared error on a log axis over {len(mean) - 1} epochs at a learning rate of {lr:g}: "
        f'with reduction="mean" it falls from {mean[0]:g} to {mean[-1]:.1e} €², with '
        f'reduction="sum" it grows to {total[-1]:.1e} €².',
    )


def all_orders(x: np.ndarray, y: np.ndarray) -> None:
    """How many of the 120 orders of the five lines do what, as a table."""
    kinds = Counter(orders.kind(order, x, y) for order in permutations(orders.LINES))
    for name, count in kinds.most_common():
        print(f"{count:3} of {kinds.total()}: {name}")


def kinds_of_order(x: np.ndarray, y: np.ndarray) -> None:
    """Price w [€/km] after each epoch, for one order of the five lines of each kind."""
    examples = {orders.kind(order, x, y): order for order in permutations(orders.LINES)}
    paths = {
        name: orders.run(examples[name], x, y, lr=0.05, n_epochs=12)
        for name in ("right", "loses an update", "previous gradient", "frozen")
    }
    figure, [axes] = canvas()
    for (name, path), (color, style) in zip(paths.items(), STYLES, strict=False):
        axes.plot(path, color=color, linestyle=style, marker="o", markersize=4, label=name)
    axes.axhline(2, color=GREY, linewidth=1)
    axes.set(
        xlabel="epoch",
        ylabel="price w [€/km]",
        title="Three kinds of wrong order run without an error",
    )
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.5))
    ends = ", ".join(f"{name} {path[-1]:.2f}" for name, path in paths.items())
    show(
        figure,
        "Price w over the epochs for four orders of the five lines. The right one climbs to 2 €/km; "
        "one lags an epoch behind, one overshoots because its gradients are late, and one never "
        f"leaves zero. At the end w is: {ends}.",
    )


def same_path(x: np.ndarray, y: np.ndarray, w: dict[int, float], lr: float) -> None:
    """Measured w [€/km] at some epochs over the closed form of the earlier notebooks."""
    figure, [axes] = canvas()
    path = theory.trajectory(x, y, (0.0,), lr, max(w))[:, 0]
    axes.plot(path, color=BLUE, label="notebooks 1 and 2, in closed form")
    axes.plot(
        list(w),
        list(w.values()),
        "o",
        color=ORANGE,
        fillstyle="none",
        markersize=8,
        markeredgewidth=2,
        label="notebook 3, your train_sgd",
    )
    axes.set(
        xlabel="epoch",
        ylabel="price w [€/km]",
        title="A new loss and a new update, and the same path",
    )
    axes.legend(loc="lower right")
    apart = max(abs(path[epoch] - value) for epoch, value in w.items())
    show(
        figure,
        f"Price w over {max(w)} epochs at lr = {lr:g}: the points of train_sgd lie on the curve of "
        f"the two earlier notebooks, less than {10 ** np.ceil(np.log10(max(apart, 1e-9))):.0e} €/km apart.",
    )


def stability(curvatures: dict[str, float]) -> None:
    """The factor 1 − lr·λ on the error of each direction, over the learning rate.

    Args:
        curvatures: λ [km² or 1] by the name of the direction.
    """
    figure, [axes] = canvas(height=3.6)
    _factors(axes, curvatures)
    axes.set_title("Every factor has to stay between −1 and 1")
    bounds = ", ".join(f"{name} at {2 / value:.4f}" for name, value in curvatures.items())
    show(
        figure,
        "Straight lines 1 − lr·λ over the learning rate, one for each direction, and a band from −1 "
        f"to 1 in which training is stable. The lines leave the band, if at all, at: {bounds}.",
    )


def rate_slider(x: np.ndarray, y: np.ndarray) -> None:
    """A slider for the learning rate of y = w·x + b; the loss beside the two factors."""
    flat, steep = np.linalg.eigvalsh(theory.hessian(x, bias=True))
    bound = 2 / steep

    def draw(lr: float) -> tuple[Figure, str]:
        figure, (left, right) = canvas(2)
        _factors(left, {"steep": steep, "flat": flat})
        left.axvline(lr, color=GREY, linestyle=DASHDOT)
        left.plot([lr, lr], [1 - lr * steep, 1 - lr * flat], "o", color=GREY)
        left.set_title(f"factors {1 - lr * steep:.3f} and {1 - lr * flat:.3f}".replace("-", "−"))
        losses = theory.loss(x, y, theory.trajectory(x, y, (0.0, 0.0), lr, 80))
        right.semilogy(losses, color=BLUE)
        right.set(xlabel="epoch", ylabel="loss [€²]", ylim=(1e-3, 1e5))
        side = "below" if lr < bound else "above"
        right.set_title(f"lr = {lr:g}, {side} the bound {bound:.6f}")
        return figure, (
            f"At a learning rate of {lr:g}, {side} the bound {bound:.6f}, the two factors are "
            f"{1 - lr * steep:.3f} and {1 - lr * flat:.3f}; after 80 epochs the loss is "
            f"{losses[-1]:.2g} €²."
        )

    rates = [0.01, 0.03, 0.06, 0.09, 0.1, 0.11, 0.115, 0.119, 0.12, 0.121, 0.125, 0.13]
    slider(draw, rates, "learning rate")


def two_speeds(history: list[float], slow: float) -> None:
    """Loss before each update of a run with bias, and the line of its slow direction alone.

    Args:
        history: losses, €².
        slow: factor on the error of the slow direction in each epoch.
    """
    figure, [axes] = canvas()
    losses, middle = np.array(history), 60
    epochs = np.arange(len(losses))
    axes.semilogy(epochs, losses, color=BLUE, label="loss of train_sgd_wb")
    axes.semilogy(
        epochs,
        losses[middle] * slow ** (2.0 * (epochs - middle)),
        color=ORANGE,
        linestyle=DASHED,
        label=f"slow direction alone: × {slow:.3f}² per epoch",
    )
    axes.set(
        xlabel="epoch",
        ylabel="loss [€²]",
        title="A fast fall, then the slow direction for the rest",
    )
    axes.legend(loc="upper right")
    show(
        figure,
        f"Loss over {len(history)} epochs on a log axis: it drops within a few epochs and then "
        f"follows a straight line, on which each epoch multiplies the error by {slow:.3f}.",
    )


def _factors(axes: Axes, curvatures: dict[str, float]) -> None:
    lr = np.linspace(0, 0.155, 2)
    axes.axhspan(-1, 1, color=GREEN, alpha=0.12)
    axes.axhline(0, color=GREY, linewidth=0.8)
    for (name, value), (color, style) in zip(curvatures.items(), STYLES, strict=False):
        axes.plot(
            lr, 1 - value * lr, color=color, linestyle=style, label=f"{name}: λ = {value:.2f}"
        )
        if 2 / value < lr[-1]:
            axes.plot(2 / value, -1, "o", color=color)
    axes.set(
        xlabel="learning rate [km⁻² for w, 1 for b]",
        ylabel="factor 1 − lr·λ",
        xlim=(0, 0.155),
        ylim=(-1.7, 1.25),
    )
    axes.legend(loc="lower left")
