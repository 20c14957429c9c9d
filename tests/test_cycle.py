"""nbgrader's own commands on this course: full marks for the solutions, none for the blank."""

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from course.classroom import notebooks
from course.classroom.demo import roster
from course.classroom.demo.roster import Student

pytestmark = pytest.mark.slow

ROOT = notebooks.SOURCE.parent
ASSIGNMENTS = notebooks.assignments()
STUDENTS = [
    Student("reference", "", right=("*",), answers=(), damage={}),
    Student("blank", "", right=(), answers=(), damage={}),
]
COPIED = Student(
    "copied", "", ("*",), (), damage={"01-by-hand": ("duplicated-cell", "test-gradient")}
)


def nbgrader(folder: Path, *arguments: str) -> None:
    """Run an nbgrader command in the course folder ``folder``, with a gradebook of its own."""
    tools = str(Path(sys.executable).parent)
    subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=folder,
        env=os.environ
        | {"DOWNHILL_GRADEBOOK": f"sqlite:///{folder / 'elsewhere.db'}"}
        | {"PATH": os.pathsep.join((tools, os.environ["PATH"]))},
        check=True,
        capture_output=True,
    )


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course folder where two students handed in all notebooks and nbgrader graded them."""
    folder = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    shutil.copytree(ROOT / "source", folder / "source")
    nbgrader(folder, "generate_assignment", "--assignment", "0*")
    for student in STUDENTS:
        for assignment in ASSIGNMENTS:
            roster.hand_in(student, assignment, folder)
    roster.hand_in(COPIED, "01-by-hand", folder)
    nbgrader(folder, "autograde", "--assignment", "0*")
    nbgrader(folder, "generate_feedback", "--assignment", "0*")
    nbgrader(folder, "export", "--to", "grades.csv")
    return folder


@pytest.mark.parametrize(("student", "points"), [("reference", 97), ("blank", 0)])
def test_marks(graded: Path, student: str, points: float) -> None:
    with Gradebook(f"sqlite:///{graded / 'elsewhere.db'}", "downhill") as gradebook:
        found = [gradebook.find_submission(assignment, student) for assignment in ASSIGNMENTS]
        assert sum(submission.score for submission in found) == points
        assert sum(submission.max_score for submission in found) == 100
        by_hand = [
            grade.name
            for submission in found
            for notebook in submission.notebooks
            for grade in notebook.grades
            if grade.needs_manual_grade
        ]
    assert by_hand == (["reflection"] if points else [])
    with open(graded / "grades.csv", encoding="utf-8") as table:
        rows = [row for row in csv.DictReader(table) if row["student_id"] == student]
    assert sum(float(row["score"]) for row in rows) == points


def test_a_duplicated_cell_costs_nobody_a_point(graded: Path) -> None:
    with Gradebook(f"sqlite:///{graded / 'elsewhere.db'}", "downhill") as gradebook:
        assert gradebook.find_submission("01-by-hand", COPIED.name).score == 25


def test_the_gradebook_is_where_the_environment_says(graded: Path) -> None:
    assert not (graded / "gradebook.db").exists()


def test_every_submission_has_a_feedback_page(graded: Path) -> None:
    for student in STUDENTS:
        for assignment in ASSIGNMENTS:
            assert (graded / "feedback" / student.name / assignment / f"{assignment}.html").exists()


def test_no_text_with_solutions_is_copied(graded: Path) -> None:
    for step in ("release", "autograded", "feedback"):
        kinds = {path.suffix for path in (graded / step).rglob("*") if path.is_file()}
        assert kinds and kinds <= {".ipynb", ".html", ".txt"}


def test_a_test_cell_writes_nothing_to_stderr(graded: Path) -> None:
    autograded = list((graded / "autograded").rglob("*.ipynb"))
    assert len(autograded) == len(STUDENTS) * len(ASSIGNMENTS) + 1
    for notebook in autograded:
        for cell in nbformat.read(notebook, as_version=4).cells:
            if cell.metadata.get("nbgrader", {}).get("grade"):
                names = {output.get("name") for output in cell.get("outputs", [])}
                assert "stderr" not in names, cell.source
