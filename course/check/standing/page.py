"""The page to keep: what a learner can do after the four notebooks, and the paths of their own functions."""

import html
import math
import re
from pathlib import Path
from string import Template
from typing import Any

from course.check.standing.contents import COURSE
from course.check.standing.notes import Note, Points
from course.svg import INK, canvas, svg

NAME = "downhill.html"
TEMPLATE = Template(Path(__file__).with_name("page.html").read_text(encoding="utf-8"))
STYLES: tuple[dict[str, Any], ...] = (
    {"color": "#3a8fc7", "linewidth": 9},
    {"color": "#1a9870", "linewidth": 4.5},
    {"color": "#d06a25", "linewidth": 1.5, "linestyle": "--"},
)
"""Of the paths in order; each colour can be seen on light paper and on dark."""
NOTEBOOKS = {name: one.title for name, one in COURSE.items()}


def page(known: dict[str, Note], learner: str) -> str:
    """A page of HTML that needs nothing else.

    Args:
        known: what is noted of each notebook, by name of the assignment.
        learner: their name; '' if they gave none.
    """
    return TEMPLATE.substitute(
        learner=f"<p>{html.escape(learner.strip())}</p>" if learner.strip() else "",
        figures=_price(known) + _valley(known),
        notebooks="".join(map(_can_do, known)),
        exercises=sum(len(note.standing) for note in known.values()),
    )


def _paths(known: dict[str, Note], of: str) -> dict[str, Points]:
    """The paths of a kind, by the title of their notebook."""
    return {NOTEBOOKS[name]: note.paths[of] for name, note in known.items() if of in note.paths}


def _price(known: dict[str, Note]) -> str:
    """The price w over the epochs."""
    if not (paths := _paths(known, "w")):
        return ""
    first, *others = paths.values()
    epochs, w = first[-1]
    alt = f"w climbs from {first[0][1]:.0f} to {w:.2f} euros per kilometre in {epochs:.0f} epochs."
    said = "The price w that your training loops found for y = 2x, epoch by epoch."
    if others:
        apart = max(
            abs(a - b) for other in others for (_, a), (_, b) in zip(first, other, strict=False)
        )
        said += f" They are nowhere further apart than {_bound(apart)} €/km."
    return _figure(paths, (0, 1), ("epoch", "w [€/km]"), alt, said)


def _bound(number: float) -> str:
    """The next power of ten that is not below ``number``, written out."""
    power = max(math.ceil(math.log10(max(number, 1e-12))), -12)
    return f"{10.0**power:.{max(-power, 0)}f}"


def _valley(known: dict[str, Note]) -> str:
    """The way of (w, b) through the valley."""
    if not (paths := _paths(known, "wb")):
        return ""
    _, w, b = next(iter(paths.values()))[-1]
    alt = f"Price and flag fall swing across a valley at first, then creep along it to w = {w:.2f}, b = {b:.2f}."
    said = "Price and flag fall for y = 2x + 3: steep across the valley, and slow along it."
    return _figure(paths, (1, 2), ("w [€/km]", "b [€]"), alt, said)


def _figure(
    paths: dict[str, Points], columns: tuple[int, int], labels: tuple[str, str], alt: str, said: str
) -> str:
    """Two columns of the paths as lines, such that one that lies on another hides none of it."""
    figure, axes = canvas(4.2)
    for (name, points), style in zip(paths.items(), STYLES, strict=False):
        axes.plot(*([point[column] for point in points] for column in columns), label=name, **style)
    axes.set_xlabel(labels[0])
    axes.set_ylabel(labels[1])
    axes.legend(frameon=False, labelcolor=INK)
    return f"<figure>{svg(figure, alt)}<figcaption>{html.escape(said)}</figcaption></figure>\n"


def _can_do(assignment: str) -> str:
    """The objectives of a notebook, as a list."""
    goals = "".join(f"<li>{_code(goal)}</li>" for goal in COURSE[assignment].objectives)
    return f"<h3>{html.escape(NOTEBOOKS[assignment])}</h3>\n<ul>{goals}</ul>\n"


def _code(text: str) -> str:
    """What of Markdown stands in an objective: code between backticks."""
    return re.sub(r"`(.+?)`", r"<code>\1</code>", html.escape(text))
