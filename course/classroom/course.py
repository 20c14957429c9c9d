"""nbgrader's cycle on a course folder, step by step: generate, autograde, feedback, export.

Each step is nbgrader's own, with the settings of the folder's nbgrader_config.py, for one
assignment or one submission at a time, so that what goes wrong with one costs no other. Grading
has two halves, so that what lies between them, the execution, can happen elsewhere: `prepare`
sanitizes a submission, `grade` has nbgrader write the marks of what was executed.
"""

import contextlib
import copy
import fnmatch
import functools
import logging
import os
import shutil
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import nbgrader.api
import sqlalchemy
from nbconvert.exporters import NotebookExporter
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback
from nbgrader.converters.base import BaseConverter
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import CsvExportPlugin
from nbgrader.utils import capture_log
from traitlets.config import Config, PyFileConfigLoader

from course.classroom import rows
from course.grading import cells, handed_in
from course.grading.job import Job
from course.grading.problem import Problem, one_line, why_stopped
from course.grading.workers import Settings
from course.plugins import found
from course.plugins.execute import ExecuteApart
from course.plugins.moments import zone_of
from course.plugins.submitted import ANOTHER, Submission, read_timestamp

# nbgrader opens the gradebook a dozen times for each submission, each time with a new engine that
# compiles every query anew. One engine for each gradebook halves the time that writing marks takes.
nbgrader.api.create_engine = functools.cache(nbgrader.api.create_engine)

# They warn of what they mend themselves, on a line for each cell.
warnings.filterwarnings("ignore", module=r"nbgrader\.api|nbformat\.validator")

ROOM = 1 << 20
"""Bytes, without which nothing can be graded."""


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


@dataclass(frozen=True)
class Prepared:
    """A submission, ready to be executed.

    Attributes:
        jobs: by name of the notebook.
        reasons: by name, why others cannot be graded.
        notes: what a person should know of what was handed in, a sentence each.
    """

    jobs: dict[str, Job]
    reasons: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def reason(self) -> str:
        """Why a part of it cannot be graded, '' if all can."""
        return "; ".join([*self.reasons.values(), "all others are graded"]) if self.reasons else ""

    def told(self, name: str, text: str) -> str:
        """``text`` of the notebook ``name``, which it says if there are several."""
        several = len(self.jobs) + len(self.reasons) > 1
        return f"{name}.ipynb: {text}" if text and several else text


class Course:
    """A course folder: nbgrader_config.py, source, and what nbgrader makes of it."""

    def __init__(self, folder: Path, config: Config | None = None) -> None:
        self.folder = folder.resolve()
        self.config = config or _settings(self.folder)
        self.directory = CourseDirectory(config=self.config)
        self.id, self.url = self.directory.course_id, self.directory.db_url
        logging.getLogger("traitlets").setLevel(logging.INFO)
        # nbgrader starts alembic, and jupyter its kernels, from the environment we run in.
        tools = str(Path(sys.executable).parent)
        if tools not in os.environ["PATH"].split(os.pathsep):
            os.environ["PATH"] = os.pathsep.join((tools, os.environ["PATH"]))

    def altered(self, **directory: str) -> "Course":
        """The same course with other settings of its `CourseDirectory`."""
        config = copy.deepcopy(self.config)
        config.CourseDirectory.update(directory)
        return Course(self.folder, config)

    @property
    def unfinished(self) -> str:
        """What stands for `autograded_directory` where graded notebooks lie that have no marks yet."""
        step = Path(self.directory.autograded_directory)
        return str(step.with_name(f".{step.name}.part"))

    def place(self, step: str, student: str, assignment: str) -> Path:
        """The folder of a submission in ``step``, such as `unfinished`."""
        return Path(self.directory.format_path(step, student, assignment))

    @contextlib.contextmanager
    def gradebook(self) -> Iterator[Gradebook]:
        """The open gradebook, to use in a ``with``.

        Raises:
            Problem: its database cannot be used, or stopped meanwhile.
        """
        try:
            nbgrader.api.create_engine(self.url, echo=False, future=True)
        except (sqlalchemy.exc.ArgumentError, ModuleNotFoundError, ValueError) as error:
            raise Problem(
                f"the gradebook's URL cannot be used: {one_line(str(error))}; for PostgreSQL, run "
                "pip install 'psycopg[binary]' and let the URL be like "
                "postgresql+psycopg://USER:PASSWORD@HOST/DATABASE"
            ) from None
        try:
            with Gradebook(self.url, self.id) as gradebook:
                yield gradebook
        except sqlalchemy.exc.DBAPIError as error:
            raise Problem(
                f"the gradebook's database cannot be used: {one_line(str(error.orig))}; "
                "once it can, the same command goes on from here"
            ) from None

    def generate(self, assignment: str) -> Outcome:
        """Make the release version of ``assignment`` and enter it in the gradebook."""
        return self._run(GenerateAssignment, self.config, assignment_id=assignment)

    def assignments(self) -> set[str]:
        """Names of the assignments in the gradebook."""
        with self.gradebook() as gradebook:
            return {assignment.name for assignment in gradebook.assignments}

    def notebooks(self, assignment: str) -> list[str]:
        """Names of the notebooks of ``assignment`` in the gradebook."""
        with self.gradebook() as gradebook:
            return sorted(book.name for book in gradebook.find_assignment(assignment).notebooks)

    def students(self, assignment: str) -> list[str]:
        """Who handed in ``assignment``."""
        return found.students(self.directory, assignment)

    def is_wanted(self, student: str) -> bool:
        """Whether nbgrader's settings `student_id` and `student_id_exclude` let ``student`` be graded."""
        excluded = self.directory.student_id_exclude.split(",")
        return fnmatch.fnmatchcase(student, self.directory.student_id) and student not in excluded

    def enroll(self, students: Iterable[str]) -> None:
        """Enter ``students`` in the gradebook, those whom it does not know."""
        with self.gradebook() as gradebook:
            rows.enroll(gradebook.db, students)

    def settings(self, assignments: Iterable[str]) -> Settings:
        """How submissions for ``assignments`` are executed."""
        return ExecuteApart(config=self.config).settings(self.directory, assignments)

    def prepare(self, student: str, assignment: str) -> Prepared:
        """What executing a submission takes, sanitized by nbgrader.

        Raises:
            Problem: none of its notebooks can be graded, or the gradebook cannot be asked, which
                `require_gradebook` tells.
        """
        handed_in.check_name(student)
        with told_as_problem():
            there = found.find(self.directory, student, assignment)
        jobs, reasons = {}, dict(there.reasons)
        others = []
        for notebook in there.files:
            try:
                jobs[notebook], another = self._job(student, assignment, notebook)
                others.append(another)
            except Problem as problem:
                reasons[notebook] = there.told(notebook, problem)
        if not jobs:
            raise Problem("; ".join(reasons.values()))
        _, no_time = read_timestamp(there.folder, zone_of(self.config))
        left_out = dict.fromkeys(job.left_out for job in jobs.values())
        return Prepared(jobs, reasons, [*there.notes, *filter(None, (*others, *left_out, no_time))])

    def is_graded(
        self, student: str, assignment: str, prepared: Prepared, graded: dict[str, Path]
    ) -> bool:
        """Whether the gradebook holds the marks of just this submission, graded just this way.

        Args:
            graded: where its graded notebooks lie, by name.
        """
        if graded.keys() != prepared.jobs.keys():
            return False
        for notebook, job in prepared.jobs.items():
            try:
                metadata = cells.read(graded[notebook]).metadata
            except Exception:  # not written to its end
                return False
            if metadata.get("downhill", {}).get("graded") != job.digest():
                return False
        mark = self.mark(student, assignment)
        return mark is not None and (mark.waiting or not prepared.reasons)

    def grade(self, student: str, assignment: str, executed: Mapping[str, NotebookNode]) -> Outcome:
        """Have nbgrader write the marks of a submission.

        Args:
            executed: those of its notebooks that could be executed, by name. The others wait.
        """
        config = copy.deepcopy(self.config)
        config.Autograde.exporter_class = AsExecuted
        config.Autograde.sanitize_preprocessors = []
        steps = config.Autograde.autograde_preprocessors
        config.Autograde.autograde_preprocessors = [s for s in steps if s is not ExecuteApart]
        marking = functools.partial(Marking, executed)
        return self._run(marking, config, assignment_id=assignment, student_id=student)

    def enter(self, marked: Mapping[rows.Pair, tuple[rows.Rows, rows.Rows]]) -> set[rows.Pair]:
        """Enter marks in one transaction: by submission, its rows as they were and as they are to be.

        Returns:
            the submissions whose rows somebody has changed meanwhile; theirs stay as they are.
        """
        with self.gradebook() as gradebook:
            if gradebook.engine.dialect.name == "sqlite":  # which locks nothing before it writes
                gradebook.db.connection().exec_driver_sql("BEGIN IMMEDIATE")
            now = rows.read(gradebook.db, list(marked), to_change=True)
            others = {pair for pair, (before, _) in marked.items() if now[pair] != before}
            rows.change(gradebook.db, [marked[pair] for pair in marked if pair not in others])
            gradebook.db.commit()
        return others

    def put_in_place(self, student: str, assignment: str) -> None:
        """Put the graded notebooks that lie in `unfinished` in the place of those of before."""
        old = self.place(self.directory.autograded_directory, student, assignment)
        new = self.place(self.unfinished, student, assignment)
        gone = new.with_name(f"{new.name}.old")
        shutil.rmtree(gone, ignore_errors=True)  # of a run that was killed
        if old.exists():
            gone.parent.mkdir(parents=True, exist_ok=True)
            old.rename(gone)
        if new.exists():
            old.parent.mkdir(parents=True, exist_ok=True)
            new.rename(old)
        shutil.rmtree(gone, ignore_errors=True)
        with contextlib.suppress(OSError):  # others of the student's lie there
            new.parent.rmdir()

    def feedback(self, student: str, assignment: str) -> Outcome:
        """Write the feedback page of one autograded submission."""
        which = {"assignment_id": assignment, "student_id": student}
        return self._run(GenerateFeedback, self.config, **which)

    def graded(self, student: str, assignment: str) -> dict[str, Path]:
        """Where the graded notebooks of ``student`` lie, those that there are, by name."""
        folder = self.place(self.directory.autograded_directory, student, assignment)
        try:
            names = sorted(os.listdir(folder))
        except (FileNotFoundError, NotADirectoryError, PermissionError):
            return {}
        return {Path(name).stem: folder / name for name in names if name.endswith(".ipynb")}

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

    def require_gradebook(self) -> None:
        """Tell a database that has stopped, or a full disk, from what is wrong with a submission.

        Raises:
            Problem: it does not answer, or there is no room for what is graded.
        """
        with self.gradebook():
            pass
        for place in (self.directory.root, tempfile.gettempdir()):
            if shutil.disk_usage(place).free < ROOM:
                raise Problem(
                    f"the disk of {place} is full; make room, and the same command goes on from here"
                )

    def _job(self, student: str, assignment: str, notebook: str) -> tuple[Job, str]:
        """What executing one notebook takes, and that it is another one, '' if it is not.

        Raises:
            Problem: it cannot be graded.
        """
        directory = self._directory(assignment_id=assignment, student_id=student)
        path = found.folder(directory, student, assignment) / f"{notebook}.ipynb"
        with told_as_problem():
            sanitized, told = Sanitizer(coursedir=directory, config=self.config).sanitize(path)
            execute = ExecuteApart(config=self.config)
            return execute.job(sanitized, directory, student, assignment, notebook), told

    def _directory(self, **which: str) -> CourseDirectory:
        return CourseDirectory(config=self.config, **which)

    def _run(
        self, converter: Callable[..., BaseConverter], config: Config, **which: str
    ) -> Outcome:
        directory = self._directory(**which)
        result = capture_log(converter(coursedir=directory, config=config, force=True))
        log = result.get("log", "")
        if not result["success"]:
            self.require_gradebook()
        return Outcome("" if result["success"] else why_stopped(result["error"] + log), log)


def _settings(folder: Path) -> Config:
    return PyFileConfigLoader("nbgrader_config.py", path=str(folder)).load_config()


def open_course(folder: Path) -> Course:
    """The course in ``folder``.

    Raises:
        Problem: there is none.
    """
    if not (folder / "nbgrader_config.py").exists():
        raise Problem(f"no nbgrader_config.py in {folder}; go to your course folder first.")
    try:
        return Course(folder)
    except Exception as error:  # the file is a program
        reason = f"nbgrader_config.py stops with {type(error).__name__}: {error}"
        raise Problem(one_line(reason)) from None


@contextlib.contextmanager
def told_as_problem() -> Iterator[None]:
    """Tell what goes wrong with a submission in a sentence.

    Raises:
        Problem: anything does.
    """
    try:
        yield
    except Problem:
        raise
    except OSError as error:
        raise Problem(one_line(f"a file cannot be read: {error}")) from None
    except Exception as error:  # nbgrader raises whatever it trips over
        raise Problem(one_line(f"nbgrader stopped: {type(error).__name__}: {error}")) from None


class Sanitizer(Autograde):
    """The first half of nbgrader's Autograde, in memory."""

    def sanitize(self, submission: Path) -> tuple[NotebookNode, str]:
        """The notebook as it is to be executed, and `found.told_of_another`; nothing is written."""
        self.exporter = Submission(parent=self, config=self.config)
        self._init_preprocessors()
        resources = self.init_single_notebook_resources(str(submission))
        text, made = self.exporter.from_filename(str(submission), resources=resources)
        return nbformat.reads(text, as_version=4), made.get(ANOTHER, "")


class AsExecuted(NotebookExporter):
    """For `Marking`: gives what was executed, where a submission would be read."""

    def from_filename(
        self, filename: str, resources: dict[str, Any] | None = None, **how: Any
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """The executed notebook, then what was written of it, after all steps of this exporter.

        Raises:
            Problem: it was not executed.
        """
        if self.parent is None or resources is None or not self.parent._sanitizing:
            return super().from_filename(filename, resources=resources, **how)
        name = resources["nbgrader"]["notebook"]
        if name not in self.parent.executed:
            raise Problem("it was not executed")
        return self.from_notebook_node(self.parent.executed[name], resources, **how)


class Marking(Autograde):
    """nbgrader's Autograde, for one submission whose notebooks were ``executed``, as far as they can be."""

    def __init__(self, executed: Mapping[str, NotebookNode], **how: Any) -> None:
        super().__init__(**how)
        self.executed = executed

    def convert_notebooks(self) -> None:
        """Write the marks; who asks for that knows which notebooks have none."""
        self.not_graded: list[str] = []
        BaseConverter.convert_notebooks(self)
