"""Which file is which notebook: nothing is guessed, and no folder is taken for a student's that is none."""

import shutil
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import nbformat
import pytest

from course.classroom import grade
from course.classroom.course import Course
from course.classroom.demo import cycle as demo
from course.grading.problem import Problem
from course.plugins import found
from helpers import boxed, tiny

LATER = "later"
"""An assignment with the cells of the tiny one."""
PARTS = ("Übung 1", "part1", "part1.2")
"""Notebooks of an assignment with equal cells."""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    course = tiny.make(tmp_path_factory.mktemp("found") / "course")
    tiny.write_source(course.folder, tiny.source(), LATER)
    for name in PARTS:
        tiny.write_source(course.folder, tiny.source(), "parts")
        (course.folder / "source/parts/parts.ipynb").rename(
            course.folder / f"source/parts/{name}.ipynb"
        )
    for assignment in (LATER, "parts"):
        assert course.generate(assignment).reason == ""
    return course


def hand_in(course: Course, student: str, paths: Iterable[str]) -> None:
    """Let ``student`` hand in the tiny notebook under each of ``paths``."""
    tiny.hand_in(course.folder, "draft", tiny.handed_in())
    draft = (course.folder / "submitted/draft/tiny/tiny.ipynb").read_bytes()
    for path in paths:
        place = course.folder / "submitted" / student / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(draft)


@pytest.mark.parametrize(
    ("student", "path", "name"),
    [
        ("mac", unicodedata.normalize("NFD", "parts/Übung 1.ipynb"), "Übung 1"),
        ("windows", "parts\\part1.ipynb", "part1"),
        ("windows-deep", "my files\\parts\\part1.2.ipynb", "part1.2"),
        ("jupyter", "parts/part1.2-Copy1.ipynb", "part1.2"),
        ("colab", "parts/Copy of part1.ipynb", "part1"),
        ("colab-2", "parts/Copy of part1.2 (1).ipynb", None),
        ("canvas", "parts/lovelaceada_123_45_part1.2.ipynb", "part1.2"),
        ("prefix", "parts/2026-part1.ipynb", "part1"),
        ("longer", "parts/part12.ipynb", None),
        ("two-names", "parts/part1 and Übung 1.ipynb", None),
        ("untitled", "parts/Untitled.ipynb", None),
    ],
)
def test_the_name_tells_it_where_the_cells_do_not(
    course: Course, student: str, path: str, name: str | None
) -> None:
    hand_in(course, student, [path])
    if name is None:
        with pytest.raises(Problem, match="may be .*rename the one that is meant"):
            found.find(course.directory, student, "parts")
    else:
        assert list(found.find(course.directory, student, "parts").files) == [name]


def test_one_that_may_be_of_two_assignments_is_of_neither(course: Course) -> None:
    hand_in(course, "stray", ["Untitled.ipynb"])
    for assignment in (tiny.NAME, LATER):
        with pytest.raises(Problem, match="may be 'Untitled.ipynb'"):
            found.find(course.directory, "stray", assignment)


def test_a_cell_that_no_gradebook_has_makes_no_notebook_another(course: Course) -> None:
    """A cell that was once a test, and is none any more, keeps its name."""
    once_a_test = tiny.cell("code", "once-a-test", "print(7)")
    source = tiny.notebook(*tiny.source().cells, once_a_test)
    for cell in source.cells:
        cell.metadata["nbgrader"]["grade_id"] += "-week1"
    tiny.write_source(course.folder, source, "week1")
    (course.folder / "source/week1/week1.ipynb").rename(course.folder / "source/week1/lists.ipynb")
    assert course.generate("week1").reason == ""
    place = course.folder / "submitted/former/week1"
    place.mkdir(parents=True)
    shutil.copy(course.folder / "release/week1/lists.ipynb", place / "week1.ipynb")
    assert found.find(course.directory, "former", "week1").files == {"lists": place / "week1.ipynb"}


def test_no_more_are_looked_into_than_a_person_hands_in(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in(course, "many", [f"tiny/{number}.ipynb" for number in range(50)])
    looked, owners = [], found._owners
    monkeypatch.setattr(
        found, "_owners", lambda path, known: looked.append(path) or owners(path, known)
    )
    with pytest.raises(Problem, match="may be .* or 47 more"):
        found.find(course.directory, "many", tiny.NAME)
    assert len(looked) == found.MOST_READ


def test_another_notebook_under_the_name_is_told(course: Course) -> None:
    other = tiny.notebook(tiny.cell("code", "triple", "def triple(x): ...", solution=True))
    tiny.write_source(course.folder, other, "other")
    assert course.generate("other").reason == ""

    def told(assignment: str, handed_in: object) -> str:
        return found.told_of_another(course.directory, assignment, assignment, handed_in)

    assert told("tiny", other) == (
        "tiny.ipynb has none of its own cells, but those of other/other.ipynb"
    )
    tiny.hand_in(course.folder, "mistaken", other)
    assert course.prepare("mistaken", "tiny").notes == [told("tiny", other)]
    assert told("tiny", tiny.handed_in()) == ""
    assert told("tiny", tiny.notebook()) == "", "an editor took the names"
    both = tiny.notebook(*tiny.handed_in().cells, *other.cells)
    assert told("tiny", both) == told("other", both) == ""


@pytest.mark.parametrize(
    "structure",
    [
        "{assignment_id}/{nbgrader_step}/{student_id}",
        "{nbgrader_step}/{assignment_id}/{student_id}",
        "{nbgrader_step}/{assignment_id}-{student_id}",
        "{nbgrader_step}/{student_id}/{assignment_id}/work",
    ],
)
def test_only_students_are_students_whatever_the_structure(tmp_path: Path, structure: str) -> None:
    settings = f"{demo.CONFIG}\nc.CourseDirectory.directory_structure = {structure!r}\n"
    (tmp_path / "nbgrader_config.py").write_text(settings, encoding="utf-8")
    (tmp_path / "source").mkdir()
    nbformat.write(nbformat.v4.new_notebook(), tmp_path / "source/header.ipynb")
    course = Course(tmp_path)
    steps = {"source": ".", "release": ".", "submitted": "ada", "autograded": "ada"}
    for step, student in steps.items():
        place = Path(course.directory.format_path(step, student, tiny.NAME))
        place.mkdir(parents=True, exist_ok=True)
        nbformat.write(tiny.source(), place / "tiny.ipynb")
    assert course.generate(tiny.NAME).reason == ""
    assert course.students(tiny.NAME) == ["ada"]


@pytest.mark.parametrize("setting", ["student_id_exclude = 'eve,ada'", "student_id = 'b*'"])
def test_who_is_not_to_be_graded_is_not(tmp_path: Path, setting: str) -> None:
    course = tiny.make(tmp_path / "course", f"c.CourseDirectory.{setting}")
    tiny.hand_in(course.folder, "ada", tiny.handed_in())
    with pytest.raises(Problem, match="nobody has handed in tiny"):
        grade.run(course.folder, [tiny.NAME], 1, None, False, boxed.SANDBOXED)
    assert course.is_wanted("ben")
