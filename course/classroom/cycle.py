"""nbgrader's cycle on a course folder, step by step: generate, autograde, feedback, export.

Each step is nbgrader's own, with the settings of the folder's nbgrader_config.py, for one
assignment or one submission at a time, so that what goes wrong with one costs no other.
"""

import logging
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback
from nbgrader.converters.base import BaseConverter
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import CsvExportPlugin
from nbgrader.utils import capture_log
from traitlets.config import PyFileConfigLoader


@dataclass(frozen=True)
class Outcome:
    """How a step went: ``reason`` is why it failed, '' if it did not; ``log`` is nbgrader's."""

    reason: str
    log: str = ""


@dataclass(frozen=True)
class Mark:
    """Points of a submission, and whether a part of it waits for a hand to grade it."""

    score: float
    max_score: float
    waiting: bool


class Course:
    """A course folder: nbgrader_config.py, source, and what nbgrader makes of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.config = PyFileConfigLoader("nbgrader_config.py", path=str(self.folder)).load_config()
        self.url = CourseDirectory(config=self.config).db_url
        logging.getLogger("traitlets").setLevel(logging.INFO)
        # nbgrader starts alembic, and jupyter its kernels, from the environment we run in.
        tools = str(Path(sys.executable).parent)
        if tools not in os.environ["PATH"].split(os.pathsep):
            os.environ["PATH"] = os.pathsep.join((tools, os.environ["PATH"]))

    def gradebook(self) -> Gradebook:
        """The open gradebook, to use in a ``with``."""
        return Gradebook(self.url, self.config.CourseDirectory.course_id)

    def generate(self, assignment: str) -> Outcome:
        """Make the release version of ``assignment`` and enter it in the gradebook."""
        return self._run(GenerateAssignment, assignment_id=assignment)

    def grade(self, student: str, assignment: str) -> Outcome:
        """Autograde one submission, whether or not it was graded before."""
        submission = self.submission(student, assignment)
        if reason := unreadable(submission):
            return Outcome(reason)
        graded = self._run(Autograde, assignment_id=assignment, student_id=student)
        release = self.folder / "release" / assignment / f"{assignment}.ipynb"
        if graded.reason and (lost := _grade_ids(release) - _grade_ids(submission)):
            reason = f"{graded.reason}; missing cells: {', '.join(sorted(lost))}"
            return Outcome(reason, graded.log)
        return graded

    def feedback(self, student: str, assignment: str) -> Outcome:
        """Write the feedback page of one autograded submission."""
        return self._run(GenerateFeedback, assignment_id=assignment, student_id=student)

    def submission(self, student: str, assignment: str) -> Path:
        """Where the notebook that ``student`` handed in lies."""
        return self.folder / "submitted" / student / assignment / f"{assignment}.ipynb"

    def mark(self, student: str, assignment: str) -> Mark | None:
        """What the gradebook says of a submission; None if it knows of none."""
        with self.gradebook() as gradebook:
            try:
                found = gradebook.find_submission(assignment, student)
            except MissingEntry:
                return None
            return Mark(found.score, found.max_score, found.needs_manual_grade)

    def export(self, to: Path) -> None:
        """Write nbgrader's table of all marks as CSV."""
        unfinished = to.with_name(to.name + ".part")
        with self.gradebook() as gradebook:
            CsvExportPlugin(config=self.config, to=str(unfinished)).export(gradebook)
        unfinished.replace(to)

    def _run(self, converter: type[BaseConverter], **which: str) -> Outcome:
        directory = CourseDirectory(config=self.config, **which)
        result = capture_log(converter(coursedir=directory, config=self.config, force=True))
        log = result.get("log", "")
        return Outcome("" if result["success"] else _reason(log, result["error"]), log)


def unreadable(notebook: Path) -> str:
    """Why the file ``notebook`` cannot be graded, in a few words; '' if it can be read."""
    if not notebook.exists():
        return "nothing handed in"
    try:
        nbformat.validate(nbformat.reads(notebook.read_text(encoding="utf-8"), as_version=4))
    except (nbformat.reader.NotJSONError, UnicodeDecodeError):
        return "not valid JSON: the file was cut off, or changed outside Jupyter"
    except Exception as error:  # nbformat raises whatever it trips over
        return f"not a notebook: {str(error).splitlines()[0]}"
    return ""


def _grade_ids(notebook: Path) -> set[str]:
    cells = nbformat.read(notebook, as_version=4).cells
    return {cell.metadata.get("nbgrader", {}).get("grade_id") for cell in cells} - {None}


def _reason(log: str, error: str) -> str:
    """The last exception that nbgrader logged, or else the one that it raised."""
    pattern = re.compile(r"^ *[\w.]*?(\w+(?:Error|Exception|Interrupt): .+)$", re.MULTILINE)
    raised = pattern.findall(log) or pattern.findall(error) or ["see the log"]
    return f"nbgrader stopped: {raised[-1]}"
