"""The page to keep: what a learner can do after the four notebooks, and the paths of their own functions."""

import html
import math
import re
from pathlib import Path
from string import Template

from course.check.standing.contents import COURSE
from course.check.standing.drawn import Line, chart
from course.check.standing.notes import Note

NAME = "downhill.html"
TEMPLATE = Template(Path(__file__).with_name("page.html").read_text(encoding="utf-8"))
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


def _lines(known: dict[str, Note], of: str, columns: tuple[int, int]) -> list[Line]:
    """The paths of a kind, by the title of their notebook."""
    across, up = columns
    return [
        Line(NOTEBOOKS[name], [(point[across], point[up]) for point in note.paths[of]])
        for name, note in known.items()
        if of in note.paths
    ]


def _price(known: dict[str, Note]) -> str:
    """The price w over the epochs."""
    if not (lines := _lines(known, "w", (0, 1))):
        return ""
    ends = [line.points[-1] for line in lines]
    epochs, w = ends[0]
    alt = f"w climbs from {lines[0].points[0][1]:.0f} to {w:.2f} euros per kilometre in {epochs:.0f} epochs."
    said = "The price w that your training loops found for y = 2x, epoch by epoch."
    if len(lines) > 1:
        apart = max(
            abs(a - b)
            for line in lines[1:]
            for (_, a), (_, b) in zip(lines[0].points, line.points, strict=False)
        )
        said += f" They are nowhere further apart than {_bound(apart)} €/km."
    return _figure(chart(lines, ("epoch", "w [€/km]"), alt), said)


def _bound(number: float) -> str:
    """The next power of ten that is not below ``number``, written out."""
    power = max(math.ceil(math.log10(max(number, 1e-12))), -12)
    return f"{10.0**power:.{max(-power, 0)}f}"


def _valley(known: dict[str, Note]) -> str:
    """The way of (w, b) through the valley."""
    if not (lines := _lines(known, "wb", (1, 2))):
        return ""
    w, b = lines[0].points[-1]
    alt = f"Price and flag fall swing across a valley at first, then creep along it to w = {w:.2f}, b = {b:.2f}."
    said = "Price and flag fall for y = 2x + 3: steep across the valley, and slow along it."
    return _figure(chart(lines, ("w [€/km]", "b [€]"), alt), said)


def _figure(drawn: str, said: str) -> str:
    return f"<figure>{drawn}<figcaption>{html.escape(said)}</figcaption></figure>\n"


def _can_do(assignment: str) -> str:
    """The objectives of a notebook, as a list."""
    goals = "".join(f"<li>{_code(goal)}</li>" for goal in COURSE[assignment].objectives)
    return f"<h3>{html.escape(NOTEBOOKS[assignment])}</h3>\n<ul>{goals}</ul>\n"


def _code(text: str) -> str:
    """What of Markdown stands in an objective: code between backticks."""
    return re.sub(r"`(.+?)`", r"<code>\1</code>", html.escape(text))
