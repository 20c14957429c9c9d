"""What `course grade` says of what it left out, could not read, or did not take for a student's."""

import os
import shutil
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import capture_log

from course.classroom import export, grade
from course.classroom.course import Course
from helpers import boxed

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
NAME = "one"
SETTINGS = """
c.CourseDirectory.submitted_directory = "abgaben"
c.CourseDirectory.source_directory = "quelle"
c.CourseDirectory.release_directory = "ausgabe"
c.CourseDirectory.autograded_directory = "benotet"
c.CourseDirectory.feedback_directory = "antwort"
c.IncludeHeaderFooter.header = ""
c.LateSubmissionPlugin.penalty_method = "zero"
"""
DUE = "2026-07-05 17:30 Europe/Berlin"
STUDENTS = {  # the folder, its timestamp, what lies beside it, and its mark or what is said
    "ada": ("2026-07-05 17:30:00 CEST", "", 2.0, ""),
    "bob": ("2026-07-05 17:30:01 CEST", "", 0.0, ""),
    "cyd": ("2026-07-05 11:30:00.000000 EDT", "", 2.0, ""),
    "dov": ("2026-07-05 16:30:00 BST", "", 2.0, ""),
    "eli": ("2026-07-05 17:30:00 +0200", "", 2.0, ""),
    "fay": ("2026-07-05T15:30:01Z", "", 0.0, ""),
    "gus": ("yesterday", "", 2.0, "gus, one: timestamp.txt is not read, so that nothing is late"),
    "hal": ("", "link", 2.0, "hal, one: left out beside the notebook: 'x' is a link"),
    "ida ": (
        "",
        "",
        None,
        "ida, one: the folder's name has a blank at an end; rename it to 'ida'",
    ),
    "jose\u0301": ("", "", None, "one: another folder's name looks the same"),
    "jos\u00e9": ("", "", None, "one: another folder's name looks the same"),
    ".ipynb_checkpoints": (
        "",
        "",
        None,
        ".ipynb_checkpoints, one: a hidden folder is no student's",
    ),
}


def notebook(answer: str) -> nbformat.NotebookNode:
    flags = {"schema_version": 3, "task": False, "locked": False}
    solution = new_code_cell(f"### BEGIN SOLUTION\n{answer}\n### END SOLUTION", id="f")
    solution.metadata.nbgrader = flags | {"grade_id": "f", "grade": False, "solution": True}
    test = new_code_cell("assert f(2) == 4", id="test-f")
    test.metadata.nbgrader = flags | {"grade_id": "test-f", "grade": True, "solution": False}
    test.metadata.nbgrader |= {"points": 2, "locked": True}
    made = new_notebook(cells=[solution, test])
    made.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course whose folders have names of their own, and whom all have handed in right answers."""
    folder = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    with open(folder / "nbgrader_config.py", "a", encoding="utf-8") as config:
        config.write(SETTINGS)
    place = folder / "quelle" / NAME
    place.mkdir(parents=True)
    nbformat.write(notebook("f = lambda x: 2 * x"), place / f"{NAME}.ipynb")
    course = Course(folder)
    assert course.generate(NAME).reason == ""
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(NAME, duedate=DUE)
    for student, (time, beside, _, _) in STUDENTS.items():
        place = folder / "abgaben" / student / NAME
        place.mkdir(parents=True)
        nbformat.write(notebook("f = lambda x: 2 * x"), place / f"{NAME}.ipynb")
        if time:
            (place / "timestamp.txt").write_text(time)
        if beside:
            (place / "x").symlink_to(folder / "nbgrader_config.py")
    return folder


def marks(folder: Path) -> dict[str, float]:
    with Gradebook(Course(folder).url, "downhill") as gradebook:
        found = gradebook.assignment_submissions(NAME)
        return {s.student_id: s.score - (s.late_submission_penalty or 0) for s in found}


@pytest.fixture(scope="module")
def said(folder: Path) -> str:
    """What grading them says."""
    return grade.run(folder, [NAME], 1, None, False, boxed.SANDBOXED)


def test_what_lies_beside_costs_nobody_a_mark_and_lateness_is_what_was_written(
    folder: Path, said: str
) -> None:
    expected = {name: mark for name, (_, _, mark, _) in STUDENTS.items() if mark is not None}
    assert marks(folder) == expected
    assert said.startswith(f"{len(expected)} graded, 0 unchanged")


@pytest.mark.parametrize("student", STUDENTS)
def test_each_is_said_in_one_line(said: str, student: str) -> None:
    *_, words = STUDENTS[student]
    lines = [line for line in said.splitlines() if f" {student.strip()}" in line]
    assert len(lines) == bool(words)
    assert all(words in line for line in lines)


def test_all_is_written_where_the_settings_say(folder: Path, said: str) -> None:
    assert (folder / "benotet" / "ada" / NAME / f"{NAME}.ipynb").exists()
    assert Course(folder).feedback("ada", NAME).reason == ""
    assert (folder / "antwort" / "ada" / NAME / f"{NAME}.html").exists()
    stock = {"source", "release", "submitted", "autograded", "feedback"}
    assert not stock & set(os.listdir(folder))


def test_a_hidden_folder_is_no_student_in_a_table(folder: Path, said: str) -> None:
    export.run(folder, "csv", folder / "marks.csv")
    table = (folder / "marks.csv").read_text(encoding="utf-8")
    assert ".ipynb_checkpoints" not in table and "ada" in table


def test_nbgraders_own_command_gives_and_says_the_same(folder: Path, said: str) -> None:
    course, expected = Course(folder), marks(folder)
    course.config.ExecuteApart.sandbox = boxed.SANDBOXED
    with course.gradebook() as gradebook:
        for student in expected:
            gradebook.remove_submission(NAME, student)
    directory = CourseDirectory(config=course.config, assignment_id=NAME)
    log = capture_log(Autograde(coursedir=directory, config=course.config, force=True))["log"]
    assert marks(folder) == expected
    assert "hal, one: left out beside the notebook: 'x' is a link" in log
    assert "timestamp.txt is not read, so that nothing is late: 'yesterday'" in log
    assert "another folder's name looks the same" in log


def test_a_time_of_an_earlier_submission_does_not_make_a_later_one_late(
    folder: Path, said: str
) -> None:
    timestamp = folder / "abgaben" / "bob" / NAME / "timestamp.txt"
    late, expected = timestamp.read_text(), marks(folder)
    timestamp.write_text("yesterday")
    assert "1 graded" in grade.run(folder, [NAME], 1, None, False, boxed.SANDBOXED)
    assert marks(folder) == expected | {"bob": 2.0}
    timestamp.write_text(late)
    assert "1 graded" in grade.run(folder, [NAME], 1, None, False, boxed.SANDBOXED)
    assert marks(folder) == expected


def test_nothing_is_graded_twice(folder: Path, said: str) -> None:
    again = grade.run(folder, [NAME], 1, None, False, boxed.SANDBOXED)
    graded = sum(mark is not None for _, _, mark, _ in STUDENTS.values())
    assert again.startswith(f"0 graded, {graded} unchanged")
    assert again.splitlines()[1:] == said.splitlines()[1:]
