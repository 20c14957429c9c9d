"""Which of the reasons for no mark may be shown where nobody is to be named.

A reason may quote a submission: the name of a file, or what a library said of its content. So only those
are shown that are known, word by word, to quote nothing, but for the name of the notebook in the first
place, which is left out.
"""

import re

from course.grading import parse, read

HIDDEN = "cannot be graded as it was handed in; --names says why"

SENTENCES = (
    "nothing handed in",
    "a link was handed in instead of a folder",
    "more than # files were handed in",
    "folders lie in folders, more than # deep",
    "nbgrader cannot read the name of the student's folder",
    "another folder's name looks the same; put what is handed in into one",
    "the files beside the notebook are larger than # MB",
)
"""What a submission is told; # stands for a number."""

OF_A_NOTEBOOK = (
    "is not a notebook: a folder of that name",
    "is not a notebook: it is empty",
    "is not a notebook: it holds nothing but zeros",
    *(f"is not a notebook: it is {what}" for _, what, _ in parse.FORMATS),
    *(f"is not a notebook: it is {what}" for _, what in parse.TEXTS),
    "is not a notebook: its JSON is nested too deep",
    "is not a notebook: it says that it is of format #",
    "is not a notebook: there are no cells in it",
    "is not valid JSON: a merge conflict stands in line #",
    "is not valid JSON: it was cut off in line #",
    "is not valid JSON: it was changed outside Jupyter in line #, column #",
    "is larger than # MB",
    "is too large: it has more than # values",
    "is too large: it has more than # cells",
    "is too large: the cells hold more than # characters, counted up to cell #",
    "cannot be read: it took more than # s, or # GB of memory",
)
"""What a notebook is told, after its name."""

HELP = (
    *(parse.CLEAR, parse.COPY, parse.ITSELF, f"settle it, then {parse.SAVE}"),
    *(read.FEWER, read.SHORTER, *(help for *_, help in parse.FORMATS)),
)
"""What these end in."""

NOTEBOOK = r"^[\w.-]+\.ipynb: "
"""What one of several notebooks is told begins with its name in the gradebook."""

EXPECTED = r"^(nothing handed in); [\w./ -]+ was expected$"
"""What was not handed in at all is named by its name in the gradebook, too."""

OTHERS = "; all others are graded"
"""And ends in this."""

TO_DO = r"(?:not graded yet|its graded notebook is gone); run: course grade [\w.-]+"
"""What the instructor is told, with the name of an assignment."""


def _one_of(sentences: tuple[str, ...]) -> str:
    return "|".join(re.escape(sentence).replace(r"\#", "[0-9,]+") for sentence in sentences)


_OF_A_NOTEBOOK = re.compile(f"'[^']+' ((?:{_one_of(OF_A_NOTEBOOK)}); (?:{_one_of(HELP)}))")
_SHOWN = re.compile(f"{_one_of(SENTENCES)}|{TO_DO}")


def without_quotes(reason: str) -> str:
    """``reason`` without the name of the notebook, or `HIDDEN` if it may quote a submission."""
    told = re.sub(NOTEBOOK, "", re.sub(EXPECTED, r"\1", reason)).removesuffix(OTHERS)
    if named := _OF_A_NOTEBOOK.fullmatch(told):
        return f"the notebook {named[1]}{OTHERS if reason.endswith(OTHERS) else ''}"
    return reason if _SHOWN.fullmatch(told) else HIDDEN
