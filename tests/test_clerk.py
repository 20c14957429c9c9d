"""What clerks have entered is what nbgrader's own `autograde` enters, row by row; and nothing is overwritten."""

import dataclasses
import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import pytest
from nbgrader.converters import Autograde
from nbgrader.utils import capture_log

from course.classroom import clerks, grade, rows
from course.classroom.course import Course
from course.grading import workers
from course.grading.execute import WorkerDiedError
from course.grading.problem import Problem
from helpers import boxed, tiny
from helpers.tiny import NAME, SOLUTIONS

DUE = datetime.datetime(2026, 3, 1, 12)
SETTINGS = "c.LateSubmission.penalty_method = 'zero'"
WRONG = SOLUTIONS | {"mean": "def mean(v):\n    return v.sum()"}
CLASS = {
    "right": tiny.handed_in(),
    "wrong": tiny.handed_in(WRONG),
    "in-words": tiny.handed_in(essay="Because it is so."),
    "half": tiny.handed_in({"double": SOLUTIONS["double"]}),
    "odd": tiny.handed_in(
        SOLUTIONS | {"mean": f"import gc\n{SOLUTIONS['mean']}\nlook = gc.get_objects"}
    ),
    "late": tiny.handed_in(),
    "in-time": tiny.handed_in(),
    "ünïcode": tiny.handed_in(WRONG),
}
TIMES = {"late": "2026-03-02 09:00:00 UTC", "in-time": "2026-02-27 09:00:00 UTC"}
NOT_READ = {"cut-off": '{"cells": [', "empty": ""}


def hand_in(folder: Path) -> None:
    """The class hands in."""
    for student, made in CLASS.items():
        tiny.hand_in(folder, student, made, TIMES.get(student, ""))
    for student, text in NOT_READ.items():
        tiny.hand_in(folder, student, tiny.handed_in())
        (folder / "submitted" / student / NAME / f"{NAME}.ipynb").write_text(text, encoding="utf-8")


def autograde(course: Course) -> None:
    """As nbgrader does itself, one submission after the other."""
    for student in sorted(CLASS):
        directory = course._directory(assignment_id=NAME, student_id=student)
        result = capture_log(Autograde(coursedir=directory, config=course.config, force=True))
        assert result["success"], result
    course.enroll(NOT_READ)


def run(course: Course, scheduler: str | None = None) -> str:
    return grade.run(course.folder, [NAME], 2, scheduler, True, boxed.SANDBOXED)


def told(course: Course) -> list[tuple[Any, ...]]:
    """All rows of what was handed in, with names in place of keys."""
    with course.gradebook() as gradebook:
        found = rows.read(gradebook.db, [(student, NAME) for student in (*CLASS, *NOT_READ)])
        handed_out = rows.structure(gradebook.db)
    names = {row["id"]: row.get("name") for table in handed_out.values() for row in table}
    owners = {
        key: student
        for (student, _), tables in found.items()
        for table in tables.values()
        for key in table
    }
    names |= owners
    return sorted(
        (pair[0], table, str([(n, names.get(v, v)) for n, v in row.items() if n != "id"]))
        for pair, tables in found.items()
        for table, all_ in tables.items()
        for row in all_.values()
    )


def graded(course: Course) -> dict[str, Any]:
    """The graded notebooks and all that lies beside them, with their modes."""
    folder = course.folder / "autograded"
    found: dict[str, Any] = {}
    for path in sorted(folder.rglob("*")):
        content: Any = None
        if path.suffix == ".ipynb":
            content = nbformat.read(path, as_version=4)
            content.metadata.get("downhill", {}).pop("graded")  # the two folders have two secrets
        elif path.is_file():
            content = path.read_bytes()
        found[str(path.relative_to(folder))] = path.stat().st_mode, content
    return found


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Course, Course]]:
    """The same course twice: for nbgrader's own commands, and for ours."""
    folder = tmp_path_factory.mktemp("two")
    course = tiny.make(folder / "one", SETTINGS)
    with course.gradebook() as gradebook:
        gradebook.find_assignment(NAME).duedate = DUE
        gradebook.db.commit()
    hand_in(course.folder)
    (course.folder / "submitted" / "right" / NAME / "data.csv").write_text(
        "1,2\n", encoding="utf-8"
    )
    shutil.copytree(course.folder, folder / "other")
    yield course, Course(folder / "other")
    workers.close()


@pytest.mark.slow
def test_marks_are_those_of_nbgraders_own_autograde_row_by_row(both: tuple[Course, Course]) -> None:
    theirs, ours = both
    autograde(theirs)
    said = run(ours)
    assert said.startswith(f"{len(CLASS)} graded, 0 unchanged"), said
    assert told(ours) == told(theirs)
    assert len(told(ours)) == 2 * len(CLASS) + len(NOT_READ) + len(CLASS) * (1 + 3 + 3)
    assert graded(ours) == graded(theirs)


@pytest.mark.slow
def test_they_are_when_it_is_graded_again_with_what_a_person_gave(
    both: tuple[Course, Course],
) -> None:
    for course in both:
        for student, made in {"right": CLASS["wrong"], "wrong": CLASS["right"]}.items():
            tiny.hand_in(course.folder, student, made, "2026-03-05 09:00:00 UTC")
        with course.gradebook() as gradebook:
            if not gradebook.assignment_submissions(NAME):
                pytest.fail("nothing is graded yet")
            for student in ("right", "late"):
                by_hand = gradebook.find_grade("test-mean", NAME, NAME, student)
                by_hand.manual_score, by_hand.extra_credit = 1.5, 0.25
            by_hand = gradebook.find_grade("test-mean", NAME, NAME, "late")
            by_hand.needs_manual_grade = True
            gradebook.find_comment("essay", NAME, NAME, "wrong").manual_comment = "Say more."
            gradebook.find_submission(NAME, "wrong").extension = datetime.timedelta(days=3)
            gradebook.db.commit()
    theirs, ours = both
    autograde(theirs)
    run(ours)
    assert told(ours) == told(theirs)
    assert graded(ours) == graded(theirs)


def one(course: Course) -> rows.Rows:
    with course.gradebook() as gradebook:
        return rows.read(gradebook.db, [("ada", NAME)])["ada", NAME]


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A course in which Ada has a submission without marks."""
    course = tiny.make(tmp_path / "course")
    with course.gradebook() as gradebook:
        gradebook.add_student("ada")
        gradebook.add_submission(NAME, "ada")
    return course


def marked(before: rows.Rows, score: float) -> rows.Rows:
    """Those rows, with this score in all cells."""
    grades = {key: row | {"auto_score": score} for key, row in before["grade"].items()}
    return before | {"grade": grades}


def test_what_somebody_gave_meanwhile_is_not_overwritten(course: Course) -> None:
    before = one(course)
    with course.gradebook() as gradebook:
        gradebook.find_grade("test-mean", NAME, NAME, "ada").manual_score = 2.0
        gradebook.db.commit()
    changed = one(course)
    assert course.enter({("ada", NAME): (before, marked(before, 1.0))}) == {("ada", NAME)}
    assert one(course) == changed
    assert course.enter({("ada", NAME): (changed, marked(changed, 1.0))}) == set()
    assert one(course) == marked(changed, 1.0)


def test_all_of_a_submission_is_entered_or_nothing(course: Course) -> None:
    before = one(course)
    twice = next(iter(before["comment"].values()))
    broken = marked(before, 1.0)
    broken["comment"] = broken["comment"] | {"x" * 32: twice}  # whose key is there already
    with pytest.raises(Exception, match="comment"):
        course.enter({("ada", NAME): (before, broken)})
    assert one(course) == before


def test_of_several_those_that_were_changed_meanwhile_alone_stay(course: Course) -> None:
    with course.gradebook() as gradebook:
        gradebook.add_student("ben")
        gradebook.add_submission(NAME, "ben")
        found = rows.read(gradebook.db, [("ada", NAME), ("ben", NAME)])
    stale = marked(found["ben", NAME], 9.0)
    entering = {pair: (before, marked(before, 1.0)) for pair, before in found.items()}
    entering["ben", NAME] = stale, marked(stale, 1.0)
    assert course.enter(entering) == {("ben", NAME)}
    assert {row["auto_score"] for row in one(course)["grade"].values()} == {1.0}


@boxed.needed
def test_a_clerk_that_is_stopped_is_not_started_again(course: Course) -> None:
    with clerks.of(course, "") as office:
        office.close()
        with pytest.raises(WorkerDiedError):
            office.prepare("ada", NAME, force=True)


@boxed.needed
def test_what_clerks_were_at_is_gone_after_them(course: Course) -> None:
    tiny.hand_in(course.folder, "ada", tiny.handed_in())
    with clerks.of(course, "") as office:
        prepared, _ = office.prepare("ada", NAME, force=True)
        came = office.mark("ada", NAME, prepared, {NAME: "struck by lightning"})
        assert "struck by lightning" in came.reason
        unfinished = Path(course.directory.format_path(course.unfinished, "ada", NAME))
        assert (unfinished / f"{NAME}.ipynb").exists()
        gradebooks = Path(office.place.gradebooks)
        assert [path.name for path in gradebooks.glob("*.db")] == ["gradebook.db"]
    assert not gradebooks.exists()
    assert not any(path.name.startswith(".") for path in course.folder.iterdir())
    assert one(course) == dataclasses.asdict(came)["before"]


def test_everybody_is_enrolled_once_but_for_names_that_are_no_text(course: Course) -> None:
    course.enroll(["ben", "ada", "\udcff", "ünï"])
    course.enroll(["ada", "cyd"])
    with course.gradebook() as gradebook:
        assert sorted(student.id for student in gradebook.students) == ["ada", "ben", "cyd", "ünï"]


def test_a_full_disk_stops_with_a_sentence(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    course.require_gradebook()
    monkeypatch.setattr(shutil, "disk_usage", lambda place: SimpleNamespace(free=1000))
    with pytest.raises(Problem, match="is full; make room, and the same command goes on from here"):
        course.require_gradebook()


def test_graded_notebooks_are_put_in_place_also_after_a_run_that_was_killed(course: Course) -> None:
    format_path = course.directory.format_path
    old, new = (Path(format_path(step, "ada", NAME)) for step in ("autograded", course.unfinished))
    for number, place in enumerate((old, new, new.with_name(f"{NAME}.old"))):
        place.mkdir(parents=True)
        (place / "number").write_text(str(number))
        (place / "number").chmod(0o444)
    course.put_in_place("ada", NAME)
    assert (old / "number").read_text() == "1"
    assert not new.parent.exists()
    course.put_in_place("ada", NAME)  # of which nothing could be graded
    assert not old.exists()
