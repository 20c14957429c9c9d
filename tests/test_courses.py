"""Five courses in the manner of other people's: what stock nbgrader gives, ours gives, or a person looks.

Each submission is executed by nbgrader's own `Execute`, in a kernel, and our way. A notebook's submissions
are its source, its release, and one in which every exercise is done wrong after the other.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from course.classroom.course import Course
from course.grading import cells, workers
from helpers import other_courses
from helpers.other_courses import Folder, Notebook

pytestmark = pytest.mark.slow

COURSES = ("intro", "tables", "numerics", "pictures", "texts")
LEAST = 0.9
"""Share of a course's marks that are given without a person."""
PAGE = Path(__file__).parents[1] / "docs" / "other-courses.md"


@dataclass(frozen=True)
class Marked:
    """A test of a submission, marked both ways; ``ours`` is None if a person looks."""

    submission: str
    exercise: str | None
    test: str
    most: float
    stock: float
    ours: float | None
    said: str


@pytest.fixture(scope="module", params=COURSES)
def marked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> list[Marked]:
    """Every test of every submission of a course."""
    place = tmp_path_factory.mktemp(request.param)
    folder = Folder(place / "course")
    todo = []
    for notebook in other_courses.notebooks(request.param):
        beside = notebook.beside()
        folder.write(notebook.assignment, notebook.name, notebook.source(), beside)
        todo += [(notebook, *submission) for submission in notebook.submissions().items()]

    def mark(notebook: Notebook, which: str, submission: NotebookNode) -> list[Marked]:
        job = folder.job(notebook.assignment, notebook.name, submission)
        ours = folder.executed(job)
        exercises = notebook.wrong()
        stock_folder = place / f"{notebook.name}, {which}"
        stock = other_courses.stock(submission, stock_folder, notebook.beside())
        return [
            Marked(
                f"{notebook.name}, {which}",
                cells.exercise_of(cells.grade_id(theirs), exercises),
                cells.grade_id(theirs),
                cells.flags(theirs)["points"],
                other_courses.mark(theirs),
                other_courses.mark(own),
                f"stock: {other_courses.said(theirs)}; ours: {other_courses.said(own)}",
            )
            for own, theirs in zip(ours.cells, stock.cells, strict=True)
            if cells.is_test(theirs)
        ]

    with ThreadPoolExecutor(os.cpu_count()) as threads:
        return [one for every in threads.map(lambda each: mark(*each), todo) for one in every]


@pytest.fixture(scope="module", autouse=True)
def warm() -> Iterator[None]:
    yield
    workers.close()


def test_the_own_solution_has_all_points(marked: list[Marked]) -> None:
    own = [one for one in marked if one.submission.endswith("own")]
    assert own
    assert [one for one in own if one.stock < one.most] == []


def test_every_wrong_solution_fails_a_test_of_its_exercise(marked: list[Marked]) -> None:
    wrong = {(one.submission, one.exercise) for one in marked if "wrong" in one.submission}
    failed = {(one.submission, one.exercise) for one in marked if one.stock < one.most}
    assert wrong <= failed


def test_every_mark_is_that_of_stock_nbgrader(marked: list[Marked]) -> None:
    assert [one for one in marked if one.ours not in (None, one.stock)] == []


def test_hardly_any_waits_for_a_person(marked: list[Marked]) -> None:
    waiting = [one for one in marked if one.ours is None]
    assert len(waiting) <= (1 - LEAST) * len(marked), waiting


def test_the_page_takes_a_course_from_its_settings_to_marks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder outside of the repository, an assignment of two notebooks called otherwise than it."""
    page = PAGE.read_text(encoding="utf-8")
    [settings] = re.findall(r"^```python\n(.+?)^```$", page, re.M | re.S)
    [_, commands] = re.findall(r"^```sh\n(.+?)^```$", page, re.M | re.S)
    (tmp_path / "nbgrader_config.py").write_text(settings, encoding="utf-8")
    folder = Folder(tmp_path)
    for notebook in other_courses.notebooks("intro"):
        if notebook.assignment == "week1":
            source = notebook.source()
            source.metadata["kernelspec"] |= {"name": "conda-env-x", "display_name": "Python [x]"}
            folder.write("week1", notebook.name, _as_of_old(source), {})
            for student, what in (("ada", "own"), ("ben", "release")):
                place = tmp_path / "submitted" / student / "week1"
                place.mkdir(parents=True, exist_ok=True)
                submission = _as_of_old(notebook.submissions()[what])
                nbformat.write(submission, place / f"{notebook.name}.ipynb")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", "-e", "-c", commands],
        cwd=tmp_path,
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    monkeypatch.chdir(tmp_path)  # as nbgrader, whose course folder is where it is started
    course = Course(tmp_path)
    assert course.notebooks("week1") == ["dicts", "lists"]
    ada, ben = (course.mark(student, "week1") for student in ("ada", "ben"))
    assert ben.score == 0 and not ben.waiting
    assert ada.score == ada.max_score - _points_that_wait(course, "ada")
    assert "ada" in (tmp_path / "marks.csv").read_text(encoding="utf-8")


def _as_of_old(made: NotebookNode) -> NotebookNode:
    """``made`` in the format of notebooks whose cells had no ids."""
    made.nbformat_minor = 2
    for cell in made.cells:
        cell.pop("id", None)
    return made


def _points_that_wait(course: Course, student: str) -> float:
    with course.gradebook() as gradebook:
        found = gradebook.find_submission("week1", student)
        every = [grade for notebook in found.notebooks for grade in notebook.grades]
        return sum(grade.max_score for grade in every if grade.needs_manual_grade)
