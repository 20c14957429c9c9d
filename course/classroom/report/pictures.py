"""The pictures of the class report: SVG that stands in the page and takes on its colours.

Colours of bars are the notebooks' (`course.figures.style`), and each comes with a hatch or an outline, so
that none of them is the only difference.
"""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from markupsafe import Markup
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from course.classroom.report.understanding import Verdict
from course.figures.style import BLUE, ORANGE, PURPLE
from course.svg import INK, canvas, svg

STYLES: dict[Verdict, dict[str, Any]] = {
    Verdict.RIGHT: {"facecolor": BLUE, "edgecolor": BLUE},
    Verdict.PARTLY: {"facecolor": PURPLE, "edgecolor": "#8a3d6c", "hatch": "\\\\"},
    Verdict.WRONG: {"facecolor": ORANGE, "edgecolor": "#8a3d00", "hatch": "//"},
    Verdict.UNTOUCHED: {"facecolor": "none", "edgecolor": INK},
    Verdict.WAITING: {"facecolor": "none", "edgecolor": INK, "hatch": "//"},
}
LETTERS = {Verdict.RIGHT: "white", Verdict.PARTLY: "black", Verdict.WRONG: "black"}
MOST_BARS = 26


def distribution(final: list[float], so_far: list[float], most: float, alt: str) -> Markup:
    """How many students have how many points, of ``most``.

    Args:
        final: marks.
        so_far: points of those who wait for a person to give the others.
        alt: what the picture says, for those who do not see it.
    """
    width = _width(most)
    edges = np.arange(0, max([most, *final, *so_far]) + width + 1e-9, width)
    figure, axes = canvas(2.5)
    bottom = np.zeros(len(edges) - 1)
    styles = {
        "mark": (final, STYLES[Verdict.RIGHT]),
        "points so far": (so_far, STYLES[Verdict.WAITING]),
    }
    for label, (points, style) in styles.items():
        if points:
            counts, _ = np.histogram(points, edges)
            some = counts > 0
            axes.bar(
                edges[:-1][some],
                counts[some],
                width=0.86 * width,
                bottom=bottom[some],
                label=label,
                align="edge",
                **style,
            )
            bottom += counts
    axes.set_xlim(-0.3 * width, edges[-1])
    labelled = edges[:-1][:: max(1, round(5 / width))] if most <= 50 else edges[:-1:2]
    axes.set_xticks(labelled + 0.43 * width, [f"{edge:g}" for edge in labelled])
    axes.yaxis.set_major_locator(MaxNLocator(4, integer=True))
    axes.set_xlabel(f"points, of {most:g}" + (f" (a bar covers {width:g})" if width != 1 else ""))
    axes.set_ylabel("students")
    if final and so_far:
        axes.legend(frameon=False, labelcolor=INK, loc="upper left")
    return Markup(svg(figure, alt))


def verdicts(counts: Mapping[str, Mapping[Verdict, int]], alt: str) -> Markup:
    """How many students did how on each exercise: a bar for each, from the top down."""
    names = list(counts)
    figure, axes = canvas(0.75 + 0.32 * len(names))
    left = np.zeros(len(names))
    for verdict, style in STYLES.items():
        sizes = np.array([counts[name].get(verdict, 0) for name in names])
        bars = axes.barh(names, sizes, 0.74, left, linewidth=0.8, **style)
        ground = {"facecolor": style["facecolor"], "edgecolor": "none", "pad": 1.2}
        if verdict in LETTERS:
            labels = [str(size) if size else "" for size in sizes]
            axes.bar_label(
                bars,
                labels,
                label_type="center",
                color=LETTERS[verdict],
                bbox=ground,
                weight="bold",
            )
        left += sizes
    axes.invert_yaxis()
    axes.spines[["left", "bottom"]].set_visible(False)
    axes.tick_params(left=False)
    axes.xaxis.set_major_locator(MaxNLocator(6, integer=True))
    axes.set_xlabel("students")
    shown = [verdict for verdict in STYLES if any(counts[name].get(verdict) for name in names)]
    patches = [Patch(**STYLES[verdict], label=verdict.value) for verdict in shown]
    figure.legend(
        handles=patches,
        loc="outside upper center",
        ncols=len(patches),
        frameon=False,
        labelcolor=INK,
    )
    return Markup(svg(figure, alt))


def _width(most: float) -> float:
    """How many points a bar covers."""
    sizes = (step * 10**power for power in range(9) for step in (1, 2, 5))
    return next((size for size in sizes if most / size < MOST_BARS), math.inf)
