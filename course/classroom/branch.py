"""A branch: a course folder on a worker of a cluster, where submissions are graded that are sent there.

It shares nothing with the machine where marks are entered. The course comes as a `Kit`, once; each submission
comes as `Sent`, is put in the folder, and is prepared, executed and marked as it would be at home, by clerks of
the branch. What goes back is what is to be entered, and the graded notebooks.
"""

import contextlib
import dataclasses
import json
import os
import pickle
import shutil
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import nbgrader.api
from traitlets.config import Config

from course.classroom import clerks, rows
from course.classroom.course import Course, open_course
from course.classroom.rows import Row, Rows
from course.classroom.single import Done, Marker
from course.grading import opened, workers
from course.grading.job import software
from course.grading.problem import Problem
from course.grading.workers import Settings

SETTINGS = "nbgrader_config.py"
STEPS = ("source", "release", "submitted", "autograded")
OWN_SETTINGS = """

get_config().CourseDirectory.update(
    root={folder!r},
    db_url="sqlite:///" + {folder!r} + "/gradebook.db",
    source_directory="source",
    release_directory="release",
    submitted_directory="submitted",
    autograded_directory="autograded",
)
"""
"""What stands behind a course's settings at a branch."""
MOST_BYTES = 32 << 20
"""Of the files of a submission that is sent."""

READABLE = 0o644
"""The mode of what was handed in: nobody runs it."""


class File(NamedTuple):
    """A file to be sent."""

    content: bytes
    mode: int = READABLE


Files = dict[str, File]
"""By path in a folder."""


class CannotOpenError(Exception):
    """The course cannot be opened where there is nothing but its settings and notebooks."""


class CannotGradeError(Exception):
    """Nothing can be graded at a branch: its disk is full, or there is no sandbox."""


class CannotTakeError(Exception):
    """A submission cannot be put in a folder of a branch."""


@dataclass(frozen=True)
class Kit:
    """What it takes to grade any submission of a course.

    Attributes:
        files: its settings, its secret, and `source/` and `release/` of what is to be graded.
        meant: what its settings come to at home, see `meaning`.
        handed_out: what its gradebook has of that, see `rows.structure`.
        software: what submissions are graded with at home.
        settings: how submissions are executed.
        folder: where the course lies at home.
        rehearsed: the assignment that clerks rehearse; '' for none.
    """

    files: Files
    meant: str
    handed_out: dict[str, list[Row]]
    software: dict[str, str]
    settings: Settings
    folder: str
    rehearsed: str


@dataclass(frozen=True)
class Sent:
    """A submission, as it lies at home.

    Attributes:
        files: in its folder.
        graded: its graded notebooks, of before.
        rows: what the gradebook has of it.
        force: it is to be graded, whether or not it has been just so.
        patience: seconds after which it is put back; None if it has all its time.
    """

    student: str
    assignment: str
    files: Files
    graded: Files
    rows: Rows
    force: bool
    patience: float | None


def handed_in(folder: Path) -> Files:
    """The files in the ``folder`` of a student.

    Raises:
        Problem: there is anything that is not sent: links, too much, what cannot be read.
    """
    with opened.folder(folder) as descriptor:
        found = opened.contents(descriptor, opened.everything, MOST_BYTES)
    return {name: File(content) for name, content in found.items()}


def ours(folder: Path) -> Files:
    """The files in a ``folder`` of the course's; none if there is none."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {
        str(path.relative_to(folder)): File(path.read_bytes(), path.stat().st_mode & 0o777)
        for path in paths
    }


def put(files: Files, folder: Path) -> None:
    """Have ``folder`` hold the ``files`` and nothing else; no folder where there are none."""
    shutil.rmtree(folder, ignore_errors=True)
    if not files:
        with contextlib.suppress(OSError):  # others lie beside it
            folder.parent.rmdir()
    for name, file in files.items():
        path = folder / name
        if not is_below(path, folder):
            raise Problem(f"{name!r} lies outside of the folder that it is put in")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
        path.chmod(file.mode)


def is_below(path: Path | str, folder: Path | str) -> bool:
    """Whether ``path`` stands for something in ``folder``, by its name."""
    return Path(os.path.abspath(folder)) in Path(os.path.abspath(path)).parents


def lies_below(course: Course) -> bool:
    """Whether all that a branch writes of ``course`` lies in its folder, wherever that is."""
    directory = course.directory
    return all(
        is_below(directory.format_path(step, "student", "assignment"), directory.root)
        for step in STEPS
    )


def grade(kit: bytes, sent: Sent) -> tuple[Done | None, Files]:
    """Grade a submission at the branch of this process.

    Args:
        kit: a pickled `Kit`.

    Returns:
        what came of it, None if it took longer than its patience; and its graded notebooks.

    Raises:
        CannotOpenError, CannotGradeError, CannotTakeError: it is to be graded elsewhere.
    """
    with _LOCK:  # what one submission leaves is not to be taken for another's
        try:
            there = _branch(kit)
            try:
                return there.grade(sent)
            except OSError as error:
                there.course.require_gradebook()  # else whoever hands in such names stops a branch
                raise CannotTakeError(str(error)) from None
        except (Problem, OSError) as problem:
            raise CannotGradeError(str(problem)) from None


class Branch:
    """The course folder of a `Kit`, with clerks that work there."""

    def __init__(self, kit: Kit) -> None:
        self.kit = kit
        own = software()
        other = sorted(
            name
            for name in own.keys() | kit.software.keys()
            if own.get(name) != kit.software.get(name)
        )
        if other:
            raise Problem(f"its software is not that of the course: {', '.join(other[:3])}")
        with contextlib.ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="downhill-")))
            put(kit.files, folder)
            with open(folder / SETTINGS, "a", encoding="utf-8") as settings:
                settings.write(OWN_SETTINGS.format(folder=str(folder)))
            self.course = _opened(folder, kit.meant)
            with self.course.gradebook() as gradebook:
                rows.enter_structure(gradebook.db, kit.handed_out)
            hidden = (*kit.settings.hidden, str(folder))
            self.settings = dataclasses.replace(kit.settings, hidden=hidden)
            workers.start(self.settings)
            self.clerks = stack.enter_context(clerks.of(self.course, kit.rehearsed))
            self.close = stack.pop_all().close

    def grade(self, sent: Sent) -> tuple[Done | None, Files]:
        """Grade a submission, and keep nothing of it."""
        pair = sent.student, sent.assignment
        with self._lying_there(sent), ThreadPoolExecutor(1) as pool:
            marker = Marker(self.course, self.clerks, pool, self.settings, sent.force)
            done = marker.mark(*pair, sent.patience)
            graded = self.course.place(self.course.unfinished, *pair)
            files = ours(graded)
            put({}, graded)
        return done and self._as_told_at_home(done), files

    @contextlib.contextmanager
    def _lying_there(self, sent: Sent) -> Iterator[None]:
        directory, pair = self.course.directory, (sent.student, sent.assignment)
        submitted = self.course.place(directory.submitted_directory, *pair)
        graded = self.course.place(directory.autograded_directory, *pair)
        try:
            put(sent.files, submitted)
            put(sent.graded, graded)
            self._enter(sent, sent.rows)
            yield
        finally:
            put({}, submitted)
            put({}, graded)
            self._enter(sent, rows.nothing())

    def _enter(self, sent: Sent, wanted: Rows) -> None:
        """Have the gradebook of the branch hold what is ``wanted`` of a submission."""
        pair = sent.student, sent.assignment
        with self.course.gradebook() as gradebook:
            there = rows.read(gradebook.db, [pair])[pair]
            rows.change(gradebook.db, [(there, wanted)])
            gradebook.db.commit()

    def _as_told_at_home(self, done: Done) -> Done:
        """With the names that files have at home."""
        graded = done.graded
        told = {
            name: getattr(graded, name).replace(str(self.course.folder), self.kit.folder)
            for name in ("reason", "look", "note", "log")
        }
        return dataclasses.replace(done, graded=dataclasses.replace(graded, **told))


def meaning(config: Config) -> str:
    """The settings that are the same wherever the course lies."""
    parts = config.items()  # asking for a part that is not there makes an empty one
    settings = {name: part for name, part in parts if name != "CourseDirectory" and part}

    def named(value: Any) -> str:
        return getattr(value, "__qualname__", type(value).__qualname__)

    return json.dumps(settings, default=named, sort_keys=True)


def _opened(folder: Path, meant: str) -> Course:
    """The course in ``folder``, with an empty gradebook.

    Raises:
        CannotOpenError: its settings ask for what is not there, or come to something else.
    """
    try:
        course = open_course(folder)
        if meaning(course.config) != meant:  # nbgrader says nothing of a part that is not there
            raise Problem(f"{SETTINGS} reads what is not there, and comes to other settings")
        if not lies_below(course):
            raise Problem("directory_structure leads out of the course folder")
        engine = nbgrader.api.create_engine(course.url, echo=False, future=True)
        nbgrader.api.Base.metadata.create_all(engine)
    except Exception as error:
        raise CannotOpenError(str(error)) from None
    return course


_LOCK = threading.Lock()
_BRANCHES: dict[bytes, Branch] = {}
"""Of this process, at most one, by its kit."""


def _branch(kit: bytes) -> Branch:
    if kit not in _BRANCHES:
        for branch in _BRANCHES.values():
            branch.close()
        _BRANCHES.clear()
        _BRANCHES[kit] = Branch(pickle.loads(kit))
    return _BRANCHES[kit]
