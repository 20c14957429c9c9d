"""What the attacks by notebook files share: a wrong submission's cells, and where they write to."""

import os

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
