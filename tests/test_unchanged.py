"""What lies there as it did when it was graded is known from outside, and anything else is looked into."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

from course.classroom import unchanged
from course.classroom.course import Course
from helpers import tiny
from helpers.tiny import NAME

PAIR = ("ada", NAME)
LONG_AGO = 1_000_000_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course in which Ada has handed in, and has marks."""
    folder = tmp_path_factory.mktemp("made") / "course"
    course = tiny.make(folder)
    tiny.hand_in(folder, "ada", tiny.handed_in())
    shutil.copytree(folder / "submitted" / "ada", folder / "autograded" / "ada")
    with course.gradebook() as gradebook:
        gradebook.add_student("ada")
        gradebook.add_submission(NAME, "ada")
    return folder


@pytest.fixture
def course(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    """The same, changed long ago as far as anybody can tell."""
    monkeypatch.setattr(unchanged, "SETTLED", -LONG_AGO)
    shutil.copytree(made, tmp_path / "course")
    return Course(tmp_path / "course")


def note(course: Course, text: str = "") -> None:
    """Note how Ada's submission looks."""
    notes = unchanged.read(course, [NAME])
    notes.note(PAIR, submitted(course), unchanged.graded(course, *PAIR), text)
    unchanged.write(course, notes)


def submitted(course: Course) -> str:
    return unchanged.submitted(course, [PAIR])[PAIR]


def told(course: Course) -> str | None:
    """What is known of it from outside."""
    notes = unchanged.read(Course(course.folder), [NAME])
    return notes.told(PAIR, submitted(course), unchanged.graded(course, *PAIR))


def of_ada(course: Course) -> Path:
    return course.folder / "submitted" / "ada" / NAME / f"{NAME}.ipynb"


def test_what_was_noted_is_told_again(course: Course) -> None:
    assert told(course) is None
    note(course, "a file was left out")
    assert told(course) == "a file was left out"


def change_source(course: Course) -> None:
    made = tiny.source(rubric="In your own words, please.")
    tiny.write_source(course.folder, made)
    nbformat.validate(made)


def forget_marks(course: Course) -> None:
    with course.gradebook() as gradebook:
        gradebook.remove_submission(NAME, "ada")


def enter_other_points(course: Course) -> None:
    with course.gradebook() as gradebook:
        gradebook.find_grade_cell("test-mean", NAME, NAME).max_score = 7
        gradebook.db.commit()


def set_another_limit(course: Course) -> None:
    with (course.folder / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write("\nc.ExecuteApart.timeout = 5\n")


CHANGES: dict[str, Callable[[Course], object]] = {
    "another text of the same length": lambda course: of_ada(course).write_text(
        of_ada(course).read_text(encoding="utf-8").replace("2 * x", "3 * x"), encoding="utf-8"
    ),
    "touched": lambda course: os.utime(of_ada(course)),
    "a file beside it": lambda course: of_ada(course).with_name("data.csv").write_text("1"),
    "a notebook beside its folder": lambda course: (
        of_ada(course).parents[1] / "tiny-Copy1.ipynb"
    ).write_text("{}"),
    "nothing handed in": lambda course: shutil.rmtree(of_ada(course).parent),
    "the graded notebook is gone": lambda course: shutil.rmtree(course.folder / "autograded"),
    "the source": change_source,
    "a file in source": lambda course: (course.folder / "source" / NAME / "a.py").write_text(
        "a = 1"
    ),
    "no marks": forget_marks,
    "other points": enter_other_points,
    "a limit": set_another_limit,
    "another secret": lambda course: (course.folder / "grading_secret").unlink(),
    "no notes": lambda course: (course.folder / unchanged.FILE).unlink(),
    "broken notes": lambda course: (course.folder / unchanged.FILE).write_text("[["),
    "notes of another form": lambda course: (course.folder / unchanged.FILE).write_text("[1, [2]]"),
    "notes that are too short": lambda course: (course.folder / unchanged.FILE).write_text(
        json.dumps([["ada", NAME, "x"]])
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_anything_else_is_looked_into(course: Course, what: str) -> None:
    note(course)
    assert told(course) == ""
    CHANGES[what](course)
    assert told(course) is None


def test_what_lies_in_the_folders_of_other_assignments_does_not_matter(course: Course) -> None:
    with course.gradebook() as gradebook:
        gradebook.add_assignment("other")
    note(course)
    for name, known in {"other": "", "another": None}.items():
        (of_ada(course).parents[1] / name).mkdir()
        assert told(course) == known


def test_what_was_changed_just_now_is_looked_into_as_it_may_change_unseen(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged, "SETTLED", 10 * LONG_AGO * 1_000_000_000)
    assert submitted(course) == ""
    note(course)
    assert told(course) is None


def test_a_submission_of_too_many_files_is_looked_into(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    note(course)
    monkeypatch.setattr(unchanged, "MOST_LOOKED_AT", 1)
    assert told(course) is None
