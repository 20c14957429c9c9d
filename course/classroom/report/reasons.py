"""Which of the reasons for no mark may be shown where nobody is to be named.

A reason may quote a submission: the name of a file, or what a library said of its content. So only those
are shown that are known, word by word, to quote nothing.
"""

import re

HIDDEN = "cannot be graded as it was handed in; --names says why"

SENTENCES = (
    "nothing handed in",
    "a link was handed in instead of a folder",
    "more than # files were handed in",
    "folders lie in folders, more than # deep",
    "nbgrader cannot read the name of the student's folder",
    "the files beside the notebook are larger than # MB",
    "not valid JSON: the file was cut off, or changed outside Jupyter",
    "not a notebook: a folder of that name",
    "not a notebook: a link of that name",
    "not a notebook: neither a file nor a folder",
    "not a notebook: larger than # MB",
    "not a notebook: its JSON is nested too deep",
    "not a notebook: there are no cells in it",
    "the notebook has more than # cells",
    "the notebook holds more than # values",
    "the cells hold more than # characters",
    "a cell is longer than # characters",
)
"""What a submission is told; # stands for a number."""

HELP = "; open it in JupyterLab, clear its outputs, save, and hand it in again"
"""What some of them end in."""

NOTEBOOK = r"^[\w.-]+\.ipynb: "
"""What one of several notebooks is told begins with its name in the gradebook."""

EXPECTED = r"^(nothing handed in); [\w./ -]+ was expected$"
"""What was not handed in at all is named by its name in the gradebook, too."""

OTHERS = "; all others are graded"
"""And ends in this."""

TO_DO = r"(?:not graded yet|its graded notebook is gone); run: course grade [\w.-]+"
"""What the instructor is told, with the name of an assignment."""

_SHOWN = re.compile(
    "|".join(re.escape(sentence).replace(r"\#", "[0-9,]+") for sentence in SENTENCES)
)


def without_quotes(reason: str) -> str:
    """``reason``, or `HIDDEN` if it may quote a submission."""
    told = re.sub(NOTEBOOK, "", re.sub(EXPECTED, r"\1", reason).removesuffix(OTHERS))
    fixed = _SHOWN.fullmatch(told.removesuffix(HELP)) or re.fullmatch(TO_DO, reason)
    return reason if fixed else HIDDEN
