"""Cases of the bank through nbgrader: the gradebook holds what the test cells say in plain Python.

One wrong case of each exercise; every case when the environment says BANK=all, and every case of a
notebook when it says BANK=01-by-hand or another.
"""

import contextlib
import dataclasses
import io
import os

import pytest

from course.check.verdict import Misconception
from course.classroom import grade, notebooks
from course.classroom.course import Course
from course.classroom.demo import cycle as demo
from course.classroom.demo import roster
from course.classroom.demo.roster import Student
from course.grading import secret
from helpers.boxed import SANDBOXED
from helpers.cases import Case, Notebook, bank

pytestmark = pytest.mark.slow

NOTEBOOKS = {name: Notebook(name) for name in notebooks.assignments()}


def chosen() -> list[Case]:
    cases = bank()
    if wanted := os.environ.get("BANK"):
        return [case for case in cases if wanted in ("all", case.assignment)]
    return list({(case.assignment, case.exercise): case for case in cases if case.tag}.values())


CASES = {f"case-{number:03}": case for number, case in enumerate(chosen())}


def in_plain_python(case: Case) -> dict[str, float]:
    """Points of each test cell when the notebook's solutions run with ``case`` among them."""
    book = NOTEBOOKS[case.assignment]
    space = book.run({case.exercise: case.code})
    scores = {}
    for cell in book.test_cells:
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(cell.source, space)
            scores[cell.metadata.nbgrader.grade_id] = cell.metadata.nbgrader.points
        except (Misconception, NotImplementedError):
            scores[cell.metadata.nbgrader.grade_id] = 0
    return scores


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course folder where each case was handed in by a student of its own, and graded."""
    folder = tmp_path_factory.mktemp("bank")
    demo.prepare(folder, notebooks.assignments())
    (folder / secret.FILE).write_text("5e" * secret.BYTES)  # the same in each run
    course = Course(folder)
    for assignment in notebooks.assignments():
        assert course.generate(assignment).reason == ""
    pairs = []
    with course.gradebook() as gradebook:
        for name, case in CASES.items():
            student = Student(name, "", right=("*",), answers=(case,), damage={})
            roster.hand_in(student, case.assignment, folder)
            gradebook.update_or_create_student(name)
            pairs.append((name, case.assignment))
    settings = dataclasses.replace(course.settings(notebooks.assignments()), sandboxed=SANDBOXED)
    jobs = os.cpu_count() or 1
    with grade.means(jobs, None, settings) as there:
        graded = list(grade.grade(course, pairs, there))
    assert [one for one in graded if one.reason] == []
    return course


@pytest.mark.filterwarnings("ignore")  # some cases use what torch will drop
@pytest.mark.parametrize("name", CASES, ids=lambda name: str(CASES[name]))
def test_the_gradebook_holds_the_verdict(course: Course, name: str) -> None:
    case = CASES[name]
    with course.gradebook() as gradebook:
        submission = gradebook.find_submission(case.assignment, name)
        scores = {
            grade.name: grade.auto_score
            for notebook in submission.notebooks
            for grade in notebook.grades
            if grade.name != "reflection"
        }
    assert scores == in_plain_python(case)
