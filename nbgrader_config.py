"""nbgrader's settings for this course, read by `nbgrader` and the formgrader in this folder."""

import os
import sys
from pathlib import Path

from nbgrader import preprocessors as nbgrader

from course.plugins import moments
from course.plugins.execute import AskAPerson, ExecuteApart
from course.plugins.restore import Restore
from course.plugins.several import each_for_itself
from course.plugins.submitted import Submission, copy_as_new_files
from course.plugins.validate import name_lost_cells, read_as_grading_does

c = get_config()

c.CourseDirectory.course_id = "downhill"
c.CourseDirectory.root = str(Path(__file__).resolve().parent)
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback", "*.md"]
c.CourseDirectory.ignore += [".downhill"]  # what a notebook's last cell notes
# The default is SQLite, `gradebook.db` in this folder.
if gradebook := os.environ.get("DOWNHILL_GRADEBOOK"):
    c.CourseDirectory.db_url = gradebook

# Due dates, and the times of what is handed in.
moments.read_as_written()

# What a student finds.
c.IncludeHeaderFooter.header = "source/header.ipynb"
c.ClearSolutions.code_stub = {
    "python": "# Your code here, in place of this comment and the next line.\n"
    'raise NotImplementedError("Still to do: put your code in place of this line.")'
}
c.ClearSolutions.text_stub = "*Your answer here, in place of this line.*"
# The rubric of the written answer stands in a locked cell. What is for the grader alone is marked in
# it, left out of the release, and comes back with grading, as hidden tests do.
c.ClearMarkScheme.enforce_metadata = False

# Validate reads a notebook as grading does, and tells a student what it has lost.
read_as_grading_does()
c.Execute.on_notebook_start = name_lost_cells

# How a submission is graded. What others handed in is opened once, read in a process with limits, and
# copied without modes.
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
# Students' cells run in a sandbox, tests outside of it.
c.Autograde.autograde_preprocessors = [
    ExecuteApart,
    nbgrader.IgnorePattern,
    nbgrader.LimitOutput,
    nbgrader.SaveAutoGrades,
    AskAPerson,
    nbgrader.AssignLatePenalties,
    nbgrader.CheckCellMetadata,
]
c.ExecuteApart.timeout = 60  # s a cell
# A test cell that writes to stderr scores 0. The checks write nothing there; these two come from
# the machine, not from the student: a first use of matplotlib, and a GPU with an old driver.
c.IgnorePattern.enabled = True
c.IgnorePattern.pattern = "building the font cache|CUDA initialization|CUDA unknown error"

# What a student gets back: a page, made in a process with limits, on which what they wrote is data
# and hidden tests stay hidden.
c.GenerateFeedback.exporter_class = "course.plugins.feedback.Feedback"
c.GenerateFeedback.preprocessors = [
    nbgrader.GetGrades,
    "course.plugins.shown.HideHiddenTests",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]

# How it is handed out, in and back, where students have accounts: docs/exchange.md.
c.ExchangeFactory.release_assignment = "course.plugins.exchange.ReleaseAssignment"
c.ExchangeFactory.collect = "course.plugins.exchange.Collect"
c.ExchangeFactory.release_feedback = "course.plugins.exchange.ReleaseFeedback"

# What goes wrong in the formgrader is said in a sentence, and what students wrote is data.
if "nbgrader.server_extensions.formgrader.handlers" in sys.modules:
    from course.plugins import formgrader

    formgrader.answer_in_sentences()
    formgrader.show_as_data()
