"""nbgrader's settings for this course, read by `nbgrader` and the formgrader in this folder."""

import os
from pathlib import Path

from course.plugins.settings import grade_apart
from course.plugins.validate import name_lost_cells, read_as_grading_does

c = get_config()

c.CourseDirectory.course_id = "downhill"
c.CourseDirectory.root = str(Path(__file__).resolve().parent)
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback", "*.md"]
c.CourseDirectory.ignore += [".downhill"]  # what a notebook's last cell notes
# The default is SQLite, `gradebook.db` in this folder.
if gradebook := os.environ.get("DOWNHILL_GRADEBOOK"):
    c.CourseDirectory.db_url = gradebook

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

# How a submission is graded: students' cells in a sandbox, tests outside of it.
grade_apart(c)
c.ExecuteApart.timeout = 60  # s a cell
# A test cell that writes to stderr scores 0. The checks write nothing there; these two come from
# the machine, not from the student: a first use of matplotlib, and a GPU with an old driver.
c.IgnorePattern.enabled = True
c.IgnorePattern.pattern = "building the font cache|CUDA initialization|CUDA unknown error"

# How it is handed out, in and back, where students have accounts: docs/exchange.md.
c.ExchangeFactory.release_assignment = "course.plugins.exchange.ReleaseAssignment"
c.ExchangeFactory.collect = "course.plugins.exchange.Collect"
c.ExchangeFactory.release_feedback = "course.plugins.exchange.ReleaseFeedback"
