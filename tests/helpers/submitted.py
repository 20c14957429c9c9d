"""What the attacks by notebook files share: a wrong submission's cells, and where they write to."""

import os
from pathlib import Path

CANARY = f"/tmp/downhill-canary-{os.getpid()}"
"""Nobody but hostile code writes this file. In a sandbox, /tmp is another folder."""

DATA = "data.txt"
"""A file that the instructor hands out beside the notebook."""


def cell(notebook: dict, grade_id: str) -> dict:
    """The cell with this grade_id, in a notebook as JSON."""
    for each in notebook["cells"]:
        if each["metadata"].get("nbgrader", {}).get("grade_id") == grade_id:
            return each
    raise KeyError(grade_id)


def run(notebook: dict, source: str) -> None:
    """Add a code cell at the end, which is run when the notebook is graded."""
    code = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    notebook["cells"].append(code | {"id": f"run-{len(notebook['cells'])}", "source": source})


def say(notebook: dict, text: str) -> None:
    """Add a text cell at the end."""
    cell = {"cell_type": "markdown", "metadata": {}, "source": text}
    notebook["cells"].append(cell | {"id": f"say-{len(notebook['cells'])}"})


def show(notebook: dict, **data: str) -> None:
    """Add a code cell that displays ``data``: by type, with _ for /, an expression of its value."""
    bundle = ", ".join(f"{kind.replace('_', '/')!r}: {value}" for kind, value in data.items())
    run(notebook, f"from IPython.display import display\ndisplay({{{bundle}}}, raw=True)")


def insert(path: Path, json: str) -> None:
    """Write ``json`` into the file of a notebook, before its cells."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"cells": [', f'{json}, "cells": [', 1), encoding="utf-8")
