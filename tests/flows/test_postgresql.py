"""`course grade` with the gradebook on PostgreSQL, which is stopped before and while it works."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from course.classroom import notebooks
from course.classroom.course import Course
from course.classroom.demo import roster
from course.grading.problem import Problem
from helpers import boxed, postgresql
from helpers.postgresql import PostgreSQL

pytestmark = [pytest.mark.flow, boxed.needed]

ROOT = notebooks.SOURCE.parent
TOOLS = Path(sys.executable).parent
ASSIGNMENTS = ["01-by-hand", "02-autograd"]
STUDENTS = [student for student in roster.students() if not student.damage][:3]
SUBMISSIONS = len(ASSIGNMENTS) * len(STUDENTS)
ENTERED = "entered"
"""A database that knows the assignments, to be copied."""

PATIENCE = 300.0
"""Seconds."""

Marks = list[tuple]


def start(folder: Path, gradebook: str, *command: str | Path) -> subprocess.Popen:
    """Start ``command`` in a course folder, with that gradebook."""
    path = os.pathsep.join((str(TOOLS), os.environ["PATH"]))
    return subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | {"PATH": path, "DOWNHILL_GRADEBOOK": gradebook},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def start_grading(folder: Path, gradebook: str, *arguments: str) -> subprocess.Popen:
    return start(folder, gradebook, TOOLS / "course", "grade", *arguments)


def finish(process: subprocess.Popen) -> tuple[int, str, str]:
    """Its exit status, what it printed, and what it complained of beside its progress."""
    printed, complaint = process.communicate(timeout=PATIENCE)
    lines = complaint.replace("\r", "\n").splitlines()
    told = [line for line in lines if line.strip() and not line.startswith("grading:")]
    return process.returncode, printed, "\n".join(told)


def grade(folder: Path, gradebook: str, *arguments: str) -> tuple[int, str, str]:
    """`course grade`, to its end."""
    return finish(start_grading(folder, gradebook, *arguments))


def said(graded: int, unchanged: int) -> tuple[int, str, str]:
    """How it ends when all went well."""
    return 0, f"{graded} graded, {unchanged} unchanged since they were graded.\n", ""


def enter_assignments(folder: Path, gradebook: str) -> None:
    """Make ``gradebook`` know the assignments."""
    command = (TOOLS / "nbgrader", "generate_assignment", "--force", "--assignment", "0*")
    status, _, complaint = finish(start(folder, gradebook, *command))
    assert status == 0, complaint


def marks(gradebook: str) -> Marks:
    """Everything that ``gradebook`` says of everybody's grades."""
    with Gradebook(gradebook, "downhill") as book:
        return sorted(
            (student.id, submission.name, g.name, g.auto_score, g.needs_manual_grade)
            for student in book.students
            for submission in student.submissions
            for notebook in submission.notebooks
            for g in notebook.grades
        )


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course folder in which some students have handed in two assignments."""
    folder = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    for name in ASSIGNMENTS:
        shutil.copytree(ROOT / "source" / name, folder / "source" / name)
    shutil.copy(ROOT / "source" / "header.ipynb", folder / "source")
    enter_assignments(folder, f"sqlite:///{folder / 'gradebook.db'}")
    for name in ASSIGNMENTS:
        for student in STUDENTS:
            roster.hand_in(student, name, folder)
    return folder


@pytest.fixture(scope="module")
def expected(handed_in: Path, tmp_path_factory: pytest.TempPathFactory) -> Marks:
    """The marks as SQLite keeps them."""
    folder = shutil.copytree(handed_in, tmp_path_factory.mktemp("sqlite") / "course")
    gradebook = f"sqlite:///{folder / 'gradebook.db'}"
    assert grade(folder, gradebook, *ASSIGNMENTS) == said(SUBMISSIONS, 0)
    found = marks(gradebook)
    assert {(student, name) for student, name, *_ in found} == {
        (student.name, name) for student in STUDENTS for name in ASSIGNMENTS
    }
    assert len({score for *_, score, _ in found}) > 3
    return found


@pytest.fixture(scope="module")
def server(handed_in: Path) -> Iterator[PostgreSQL]:
    """A PostgreSQL for all tests of this module, each of which leaves it running."""
    with postgresql.running() as server:
        enter_assignments(handed_in, server.create(ENTERED))
        yield server


@pytest.fixture
def folder(handed_in: Path, tmp_path: Path) -> Path:
    """A copy of the course folder, graded by nobody."""
    return shutil.copytree(handed_in, tmp_path / "course")


def test_the_marks_are_those_of_sqlite_and_stay(
    server: PostgreSQL, folder: Path, expected: Marks
) -> None:
    gradebook = server.create("same", ENTERED)
    for arguments, how_it_ends in [
        (ASSIGNMENTS, said(SUBMISSIONS, 0)),
        (ASSIGNMENTS, said(0, SUBMISSIONS)),
        (["--force", *ASSIGNMENTS], said(SUBMISSIONS, 0)),
    ]:
        assert grade(folder, gradebook, *arguments) == how_it_ends
        assert marks(gradebook) == expected


def test_who_grades_while_another_does_is_told_so_and_nothing_is_lost(
    server: PostgreSQL, folder: Path, expected: Marks
) -> None:
    gradebook = server.create("at_once", ENTERED)
    first = start_grading(folder, gradebook, *ASSIGNMENTS)
    wait_for_marks(folder, first)
    first.send_signal(signal.SIGSTOP)  # so that it has not ended before the second one begins
    status, _, complaint = grade(folder, gradebook, *ASSIGNMENTS)
    first.send_signal(signal.SIGCONT)
    assert (status, finish(first)) == (1, said(SUBMISSIONS, 0))
    assert "another `course grade` is running in this folder" in complaint
    assert marks(gradebook) == expected


def test_a_database_that_stops_while_grading_loses_no_mark(
    server: PostgreSQL, folder: Path, expected: Marks
) -> None:
    gradebook = server.create("stopped", ENTERED)
    grading = start_grading(folder, gradebook, *ASSIGNMENTS)
    graded = wait_for_marks(folder, grading)
    server.stop("immediate")
    try:
        for process in (grading, start_grading(folder, gradebook, *ASSIGNMENTS)):
            assert_stopped(*finish(process))
    finally:
        server.start()
    status, printed, complaint = grade(folder, gradebook, *ASSIGNMENTS)
    unchanged = int(printed.split()[2])
    assert (status, printed, complaint) == said(SUBMISSIONS - unchanged, unchanged)
    assert graded <= unchanged < SUBMISSIONS
    assert marks(gradebook) == expected


def wait_for_marks(folder: Path, grading: subprocess.Popen) -> int:
    """Wait until some submissions, but not all, are graded; at least how many."""
    end = time.monotonic() + PATIENCE
    while grading.poll() is None and time.monotonic() < end:
        written = len(list(folder.glob("autograded/*/*/*.ipynb")))
        if written > 1:
            return written - 1  # the last one may be half written
        time.sleep(0.01)
    raise AssertionError(f"nothing to stop: {finish(grading)}")


def assert_stopped(status: int, printed: str, complaint: str) -> None:
    assert (status, printed) == (1, "")
    assert complaint.startswith("course grade: the gradebook's database cannot be used: ")
    assert complaint.endswith("; once it can, the same command goes on from here")
    assert len(complaint.splitlines()) == 1


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ("postgresql+psycopg://", "", "Could not parse SQLAlchemy URL"),
        ("+psycopg", "+nonsense", "postgresql.nonsense"),
        ("+psycopg", "+pg8000", "No module named 'pg8000'"),
        ("127.0.0.1:", "127.0.0.1:port", "invalid literal"),
        ("/postgres", "/absent", 'database "absent" does not exist'),
        ("grader:", "grader:not", "password authentication failed"),
    ],
)
def test_a_wrong_url_is_answered_with_one_line(
    server: PostgreSQL,
    handed_in: Path,
    monkeypatch: pytest.MonkeyPatch,
    right: str,
    wrong: str,
    words: str,
) -> None:
    monkeypatch.setenv("DOWNHILL_GRADEBOOK", server.url().replace(right, wrong))
    with pytest.raises(Problem) as told:
        Course(handed_in).assignments()
    (line,) = str(told.value).splitlines()
    assert words in line
    assert server.password not in line
