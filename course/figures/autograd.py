"""Figures of 02-autograd."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from course import theory
from course.figures import style
from course.figures.momentum import momentum
from course.figures.style import BLUE, DASHED, DOTTED, GREY, ORANGE, SOLID, canvas, show


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


def forgotten_zero(
    paths: Mapping[float, Sequence[float]], target: float, lr: float
) -> tuple[Figure, str]:
    """`momentum` of a loop that clears its gradients and of one that never does, for the slider."""
    title = f"lr {lr:g} km⁻²: gradients that pile up make w swing for ever"
    return momentum(paths, target, title)


def when_to_stop(x: np.ndarray, y: np.ndarray, lr: float, n: int) -> None:
    """Loss [€²] and b [€] over updates of y = w·x + b from (0, 0), which stops after ``n`` of them."""
    path = theory.trajectory(x, y, (0.0, 0.0), lr, n)
    losses, best = theory.loss(x, y, path), theory.minimum(x, y, bias=True)[1]
    over = int(np.argmax(losses < losses[0] / 100))
    off = abs(path[over, 1] - best)
    figure, (left, right) = canvas(2)
    left.plot(losses, color=BLUE)
    left.set(ylabel="loss [€²]", title=f"The loss looks finished after {over} updates …")
    right.plot(path[:, 1], color=ORANGE, linestyle=DASHED)
    right.axhline(best, color=GREY, linewidth=0.8)
    right.set(ylabel="b [€]", title=f"… and b is still {off:.2f} € off")
    for axes in (left, right):
        axes.axvline(over, color=GREY, linestyle=DOTTED)
        axes.set(xlabel="update")
    show(
        figure,
        f"Left, the loss over {n} updates falls to a hundredth of its start within {over} of them and then "
        f"seems to lie on the axis. Right, b has come to {path[over, 1]:.2f} € by then, {off:.2f} € from its "
        f"goal, and climbs for the rest of the run.",
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
