"""Pictures of matplotlib's that stand in a page of ours and take on its colours.

Lines and letters are drawn in the colour of the page's own text, so that a picture reads in a light
theme, in a dark one and on paper.
"""

import html
import io
import re
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.typing import RcKeyType

INK = "#010203"
"""Stands for the page's colour of text until the picture is in the page."""
RC: dict[RcKeyType, Any] = {
    "svg.fonttype": "none",  # letters stay letters, in the page's own font
    "font.size": 10.5,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "hatch.linewidth": 0.7,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def canvas(height: float) -> tuple[Figure, Axes]:
    """A figure with one panel, ``height`` inches high."""
    with matplotlib.rc_context(RC):
        figure = Figure(figsize=(8.8, height), layout="constrained")
        return figure, figure.subplots()


def svg(figure: Figure, alt: str) -> str:
    """``figure`` as an element of HTML; ``alt`` is what it says, for those who do not see it."""
    text = io.StringIO()
    nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
    # Names inside a picture must differ from those in the others of the page.
    with matplotlib.rc_context({**RC, "svg.hashsalt": alt}):
        figure.savefig(text, format="svg", transparent=True, metadata=nothing)
    drawing = text.getvalue()
    drawing = drawing[drawing.index("<svg") :].replace(INK, "currentColor")
    drawing = re.sub('<g id="[^"]*">', "<g>", drawing)  # nothing refers to these
    alt = html.escape(alt)
    start, rest = drawing.split(">", 1)
    return f'{start} role="img" aria-label="{alt}"><title>{alt}</title>{rest}'
