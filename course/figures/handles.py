"""The widget behind the linked figure. Only `linked` imports it, when there are widgets to show."""

from pathlib import Path

import anywidget
import traitlets

HERE = Path(__file__).parent


class LinkedFigure(anywidget.AnyWidget):
    """The figure that `linked.js` draws, of what `linked.figure` gives it."""

    _esm = HERE / "linked.js"
    _css = HERE / "linked.css"
    figure = traitlets.Dict().tag(sync=True)
