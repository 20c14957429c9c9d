"""How every figure looks and how it reaches the page: with a text that says what it shows.

Colours are Okabe and Ito's, darkened until words in them can be read. People with any colour vision
tell them apart, and they are never the only difference: each comes with a line style. Figures are
drawn on white paper. Where the page is dark, a style sheet turns their light over and keeps their
hues; where style sheets are taken away, such as on GitHub, they stay as they are drawn.
"""

import base64
import html
import io
from collections.abc import Callable
from typing import Any

import matplotlib
from IPython.display import HTML, display
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.typing import RcKeyType

BLUE, ORANGE, GREEN, PURPLE, GREY = "#0072B2", "#BA5200", "#007F5C", "#AA4F86", "#484848"
PAPER = "#ffffff"
SOLID, DASHED, DOTTED, DASHDOT = "-", "--", ":", "-."

RC: dict[RcKeyType, Any] = {
    "figure.facecolor": PAPER,
    "axes.facecolor": PAPER,
    "axes.edgecolor": GREY,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": "#e3e3de",
    "axes.titlesize": "medium",
    "font.size": 10.5,
}

INVERTED = 0.933
"""How far light is turned over: as far as makes white paper #111111, as JupyterLab's dark theme is."""
DARK_PAGES = (
    '[data-jp-theme-light="false"]',  # JupyterLab, Notebook 7, and pages that nbconvert makes
    ".vscode-dark",
    'html[data-theme="dark"]',  # the instructor's site
    "html[theme=dark]",  # Colab
)
SHEET = (
    f"<style>:is({', '.join(DARK_PAGES)}) .downhill-figure "
    f"{{filter: invert({INVERTED}) hue-rotate(180deg)}}</style>"
)


def canvas(n_panels: int = 1, height: float = 3.2) -> tuple[Figure, list[Axes]]:
    """A figure with ``n_panels`` panels side by side, ``height`` inches high."""
    with matplotlib.rc_context(RC):
        figure = Figure(
            figsize=(4.3 * n_panels if n_panels > 1 else 6.2, height), layout="constrained"
        )
        return figure, list(figure.subplots(1, n_panels, squeeze=False)[0])


def picture(figure: Figure, alt: str) -> str:
    """``figure`` as an HTML image whose alternative text is ``alt``, and which follows the theme."""
    png = io.BytesIO()
    with matplotlib.rc_context(RC):
        figure.savefig(png, format="png", dpi=110, metadata={"Software": None})
    data = base64.b64encode(png.getvalue()).decode()
    return (
        f'{SHEET}<img class="downhill-figure" src="data:image/png;base64,{data}" '
        f'alt="{html.escape(alt)}" style="max-width: 100%">'
    )


def show(figure: Figure, alt: str) -> None:
    """Display ``figure`` with ``alt``, one or two sentences that state its message."""
    display(HTML(picture(figure, alt)))


def slider(draw: Callable[[float], tuple[Figure, str]], values: list[float], label: str) -> None:
    """Show ``draw(value)`` under a slider over ``values``; without widgets, a still picture.

    Args:
        draw: takes one of ``values``, returns a figure and its alternative text.
        values: where the slider can stand; it starts in the middle.
        label: what the slider sets, with its unit.
    """
    import ipywidgets  # here, so that the figures also work where there are no widgets

    start = values[len(values) // 2]
    still = picture(*draw(start))
    control = ipywidgets.SelectionSlider(
        options=[(f"{value:g}", value) for value in values],
        value=start,
        description=label,
        tooltip=f"{label}: drag, or click and use the arrow keys",
        style={"description_width": "initial"},
        layout={"width": "60%"},
    )
    image = ipywidgets.HTML(still)
    control.observe(lambda change: setattr(image, "value", picture(*draw(change["new"]))), "value")
    bundle = ipywidgets.VBox([control, image])._repr_mimebundle_()
    display({**bundle, "text/html": still, "text/plain": f"{label} = {start:g}"}, raw=True)
