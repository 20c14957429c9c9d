"""Figures of 04-model: one valley, two speeds."""

import numpy as np
from matplotlib.axes import Axes

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


def same_path(by_hand: np.ndarray, without_bias: np.ndarray, with_bias: np.ndarray) -> None:
    """The price w [€/km] after 0, 1, 2, … epochs, (K,) each: as in NumPy, and of two layers."""
    figure, [axes] = canvas()
    axes.plot(without_bias, SOLID, color=BLUE, label="nn.Linear without bias")
    every = max(1, len(by_hand) // 10)
    axes.plot(by_hand, "o", color=BLUE, mfc="none", markevery=every, label="notebook 1, by hand")
    axes.plot(with_bias, DASHED, color=ORANGE, label="nn.Linear with bias")
    axes.axhline(2, color=GREY, linewidth=1, linestyle=DOTTED)
    axes.set(
        xlabel="epochs",
        ylabel="w [€/km]",
        title="The same model takes the same path, another model another",
    )
    axes.legend(loc="lower right")
    show(
        figure,
        "The price w against epochs. The layer without a bias runs through every point of the path "
        "by hand up to 2. The layer with a bias leaves that path and stops short of 2.",
    )


def flag_fall(b: np.ndarray) -> None:
    """The bias b [€] after 0, 1, 2, … epochs, (K,)."""
    top = int(np.argmax(b))
    figure, [axes] = canvas(height=2.8)
    axes.plot(b, SOLID, color=ORANGE)
    axes.plot(top, b[top], "o", color=ORANGE)
    axes.annotate(f"{b[top]:.3f} € after {top} epochs", (top, b[top]), (top, 1.06 * b[top]))
    axes.axhline(0, color=GREY, linestyle=DASHED)
    axes.annotate(
        "the right flag fall, where b began",
        (len(b) - 1, 0),
        (0, 4),
        ha="right",
        textcoords="offset points",
        color=GREY,
    )
    axes.set(
        xlabel="epochs",
        ylabel="b [€]",
        ylim=(-0.06 * b[top], 1.25 * b[top]),
        title="b leaves its right value and creeps back",
    )
    show(
        figure,
        f"The bias b against epochs. It starts at 0, its right value, climbs to {b[top]:.3f} euros "
        f"after {top} epochs, and then sinks very slowly.",
    )


def modes(slow: np.ndarray, fast: np.ndarray) -> None:
    """Size of the error along the flat and the steep eigenvector after 0, 1, 2, … epochs, log axis."""
    figure, [axes] = canvas()
    axes.semilogy(np.abs(slow), SOLID, color=ORANGE)
    axes.semilogy(np.abs(fast), DASHED, color=BLUE)
    axes.minorticks_off()  # after the last semilogy, which would bring them back
    for name, part, epoch, color in (
        ("slow: along the valley", slow, len(slow) // 2, ORANGE),
        ("fast: across the valley", fast, int(np.argmax(np.abs(fast) < 1e-3)), BLUE),
    ):
        axes.annotate(
            name, (epoch, abs(part[epoch])), (8, 6), textcoords="offset points", color=color
        )
    axes.set(
        xlabel="epochs",
        ylabel="part of the error",
        ylim=(1e-6 * np.abs(slow).max(), 2 * max(np.abs(slow).max(), np.abs(fast).max())),
        title="At one rate, two speeds",
    )
    left = abs(slow[-1] / slow[0])
    show(
        figure,
        "Two parts of the error against epochs, on a logarithmic axis. Both are straight lines: the "
        f"part across the valley falls steeply, the part along it to {left:.0%} in {len(slow) - 1} epochs.",
    )


def pivot(x: np.ndarray, errors: dict[int, np.ndarray], centre: float) -> None:
    """Fitted lines at several epochs, which all pass near the fare at x = ``centre``.

    Args:
        x: (N,) distances, km.
        errors: for each epoch that of (w, b), (2,).
        centre: where the slow direction leaves the line unchanged, km.
    """
    figure, [axes] = canvas(height=3.5)
    ride = x.max() + 1
    wide = np.array([0.0, 1.08 * ride])
    styles = (DOTTED, DASHDOT, DASHED, SOLID)
    for (epoch, (w, b)), style, color in zip(
        errors.items(), styles, (PURPLE, ORANGE, GREEN, BLUE), strict=True
    ):
        axes.plot(wide, w * wide + b, style, color=color, label=f"after {epoch} epochs")
    axes.plot(x, 0 * x, "o", color=GREY, label="the four rides")
    axes.plot(ride, 0, "s", color=GREY, mfc="none", label=f"the ride of {ride:g} km")
    axes.axvline(centre, color=GREY, linewidth=1)
    axes.annotate(
        f"x = {centre:.2f} km",
        (centre, axes.get_ylim()[1]),
        (5, -12),
        textcoords="offset points",
        color=GREY,
    )
    axes.set(
        xlabel="distance x [km]",
        ylabel="predicted − right fare [€]",
        title="The line turns about a point among the rides",
    )
    axes.legend(loc="lower left", fontsize="small")
    show(
        figure,
        "The error of the fare against the distance, for the lines after several epochs. All lines "
        f"cross near {centre:.2f} km and flatten slowly. The error is largest at 0 km, and it is "
        f"larger at {ride:g} km than at the rides beside the crossing.",
    )


def luck(predictions: np.ndarray, ben: float) -> None:
    """Distribution of f(5) [€] over all starts, and what Ben saw."""
    figure, [axes] = canvas(height=2.8)
    heights, edges, _ = axes.hist(
        predictions,
        bins=60,
        histtype="stepfilled",
        color=BLUE,
        alpha=0.75,
        weights=np.full(predictions.size, 100 / predictions.size),
    )
    highest = np.max(heights)
    axes.axvline(10, color=GREY, linestyle=DASHED)
    axes.annotate("right: 10 €", (10, highest), (5, 10), textcoords="offset points", color=GREY)
    axes.axvline(ben, color=ORANGE)
    axes.annotate(
        f"Ben: {ben:.3f} €",
        (ben, highest),
        (-5, 10),
        ha="right",
        textcoords="offset points",
        color=ORANGE,
    )
    axes.set(
        xlabel="f(5) after 100 epochs [€]",
        ylabel="starts [%]",
        ylim=(0, 1.25 * highest),
        title="Where you start decides what you see",
    )
    show(
        figure,
        "Histogram of the predicted fare of a 5 km ride after 100 epochs, over all random starts. It "
        f"spreads over about a euro; Ben's {ben:.3f} euros lies close to the right 10.",
    )


def two_factors(eigenvalues: np.ndarray) -> None:
    """What an epoch leaves of an error in each direction, |1 − lr·λ|, against the rate.

    Args:
        eigenvalues: the smallest and the largest of the Hessian, (2,).
    """
    flat, steep = eigenvalues
    best, bound = 2 / (flat + steep), 2 / steep
    figure, panels = canvas(2, height=3.3)
    limits = ((0, 1.08 * bound), (2 * best - bound, 2 * bound - best))
    for axes, (low, high) in zip(panels, limits, strict=True):
        lr = np.linspace(low, high, 400)
        left = np.abs(1 - lr[:, None] * eigenvalues)
        axes.fill_between(lr, left.max(axis=1), color=GREY, alpha=0.15, label="the larger of both")
        axes.plot(lr, left[:, 0], SOLID, color=ORANGE, label=f"along the valley, λ = {flat:.3f}")
        axes.plot(lr, left[:, 1], DASHED, color=BLUE, label=f"across, λ = {steep:.3f}")
        axes.axhline(1, color=GREY, linestyle=DOTTED)
        axes.set(
            xlabel="learning rate lr",
            ylabel="left after an epoch",
            xlim=(low, high),
            ylim=(left.min() if low else 0, 1.03 * left.max()),
        )
        axes.locator_params(nbins=5)
    panels[0].set_title("The direction that keeps more decides")
    panels[1].set_title("Shortly before the bound, both keep alike")
    panels[1].legend(loc="upper left", fontsize="small")
    show(
        figure,
        "What an epoch leaves of an error against the learning rate, for two directions. Along the "
        "valley it sinks slowly from 1. Across, it falls to 0 and rises again. The right panel shows "
        f"that it crosses the other line shortly before it passes 1 at {bound:.3f}; beyond, the error "
        "grows.",
    )


def contours(distances: dict[str, np.ndarray], y: np.ndarray, lr: float, n_epochs: int) -> None:
    """Contours of the loss in (w, b) with the path from (0, 0), for the first two kinds of distances.

    Args:
        distances: for each title (N,) distances of the same rides, in whatever unit, from any point.
        y: (N,) fares, €.
        lr, n_epochs: of both paths.
    """
    panels = list(distances.items())[:2]
    figure, all_axes = canvas(len(panels), height=3.6)
    figure.suptitle(f"At the same rate, {lr:g}, the rounder valley lets you walk straight down")
    for axes, (title, x) in zip(all_axes, panels, strict=True):
        best = theory.minimum(x, y, bias=True)
        path = theory.trajectory(x, y, (0.0, 0.0), lr, n_epochs)
        reach = 1.25 * np.abs(path - best).max()
        _valley(axes, theory.hessian(x, bias=True), best, path, reach)
        axes.set_title(f"distances {title}: {n_epochs} epochs")
    show(
        figure,
        "Contours of the loss over price w and flag fall b, with the path of gradient descent at the "
        "same rate. Left, for the distances as they are, a narrow valley: the path drops into it, "
        "creeps along and stays far from the minimum. Right, for distances from their mean, nearly "
        "circles: the path goes straight to the minimum.",
    )


def _valley(axes: Axes, H: np.ndarray, best: np.ndarray, path: np.ndarray, reach: float) -> None:
    """Contours around ``best`` out to ``reach`` each way, the path on top."""
    side = np.linspace(-reach, reach, 60)
    dw, db = np.meshgrid(side, side)
    rise = (H[0, 0] * dw**2 + 2 * H[0, 1] * dw * db + H[1, 1] * db**2) / 2
    w, b = best[0] + dw, best[1] + db
    levels = rise.max() * np.array([0.004, 0.02, 0.06, 0.15, 0.3, 0.5, 0.75])
    axes.contour(w, b, rise, levels=levels, colors=GREY, linewidths=0.8)
    axes.plot(*path.T, SOLID, color=ORANGE, marker="o", markersize=3, linewidth=1.2)
    axes.plot(*path[0], "s", color=ORANGE, markersize=7)
    axes.plot(*best, "*", color=BLUE, markersize=13)
    axes.annotate("start", tuple(path[0]), (7, -13), textcoords="offset points", color=ORANGE)
    axes.annotate("minimum", tuple(best), (9, 5), textcoords="offset points", color=BLUE)
    axes.set(
        xlabel="w [€/km]",
        ylabel="b [€]",
        xlim=(w.min(), w.max()),
        ylim=(b.min(), b.max()),
    )
    axes.locator_params(nbins=5)


def time_per_epoch(sizes: list[int], seconds: dict[str, list[float]]) -> None:
    """Time of one epoch [ms] against the number of rides, a curve for each device."""
    figure, [axes] = canvas(height=2.9)
    for (device, times), style, color in zip(
        seconds.items(), (SOLID, DASHED), (BLUE, ORANGE), strict=False
    ):
        axes.loglog(sizes, 1e3 * np.array(times), style, marker="o", color=color, label=device)
    axes.set(
        xlabel="number of rides N",
        ylabel="one epoch [ms]",
        title="Few rides cost as much as thousands",
    )
    axes.minorticks_off()
    axes.yaxis.set_major_formatter("{x:g}")
    axes.legend()
    show(
        figure,
        "Time of one epoch against the number of rides, both axes logarithmic. For few rides the "
        "time hardly depends on their number; beyond some ten thousand rides it grows with it. "
        f"Measured on: {', '.join(seconds)}.",
    )
