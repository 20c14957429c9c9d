"""Figures of 03-loss-and-optimizer."""

from collections import Counter
from itertools import permutations

import numpy as np
from matplotlib.axes import Axes

from course import orders, theory
from course.figures.momentum import momentum
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


def by_heart(x: np.ndarray, y: np.ndarray, held: tuple[np.ndarray, np.ndarray]) -> None:
    """The best line and the best curve of degree 9 through rides, and rides that are held out.

    Args:
        x, y: (N,) rides to train on, km and €.
        held: (x, y) of those that no training sees.
    """
    figure, [axes] = canvas(height=3.6)
    fine, losses = np.linspace(min(x), max(x), 200), []
    for degree, name, (color, style) in ((1, "line", STYLES[0]), (9, "degree 9", STYLES[1])):
        fit = np.polynomial.Polynomial.fit(x, y, degree)
        axes.plot(fine, fit(fine), color=color, linestyle=style, label=name)
        losses += [np.mean((fit(a) - b) ** 2) for a, b in ((x, y), held)]
    axes.plot(x, y, "o", color=GREY, label="to train on")
    axes.plot(*held, "D", color=PURPLE, fillstyle="none", markeredgewidth=2, label="held out")
    axes.set(xlabel="distance x [km]", ylabel="fare y [€]", ylim=(min(y) - 2, max(y) + 2))
    axes.set_title("The curve learns the traffic, the line the fare")
    axes.legend(loc="upper left")
    show(
        figure,
        f"{len(x)} rides to train on and {len(held[0])} held out. A curve of degree 9 bends towards each "
        f"ride: its loss is {losses[2]:.3f} €² on those it was trained on and {losses[3]:.3f} €² on the "
        f"others. The best line passes between them, with {losses[0]:.3f} and {losses[1]:.3f} €².",
    )


def batches(x: np.ndarray, y: np.ndarray, history: np.ndarray, path: np.ndarray, lr: float) -> None:
    """A run on batches beside the run on all rides at once, over as many epochs and at the same rate.

    Args:
        x, y: (N,) rides of the training, km and €.
        history: (n,) losses of the run on batches, €².
        path: (n + 1, 2) its price [€/km] and flag fall [€] at the start and after each epoch.
    """
    at_once, best = theory.trajectory(x, y, path[0], lr, len(history)), theory.minimum(x, y, True)
    floor = float(theory.loss(x, y, best))
    figure, (left, right) = canvas(2, height=3.6)
    for losses, name, (color, style) in (
        (theory.loss(x, y, at_once[:-1]), "all rides at once", STYLES[0]),
        (history, "in batches", STYLES[1]),
    ):
        left.semilogy(losses, color=color, linestyle=style, label=name)
    left.axhline(floor, color=GREY, linestyle=DOTTED)
    left.annotate(
        f"floor {floor:.3f} €²", (0, floor), (2, -12), textcoords="offset points", color=GREY
    )
    left.set(xlabel="epoch", ylabel="loss [€²]", ylim=(floor / 2, None))
    left.set_title("Noise puts a floor under the loss")
    left.legend(loc="upper right")
    late = path[len(path) // 2 :]
    seen = np.concatenate([late, at_once[len(path) // 2 :], [best]])
    low, high = np.min(seen, axis=0), np.max(seen, axis=0)
    w, b = np.linspace(low - 0.1 * (high - low), high + 0.1 * (high - low), 60).T
    grid = theory.loss(x, y, np.stack(np.meshgrid(w, b), axis=-1))
    right.contour(w, b, grid, levels=8, colors=GREY, linewidths=0.6, alpha=0.6)
    for way, (color, style), mark in ((at_once, STYLES[0], ""), (path, STYLES[1], "o")):
        right.plot(*way.T, color=color, linestyle=style, marker=mark, markersize=3, linewidth=1)
    right.plot(*best, "*", color=GREEN, markersize=12)
    right.set(xlabel="w [€/km]", ylabel="b [€]", xlim=w[[0, -1]], ylim=b[[0, -1]])
    right.set_title("Batches jitter about the best line")
    spread = np.std(late, axis=0)
    show(
        figure,
        f"Left: loss over {len(history)} epochs at lr = {lr:g}. In batches it falls sooner, then jumps "
        f"about near the floor of {floor:.3f} €², the loss of the best line; with all rides at "
        f"once it falls smoothly. Right: near the minimum the path of all rides at once is a smooth "
        f"line, still on its way; that of the batches jitters about the best line, by about "
        f"{spread[0]:.2f} €/km and {spread[1]:.2f} €.",
    )


def swings(
    x: np.ndarray, y: np.ndarray, betas: tuple[float, ...], lr: float, n_epochs: int
) -> None:
    """Price w [€/km] over the epochs with momentum β, for each of ``betas``; from w = 0."""
    paths = {beta: _with_momentum(x, y, beta, lr, n_epochs) for beta in betas}
    [best] = theory.minimum(x, y, bias=False)
    show(*momentum(paths, best, "Some momentum arrives sooner, all of it swings for ever"))


def _with_momentum(x: np.ndarray, y: np.ndarray, beta: float, lr: float, n_epochs: int) -> list:
    path, speed = [0.0], 0.0
    for _ in range(n_epochs):
        speed = beta * speed + np.mean(2 * x * (path[-1] * x - y))
        path.append(path[-1] - lr * speed)
    return path


def _factors(axes: Axes, curvatures: dict[str, float]) -> None:
    lr = np.linspace(0, 1.3 * 2 / max(curvatures.values()), 2)
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
        xlim=lr,
        ylim=(1 - max(curvatures.values()) * lr[-1] - 0.1, 1.25),
    )
    axes.legend(loc="lower left")
