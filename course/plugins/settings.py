"""All that `nbgrader_config.py` has to set so that a course is graded our way: one call.

from course.plugins.settings import grade_apart

c = get_config()
grade_apart(c)
"""

import sys

from nbgrader import preprocessors as nbgrader
from traitlets.config import Config

from course.plugins import moments
from course.plugins.execute import AskAPerson, ExecuteApart
from course.plugins.restore import Restore
from course.plugins.several import each_for_itself
from course.plugins.submitted import Submission, copy_as_new_files

FORMGRADER = "nbgrader.server_extensions.formgrader.handlers"


def grade_apart(c: Config) -> None:
    """Have students' code run in a sandbox and the tests outside of it, whatever command grades."""
    # Due dates, and the times of what is handed in.
    moments.read_as_written()
    # What others handed in is opened once, read in a process with limits, and copied without modes.
    c.Autograde.exporter_class = Submission
    copy_as_new_files()
    # Several notebooks of an assignment are graded each for itself, and one that was renamed is found.
    each_for_itself()
    c.Autograde.sanitize_preprocessors = [
        nbgrader.ClearOutput,
        Restore,
        nbgrader.OverwriteKernelspec,
        nbgrader.OverwriteCells,
        nbgrader.CheckCellMetadata,
    ]
    c.Autograde.autograde_preprocessors = [
        ExecuteApart,
        nbgrader.IgnorePattern,
        nbgrader.LimitOutput,
        nbgrader.SaveAutoGrades,
        AskAPerson,
        nbgrader.AssignLatePenalties,
        nbgrader.CheckCellMetadata,
    ]
    # What a student gets back: a page, made in a process with limits, on which what they wrote is data
    # and hidden tests stay hidden.
    c.GenerateFeedback.exporter_class = "course.plugins.feedback.Feedback"
    c.GenerateFeedback.preprocessors = [
        nbgrader.GetGrades,
        "course.plugins.shown.HideHiddenTests",
        "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
    ]
    # What goes wrong in the formgrader is said in a sentence, and what students wrote is data.
    if FORMGRADER in sys.modules:
        from course.plugins import formgrader

        formgrader.answer_in_sentences()
        formgrader.show_as_data()
