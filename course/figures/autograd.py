"""Figures of 02-autograd."""

from collections.abc import Callable

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from course.figures import style
from course.figures.style import BLUE, DASHED, GREY, ORANGE, SOLID, canvas, show


def graph(x: float, y: float, w: float) -> None:
    """The loss of one ride as a graph: values [km, €/km, €, €²] forward, gradients backward."""
    y_pred, error = w * x, w * x - y
    nodes = {
        # name: (place, formula, value, gradient of the loss with respect to it)
        "w": ((0.0, 1.9), "w", w, 2 * error * x),
        "x": ((0.0, 0.1), "x", x, None),
        "ŷ": ((2.0, 1.0), "ŷ = w·x", y_pred, 2 * error),
        "y": ((2.0, -0.6), "y", y, None),
        "e": ((4.1, 1.0), "e = ŷ − y", error, 2 * error),
        "L": ((6.2, 1.0), "L = e²", error**2, 1.0),
    }
    links = (
        ("w", "ŷ", f"× x = {_signed(x)}"),
        ("x", "ŷ", ""),
        ("ŷ", "e", "× 1"),
        ("y", "e", ""),
        ("e", "L", f"× 2e = {_signed(2 * error)}"),
    )
    figure, axes = _blank(height=3.3)
    axes.set(xlim=(-0.8, 7.1), ylim=(-1.1, 2.9), title="Values run forward, gradients run back")
    boxes = {
        name: _box(axes, place, f"{formula}\n{_signed(value)}")
        for name, (place, formula, value, _) in nodes.items()
    }
    for name, ((h, v), _, _, gradient) in nodes.items():
        if gradient is not None:
            slope = f"dL/d{name} = {_signed(gradient)}"
            axes.text(h, v + 0.6, slope, ha="center", color=ORANGE)
    for start, end, factor in links:
        tail, head = ((nodes[name][0], boxes[name]) for name in (start, end))
        _arrow(axes, tail, head, BLUE, SOLID, bend=0.15 if factor else 0.0)
        if factor:
            _arrow(axes, head, tail, ORANGE, DASHED, bend=0.15)
            h, v = np.mean([nodes[start][0], nodes[end][0]], axis=0)
            axes.text(h, v - 0.5, factor, ha="center", va="center", color=ORANGE, fontsize="small")
    axes.text(6.2, -0.3, "solid: values, forward", color=BLUE, ha="center", fontsize="small")
    axes.text(6.2, -0.6, "dashed: gradients, back", color=ORANGE, ha="center", fontsize="small")
    show(
        figure,
        f"Graph of the loss of one ride. Forward, w = {w:g} and x = {x:g} give the prediction "
        f"{y_pred:g}, the error {error:g} and the loss {error**2:g}. Backward, each arrow multiplies "
        f"the gradient by one factor, from 1 at the loss to {2 * error * x:g} at w.",
    )


def who_writes_what() -> None:
    """What each line of an epoch does to the graph, to w.grad and to w."""
    columns = ("the graph", "w.grad", "w")
    rows = (
        ("y_pred = forward(x, w)", ("begins", "", "reads")),
        ("loss = mse_loss(y_pred, y)", ("completes", "", "")),
        ("loss.backward()", ("reads, frees", "ADDS", "")),
        ("update_([w], lr): the step", ("", "reads", "CHANGES")),
        ("update_([w], lr): the end", ("", "CLEARS", "")),
    )
    figure, axes = _blank(height=2.9)
    for column, name in enumerate(columns):
        axes.text(column, 0, name, ha="center", va="center", weight="bold", family="monospace")
    for row, (line, cells) in enumerate(rows, start=1):
        axes.text(-2.6, -row, line, va="center", family="monospace", fontsize=9.5)
        axes.axhline(0.5 - row, color="#d5d5cf", linewidth=0.8)
        for column, cell in enumerate(cells):
            loud = cell.isupper()
            axes.text(
                column,
                -row,
                cell.lower(),
                ha="center",
                va="center",
                color=ORANGE if loud else GREY,
                weight="bold" if loud else "normal",
            )
    axes.set(
        xlim=(-2.7, 2.6),
        ylim=(-5.6, 0.6),
        title="One line adds to w.grad, one changes w, one clears",
    )
    show(
        figure,
        "Table of what an epoch does, line by line. forward and mse_loss build the graph, backward reads it, "
        "frees it and adds to w.grad, the step of update_ reads w.grad and changes w, its end "
        "clears w.grad. No line but the update changes w.",
    )


def forgotten_zero(cleared: np.ndarray, forgotten: np.ndarray, period: float) -> None:
    """Price w [€/km] over epochs with the gradient cleared and with it forgotten; period in epochs."""
    figure, [axes] = canvas()
    _two_runs(axes, cleared, forgotten)
    top = int(np.argmax(forgotten[: round(period)]))
    axes.annotate(
        "",
        (top, 4.25),
        (top + period, 4.25),
        arrowprops={"arrowstyle": "<->", "color": GREY, "shrinkA": 0, "shrinkB": 0},
    )
    axes.text(top + period / 2, 4.4, f"{period:.1f} epochs", ha="center", color=GREY)
    axes.set(ylim=(-0.3, 5.6), title="Gradients that pile up make w swing for ever")
    axes.legend(loc="upper right", ncols=2)
    show(
        figure,
        f"w over epochs. With the gradient cleared w rises smoothly to 2. Without, it swings between 0 "
        f"and 4 with a period of {period:.1f} epochs, and the swing never gets smaller.",
    )


def swing(cleared: np.ndarray, forgotten: np.ndarray, lr: float) -> tuple[Figure, str]:
    """The same two runs at learning rate ``lr``, for the slider."""
    figure, [axes] = canvas()
    _two_runs(axes, cleared, forgotten)
    axes.set(ylim=(-1.0, 5.9), title=f"lr {lr:g}: {len(cleared) - 1} epochs, with and without")
    axes.legend(loc="upper right", ncols=2)
    return figure, (
        f"At learning rate {lr:g} the run with cleared gradients ends at {cleared[-1]:.2f} €/km; the "
        f"other one swings around 2 €/km and is never further from it than "
        f"{np.abs(forgotten - 2).max():.1f}."
    )


def slider(draw: Callable[[float], tuple[Figure, str]], rates: list[float]) -> None:
    """``draw(lr)`` under a slider over learning rates [km⁻²]."""
    style.slider(draw, rates, "learning rate [km⁻²]")


def same_path(by_hand: np.ndarray, autograd: np.ndarray) -> None:
    """Price w [€/km] after each epoch, notebook 01's run under this notebook's."""
    figure, [axes] = canvas()
    epochs = np.arange(len(by_hand))
    axes.plot(epochs, by_hand, color=ORANGE, linewidth=6, alpha=0.6, label="01: derivative by hand")
    axes.plot(epochs, autograd, color=BLUE, linestyle=DASHED, label="02: autograd")
    axes.set(
        xlabel="epoch", ylabel="w [€/km]", title="Same derivative, same path: the lines coincide"
    )
    axes.legend(loc="lower right")
    show(
        figure,
        "w over epochs for the run with the derivative by hand, as a broad line, and for the run with "
        "autograd, dashed on top of it. The two coincide everywhere.",
    )


def with_flag_fall(history: np.ndarray, without: np.ndarray) -> None:
    """Loss [€²] over epochs of the model with a flag fall and of the one without."""
    figure, [axes] = canvas()
    axes.semilogy(without, color=ORANGE, linestyle=DASHED, label="y = w·x on y = 2x, lr 0.01")
    axes.semilogy(history, color=BLUE, label="y = w·x + b on y = 2x + 3, lr 0.1")
    axes.set(
        xlabel="epoch",
        ylabel="loss [€²]",
        ylim=(1e-10, 1e3),
        title="With a flag fall the loss takes longer, at ten times the rate",
    )
    axes.legend()
    show(
        figure,
        "Loss over epochs on a logarithmic axis. The model without a flag fall falls along one steep "
        "straight line. The one with a flag fall drops quickly at first and then follows a flatter line.",
    )


def _two_runs(axes: Axes, cleared: np.ndarray, forgotten: np.ndarray) -> None:
    axes.axhline(2, color=GREY, linewidth=0.8)
    axes.plot(forgotten, color=ORANGE, linestyle=DASHED, label="never cleared")
    axes.plot(cleared, color=BLUE, label="cleared each epoch")
    axes.set(xlabel="epoch", ylabel="w [€/km]")


def _blank(height: float) -> tuple[Figure, Axes]:
    """A figure to draw on freely, without axes or grid."""
    figure, [axes] = canvas(height=height)
    axes.grid(False)
    axes.set(xticks=[], yticks=[])
    for spine in axes.spines.values():
        spine.set_visible(False)
    return figure, axes


def _box(axes: Axes, place: tuple[float, float], text: str) -> Patch:
    """The outline of ``text``, written into a box."""
    outline = {"boxstyle": "round,pad=0.4", "facecolor": "white", "edgecolor": BLUE}
    written = axes.text(
        *place, text, ha="center", va="center", color=BLUE, weight="bold", bbox=outline
    )
    box = written.get_bbox_patch()
    assert box is not None  # it was asked for
    return box


def _arrow(axes: Axes, start: tuple, end: tuple, color: str, linestyle: str, bend: float) -> None:
    """An arrow between two (place, box) pairs."""
    axes.annotate(
        "",
        end[0],
        start[0],
        arrowprops={
            "arrowstyle": "->",
            "color": color,
            "linestyle": linestyle,
            "linewidth": 1.4,
            "connectionstyle": f"arc3,rad={bend}",
            "patchA": start[1],
            "patchB": end[1],
            "shrinkA": 2,
            "shrinkB": 2,
        },
    )


def _signed(number: float) -> str:
    """A number as it is printed in a formula, with a true minus."""
    return f"{number:g}".replace("-", "−")
