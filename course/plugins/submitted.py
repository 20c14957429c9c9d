"""How nbgrader's own steps read what others handed in: opened once, no link followed, no mode kept.

nbgrader looks at a submission and then copies it, by name and with its modes. A link that was put in
a file's place meanwhile would be followed with the instructor's rights, and a program of a student's
that runs as whoever owns it would be the instructor's. `nbgrader_config.py` names `Submission`, and
calls `copy_as_new_files`.
"""

import codecs
import datetime
import logging
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.apps.api import NbGraderAPI
from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.converters.base import BaseConverter
from nbgrader.coursedir import CourseDirectory

from course.grading import handed_in, names, opened
from course.grading.accompanying import Accompanying
from course.grading.problem import Problem
from course.plugins import found
from course.plugins.execute import beside
from course.plugins.moments import parse_utc, zone_of

ANOTHER = "another"
"""In nbconvert's resources: that a notebook is another one than its name says."""
TIMESTAMP = "timestamp.txt"
MOST_BYTES_OF_TIME = 100
TIME = re.compile(r"[\w:., +-]*\w(/[\w-]+)*", re.ASCII)
"""A date, a time and a time zone."""
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
"""What editors put before a text, by which its encoding is known."""

init_assignment = BaseConverter.init_assignment

log = logging.getLogger("traitlets")


class Submission(NotebookExporter):
    """For `Autograde`: reads a submission as `handed_in.notebook` does, and after that our own file."""

    def from_filename(
        self, filename: str, resources: dict[str, Any] | None = None, **how: Any
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """The notebook that is expected in the file ``filename``, after all steps of this exporter.

        Raises:
            Problem: it cannot be read.
        """
        if self.parent is None or resources is None or not self.parent._sanitizing:
            return super().from_filename(filename, resources=resources, **how)
        which = resources["nbgrader"]
        names = which["student"], which["assignment"], which["notebook"]
        path = found.file(self.parent.coursedir, *names)
        notebook = handed_in.notebook(path)
        if told := found.told_of_another(self.parent.coursedir, *names[1:], notebook):
            self.parent.log.warning(told)
            resources[ANOTHER] = told
        return self.from_notebook_node(notebook, resources, **how)


def copy_as_new_files() -> None:
    """Change how nbgrader's steps of this process copy files, and read when they were handed in."""
    BaseConverter.init_assignment = _init_assignment
    CourseDirectory.get_existing_timestamp = _existing_timestamp
    NbGraderAPI.get_submitted_timestamp = _submitted_timestamp


def submitted_at(submission: Path, zone: str = "") -> datetime.datetime | None:
    """When it was handed in, in UTC, as its timestamp says; None if it has none that can be read.

    Args:
        zone: of the exchange, whose abbreviations are read as there.
    """
    moment, problem = read_timestamp(submission, zone)
    if problem:
        log.warning("%s: %s", submission, problem)
    return moment


def read_timestamp(submission: Path, zone: str = "") -> tuple[datetime.datetime | None, str]:
    """As `submitted_at`; and in a line why there is no time, '' if there is one or no timestamp."""
    if not os.path.lexists(submission / TIMESTAMP):
        return None, ""
    try:
        content = opened.read(submission / TIMESTAMP, MOST_BYTES_OF_TIME)
        text = " ".join(_decoded(content).split())
        if TIME.fullmatch(text):
            return parse_utc(text, zone), ""
        reason = f"{text!r} is no time" if text else "it is empty"
    except (Problem, ValueError) as error:
        reason = str(error)
    return None, f"{TIMESTAMP} is not read, so that nothing is late: {reason}"


def _decoded(content: bytes) -> str:
    """The text of a file that an editor wrote in whatever encoding."""
    for mark, encoding in MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding)
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _init_assignment(converter: BaseConverter, assignment: str, student: str) -> None:
    """Copy the files beside the notebooks of a submission, or of what was made of it."""
    if not isinstance(converter, Autograde | GenerateFeedback):
        init_assignment(converter, assignment, student)  # the instructor's own
        return
    source, to = (
        Path(format_path(assignment, student))
        for format_path in (converter._format_source, converter._format_dest)
    )
    if isinstance(converter, Autograde):
        alike = names.refused(found.folders(converter.coursedir, assignment))
        if student in alike:
            raise Problem(alike[student])
        if not read_timestamp(source, zone_of(converter.config))[0]:
            _forget_time(converter.coursedir, assignment, student)
    if not os.path.lexists(source):  # the notebook lies elsewhere
        return
    taken = beside(converter.coursedir, assignment)
    if isinstance(converter, GenerateFeedback):  # of what was taken, and the instructor's own
        taken = Accompanying(taken.ignored, {})
    if left_out := taken.copy(source, to):
        converter.log.warning("%s, %s: %s", student, assignment, left_out)


def _forget_time(course: CourseDirectory, assignment: str, student: str) -> None:
    """Take away when an earlier submission was handed in, which nbgrader would keep for this one."""
    with Gradebook(course.db_url, course.course_id) as gradebook, suppress(MissingEntry):
        gradebook.find_submission(assignment, student).timestamp = None
        gradebook.db.commit()


def _existing_timestamp(course: CourseDirectory, folder: str) -> datetime.datetime | None:
    return submitted_at(Path(folder), zone_of(course.config))


def _submitted_timestamp(
    api: NbGraderAPI, assignment: str, student: str
) -> datetime.datetime | None:
    course = api.coursedir
    folder = course.format_path(course.submitted_directory, student, assignment)
    return submitted_at(Path(folder), zone_of(course.config))
