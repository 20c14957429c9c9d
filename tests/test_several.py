"""Assignments of several notebooks, and notebooks that were renamed or lie elsewhere.

Each is executed, marked, reported and exported for itself; `course grade`, `nbgrader autograde` and the
formgrader's button give the same marks, and so does nbgrader with its own settings where it gives any.
"""

import csv
import itertools
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import pytest
from nbgrader.apps import api
from nbgrader.apps.api import NbGraderAPI
from nbgrader.converters import Autograde
from nbgrader.utils import capture_log

from course.classroom import export, grade, marks
from course.classroom.course import Course
from course.classroom.report import page, understanding
from course.classroom.report.understanding import Verdict
from course.grading import read, workers
from course.grading.execute import WorkerDiedError
from course.grading.job import Executed, Job
from course.grading.problem import Problem
from course.plugins import formgrader
from helpers import boxed, clerks, small_courses

pytestmark = pytest.mark.slow

CUT_OFF = '{"cells": ['
SCRATCH = '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'


def invalid(name: str) -> str:
    """What is said of a file ``name`` that was cut off."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(CUT_OFF, encoding="utf-8")
        with pytest.raises(Problem) as refused:
            read.cells(str(path))
    return str(refused.value)


@dataclass(frozen=True)
class Case:
    """What is handed in, and what comes of it.

    Attributes:
        files: as for `small_courses.hand_in`.
        points: of each notebook; None for one that cannot be graded.
        state: as the export says it.
        reason: why there is no mark, or not all of it.
        note: what is said of where the notebooks lie.
        stock: whether nbgrader gives these marks with its own settings, too.
    """

    files: Mapping[str, str]
    points: tuple[float | None, ...]
    state: str = "graded"
    reason: str = ""
    note: str = ""
    stock: bool = False
    assignment: str = field(default="twin")


def twin(left: str, right: str) -> dict[str, str]:
    return {"twin/twin.ipynb": f"twin {left}", "twin/two.ipynb": f"two {right}"}


def trio(**done: str) -> dict[str, str]:
    return {f"trio/{name}.ipynb": f"{name} {what}" for name, what in done.items()}


KINDS = ("right", "blank", "wrong")
CASES = {
    f"{left}-{right}": Case(
        twin(left, right),
        (3 * (left == "right"), 4 * (right == "right")),
        stock=(left, right) in [("right", "blank"), ("blank", "right")],
    )
    for left, right in itertools.product(KINDS, repeat=2)
}
CASES |= {
    "two-missing": Case(
        {"twin/twin.ipynb": "twin right"},
        (3, 0),
        note="twin/two.ipynb was not handed in, and counts 0 points",
        stock=True,
    ),
    "twin-missing": Case(
        {"twin/two.ipynb": "two right", "twin/timestamp.txt": "2026-03-06 12:00:00 UTC"},
        (0, 4),
        note="twin/twin.ipynb was not handed in, and counts 0 points",
    ),
    "both-missing": Case(
        {"twin/timestamp.txt": "2026-03-06 12:00:00 UTC"},
        (None, None),
        "not graded",
        "nothing handed in; twin/twin.ipynb or twin/two.ipynb was expected",
    ),
    "extra": Case(
        {
            **twin("right", "right"),
            "twin/scratch.ipynb": SCRATCH,
            "twin/twin (1).ipynb": "twin blank",
        },
        (3, 4),
        stock=True,
    ),
    "extra-cut-off": Case({**twin("wrong", "right"), "twin/scratch.ipynb": CUT_OFF}, (0, 4)),
    "two-cut-off": Case(
        {"twin/twin.ipynb": "twin right", "twin/two.ipynb": CUT_OFF},
        (3, None),
        "not graded",
        f"{invalid('two.ipynb')}; all others are graded",
    ),
    "twin-cut-off": Case(
        {"twin/twin.ipynb": CUT_OFF, "twin/two.ipynb": "two right"},
        (None, 4),
        "not graded",
        f"{invalid('twin.ipynb')}; all others are graded",
    ),
    "both-cut-off": Case(
        {"twin/twin.ipynb": CUT_OFF, "twin/two.ipynb": CUT_OFF},
        (None, None),
        "not graded",
        f"{invalid('twin.ipynb')}; {invalid('two.ipynb')}",
    ),
    "trio-right": Case(
        trio(alpha="right", beta="right", gamma="right"), (5, 6, 7), "waiting", assignment="trio"
    ),
    "trio-mixed": Case(
        trio(alpha="wrong", beta="right", gamma="blank"), (0, 6, 0), stock=True, assignment="trio"
    ),
    "trio-written": Case(
        trio(alpha="right", gamma="wrong"),
        (5, 0, 0),
        "waiting",
        note="trio/beta.ipynb was not handed in, and counts 0 points",
        stock=True,
        assignment="trio",
    ),
    "trio-one-of-each": Case(
        {**trio(alpha="right"), "trio/beta.ipynb": CUT_OFF},
        (5, None, 0),
        "not graded",
        f"{invalid('beta.ipynb')}; all others are graded",
        note="trio/gamma.ipynb was not handed in, and counts 0 points",
        assignment="trio",
    ),
    # Renamed, or in another place.
    "copy": Case(
        {"twin/twin.ipynb": "twin right", "twin/two-Copy1.ipynb": "two right"},
        (3, 4),
        note="'twin/two-Copy1.ipynb' was taken for twin/two.ipynb",
    ),
    "download": Case(
        {"twin/twin (1).ipynb": "twin right", "twin/two.ipynb.txt": "two right"},
        (3, 4),
        note="'twin/twin (1).ipynb' was taken for twin/twin.ipynb; "
        "'twin/two.ipynb.txt' was taken for twin/two.ipynb",
    ),
    "capitals": Case(
        {**trio(alpha="right", beta="right"), "trio/Gamma.ipynb": "gamma blank"},
        (5, 6, 0),
        note="'trio/Gamma.ipynb' was taken for trio/gamma.ipynb",
        assignment="trio",
    ),
    "untitled": Case(
        {**trio(alpha="right", beta="right"), "trio/Untitled.ipynb": "gamma blank"},
        (5, 6, 0),
        note="'trio/Untitled.ipynb' was taken for trio/gamma.ipynb",
        assignment="trio",
    ),
    "too-deep": Case(
        {"twin/twin/twin.ipynb": "twin right", "twin/twin/two.ipynb": "two blank"},
        (3, 0),
        note="'twin/twin/twin.ipynb' was taken for twin/twin.ipynb; "
        "'twin/twin/two.ipynb' was taken for twin/two.ipynb",
    ),
    "no-folder": Case(
        {"twin.ipynb": "twin blank", "two.ipynb": "two right"},
        (0, 4),
        note="'twin.ipynb' was taken for twin/twin.ipynb; 'two.ipynb' was taken for twin/two.ipynb",
    ),
    "another-folder": Case(
        {"Twin (1)/twin.ipynb": "twin right", "Twin (1)/two.ipynb": "two right"},
        (3, 4),
        note="'Twin (1)/twin.ipynb' was taken for twin/twin.ipynb; "
        "'Twin (1)/two.ipynb' was taken for twin/two.ipynb",
    ),
    "colab": Case(
        {"twin/Copy of twin.ipynb": "twin right", "twin/Copy of two.ipynb": "two right"},
        (3, 4),
        note="'twin/Copy of twin.ipynb' was taken for twin/twin.ipynb; "
        "'twin/Copy of two.ipynb' was taken for twin/two.ipynb",
    ),
    "begins-like-one": Case(
        {"twin/twin.ipynb": "twin right", "twin/twinkle.ipynb": "two right"},
        (3, None),
        "not graded",
        "twin/two.ipynb was expected, and may be 'twin/twinkle.ipynb'; rename the one that is meant; "
        "all others are graded",
    ),
    "exchanged": Case(
        {
            **trio(gamma="blank"),
            "trio/alpha.ipynb": "beta right",
            "trio/beta.ipynb": "alpha right",
        },
        (0, 0, 0),
        note="alpha.ipynb has none of its own cells, but those of trio/beta.ipynb; "
        "beta.ipynb has none of its own cells, but those of trio/alpha.ipynb",
        assignment="trio",
    ),
    "another-under-its-name": Case(
        {"solo/solo.ipynb": "alpha right"},
        (0,),
        note="solo.ipynb has none of its own cells, but those of trio/alpha.ipynb",
        assignment="solo",
    ),
    "may-be-either": Case(
        {"twin/twin.ipynb": "twin right", "twin/Untitled.ipynb": "two right"},
        (3, None),
        "not graded",
        "twin/two.ipynb was expected, and may be 'twin/Untitled.ipynb'; rename the one that is meant; "
        "all others are graded",
    ),
    "two-copies": Case(
        {
            **trio(alpha="right", beta="right"),
            "trio/a.ipynb": "gamma right",
            "trio/b.ipynb": "gamma wrong",
        },
        (5, 6, None),
        "not graded",
        "trio/gamma.ipynb was expected, and may be 'trio/a.ipynb' or 'trio/b.ipynb'; rename the one "
        "that is meant; all others are graded",
        assignment="trio",
    ),
    "copy-of-what-is-there": Case(
        {"twin/twin.ipynb": "twin right", "twin/twin (1).ipynb": "twin right"},
        (3, 0),
        note="twin/two.ipynb was not handed in, and counts 0 points",
    ),
    "copy-cut-off": Case(
        {"twin/twin.ipynb": "twin right", "twin/two (1).ipynb": CUT_OFF},
        (3, None),
        "not graded",
        f"twin/two.ipynb was expected, and 'twin/two (1).ipynb' cannot be read: {invalid('two (1).ipynb')}; "
        "all others are graded",
    ),
    # The only notebook of its assignment, as in this course.
    "solo": Case({"solo/solo.ipynb": "solo right"}, (8,), stock=True, assignment="solo"),
    **{
        f"solo-{number}": Case(
            {path: "solo right"},
            (8,),
            note=f"{path!r} was taken for solo/solo.ipynb",
            assignment="solo",
        )
        for number, path in enumerate(
            (
                "solo/solo-Copy1.ipynb",
                "solo/solo (1).ipynb",
                "solo/Solo.ipynb",
                "solo/Untitled.ipynb",
                "solo/solo.ipynb.txt",
                "solo/solo/solo.ipynb",
                "solo/my work/final/last.ipynb",
                "solo.ipynb",
                "solo (2).ipynb",
                "Solo/solo.ipynb",
            )
        )
    },
    "solo-and-scratch": Case(
        {"solo/solo-1.ipynb": "solo wrong", "solo/scratch.ipynb": SCRATCH},
        (0,),
        note="'solo/solo-1.ipynb' was taken for solo/solo.ipynb",
        assignment="solo",
    ),
    "solo-and-hidden": Case(
        {
            "solo/solo-1.ipynb": "solo right",
            "solo/.ipynb_checkpoints/solo-checkpoint.ipynb": "solo wrong",
            "solo/__MACOSX/._solo-1.ipynb": "\0\5",
        },
        (8,),
        note="'solo/solo-1.ipynb' was taken for solo/solo.ipynb",
        assignment="solo",
    ),
    "solo-and-a-copy": Case(
        {"solo/solo.ipynb": "solo right", "solo/solo (1).ipynb": "solo wrong"},
        (8,),
        assignment="solo",
    ),
    "solo-twice": Case(
        {"solo/solo (1).ipynb": "solo right", "solo/solo/solo.ipynb": "solo wrong"},
        (None,),
        "not graded",
        "solo/solo.ipynb was expected, and may be 'solo/solo (1).ipynb' or 'solo/solo/solo.ipynb'; "
        "rename the one that is meant",
        assignment="solo",
    ),
    "solo-cut-off": Case(
        {"solo/solo (1).ipynb": CUT_OFF},
        (None,),
        "not graded",
        f"solo/solo.ipynb was expected, and 'solo/solo (1).ipynb' cannot be read: {invalid('solo (1).ipynb')}",
        assignment="solo",
    ),
    "solo-scratch": Case(
        {"solo/notes.ipynb": SCRATCH},
        (None,),
        "not graded",
        "solo/solo.ipynb was expected; what lies there, 'solo/notes.ipynb', has other cells; if it is "
        "meant, rename it",
        assignment="solo",
    ),
    "solo-zip": Case(
        {"solo/solo.zip": "PK", "solo/timestamp.txt": "2026-03-06 12:00:00 UTC"},
        (None,),
        "not graded",
        "solo/solo.ipynb was expected; what lies there, 'solo/solo.zip', is no notebook; ask for it "
        "again",
        assignment="solo",
    ),
    "solo-checkpoint": Case(
        {"solo/.ipynb_checkpoints/solo-checkpoint.ipynb": "solo right"},
        (None,),
        "not graded",
        "nothing handed in; solo/solo.ipynb was expected",
        assignment="solo",
    ),
    "solo-of-another": Case(
        {"solo/alpha.ipynb": "alpha right"},
        (None,),
        "not graded",
        "solo/solo.ipynb was expected; what lies there, 'solo/alpha.ipynb', has other cells; if it is "
        "meant, rename it",
        assignment="solo",
    ),
    "of-another-assignment": Case(
        {f"trio/{name}.ipynb": f"{name} right" for name in ("twin", "two")},
        (None, None, None),
        "not graded",
        "trio/alpha.ipynb or trio/beta.ipynb or trio/gamma.ipynb was expected; what lies there, "
        "'trio/twin.ipynb' and 'trio/two.ipynb', has other cells; if it is meant, rename it",
        assignment="trio",
    ),
}


@pytest.fixture(scope="module", autouse=True)
def no_process_is_left() -> Iterator[None]:
    yield
    workers.close()


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course folder in which a student of its name has handed in each case."""
    course = small_courses.make(tmp_path_factory.mktemp("ours") / "course")
    for student, case in CASES.items():
        small_courses.hand_in(course, student, case.files)
    return course.folder


@pytest.fixture(scope="module")
def course(handed_in: Path, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """One to be graded by `course grade`."""
    return Course(shutil.copytree(handed_in, tmp_path_factory.mktemp("graded") / "course"))


@pytest.fixture(scope="module")
def said(course: Course) -> str:
    """What `course grade` says of all cases; nothing in `submitted/` is another than before."""
    before = files(course.folder / "submitted")
    said = graded(course)
    assert files(course.folder / "submitted") == before
    return said


@pytest.fixture(scope="module")
def autograded(handed_in: Path, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course that nbgrader's own command graded, with the settings of this course."""
    course = Course(shutil.copytree(handed_in, tmp_path_factory.mktemp("autograded") / "course"))
    for assignment in small_courses.ASSIGNMENTS:
        log = autograde(course, assignment)
        assert not log["success"], "some cannot be graded, and it says so"
    return course


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course that nbgrader graded with its own settings, in a process without ours."""
    course = small_courses.make(tmp_path_factory.mktemp("stock") / "course", small_courses.STOCK)
    for student, case in CASES.items():
        if case.stock:
            small_courses.hand_in(course, student, case.files)
    tools = str(Path(sys.executable).parent)
    environment = os.environ | {"PATH": os.pathsep.join((tools, os.environ["PATH"]))}
    for assignment in small_courses.ASSIGNMENTS:
        command = [sys.executable, "-m", "nbgrader", "autograde", assignment]
        subprocess.run(
            command,
            cwd=course.folder,
            env=environment,
            check=True,
            capture_output=True,
            timeout=500,
        )
    return course


def graded(course: Course, force: bool = False) -> str:
    return grade.run(
        course.folder, list(small_courses.ASSIGNMENTS), 2, None, force, boxed.SANDBOXED
    )


def autograde(course: Course, assignment: str, student: str = "*") -> dict:
    """What nbgrader's own command says."""
    config = course.config.copy()
    config.ExecuteApart.sandbox = boxed.SANDBOXED
    directory = course._directory(assignment_id=assignment, student_id=student)
    return capture_log(Autograde(coursedir=directory, config=config, force=True))


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def points(course: Course, student: str, assignment: str) -> tuple[float | None, ...]:
    """Of each notebook; None if it was not graded."""
    names = sorted(small_courses.ASSIGNMENTS[assignment])
    there = course.graded(student, assignment)
    with course.gradebook() as gradebook:
        try:
            found = {n.name: n for n in gradebook.find_submission(assignment, student).notebooks}
        except api.MissingEntry:
            return (None,) * len(names)
        scores = {}
        for name, notebook in found.items():
            waits = any(mark.needs_manual_grade for mark in notebook.grades)
            scores[name] = None if waits and name not in there else notebook.score
    return tuple(scores[name] for name in names)


def grades(course: Course, student: str) -> list[tuple]:
    """All that the gradebook says of the cells of a student."""
    with course.gradebook() as gradebook:
        return sorted(
            (n.name, g.name, g.auto_score, g.needs_manual_grade, n.late_submission_penalty)
            for submission in gradebook.find_student(student).submissions
            for n in submission.notebooks
            for g in n.grades
        )


def lines(said: str, student: str) -> list[str]:
    return [line for line in said.splitlines() if line.startswith(f"  {student}, ")]


@pytest.mark.parametrize("student", CASES)
def test_each_notebook_has_its_mark_and_what_is_wrong_is_said(
    course: Course, said: str, student: str
) -> None:
    case = CASES[student]
    assert points(course, student, case.assignment) == case.points
    told = [f"  {student}, {case.assignment}: {text}" for text in (case.reason, case.note) if text]
    assert lines(said, student) == told


@pytest.mark.parametrize("student", CASES)
def test_nbgraders_own_command_gives_the_same(
    course: Course, said: str, autograded: Course, student: str
) -> None:
    case = CASES[student]
    assert points(autograded, student, case.assignment) == case.points
    if any(mark is not None for mark in case.points):
        assert grades(autograded, student) == grades(course, student)


@pytest.mark.parametrize("student", [name for name, case in CASES.items() if case.stock])
def test_nbgrader_with_its_own_settings_gives_the_same(
    course: Course, said: str, stock: Course, student: str
) -> None:
    assert points(stock, student, CASES[student].assignment) == CASES[student].points
    assert grades(stock, student) == grades(course, student)


def test_who_is_graded_in_part_is_not_counted_as_graded(said: str) -> None:
    done = sum(not case.reason for case in CASES.values())
    assert said.startswith(f"{done} graded, 0 unchanged since they were graded.\n")


def test_the_table_says_of_each_how_it_stands(course: Course, said: str, tmp_path: Path) -> None:
    export.run(course.folder, "csv", tmp_path / "marks.csv")
    with open(tmp_path / "marks.csv", encoding="utf-8", newline="") as file:
        rows = {(row["student_id"], row["assignment"]): row for row in csv.DictReader(file)}
    for student, case in CASES.items():
        row = rows[student, case.assignment]
        total = sum(mark or 0 for mark in case.points)
        given = any(mark is not None for mark in case.points)
        assert row["state"] == case.state
        assert row["points"] == (f"{total:g}" if given else "")
        assert row["mark"] == (f"{total:g}" if case.state == "graded" else "")
    others = {row["state"] for key, row in rows.items() if CASES[key[0]].assignment != key[1]}
    assert others == {"not handed in"}


@pytest.mark.parametrize(
    ("form", "none", "column"), [("canvas", "", "SIS Login ID"), ("moodle", "-", "Username")]
)
def test_an_lms_gets_no_mark_of_a_part(
    course: Course, said: str, tmp_path: Path, form: str, none: str, column: str
) -> None:
    export.run(course.folder, form, tmp_path / "marks.csv")
    with open(tmp_path / "marks.csv", encoding="utf-8", newline="") as file:
        rows = {row[column]: row for row in csv.DictReader(file)}
    for student, case in CASES.items():
        total = f"{sum(mark or 0 for mark in case.points):g}"
        assert rows[student][case.assignment] == (total if case.state == "graded" else none)


def test_what_has_not_changed_is_not_graded_again_and_said_again(course: Course, said: str) -> None:
    number, _, rest = said.partition(" graded, 0 unchanged")
    assert graded(course) == f"0 graded, {number} unchanged{rest}"


def test_each_notebook_gets_its_page(course: Course, said: str) -> None:
    assert course.feedback("right-wrong", "twin").reason == ""
    folder = course.folder / "feedback" / "right-wrong" / "twin"
    pages = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.html")}
    scores = {name: re.findall(r"\(Score: ([\d./ ]+)\)", text)[0] for name, text in pages.items()}
    assert scores == {"twin": "3.0 / 3.0", "two": "0.0 / 4.0"}


class TestTheReport:
    def test_has_the_exercises_of_all_notebooks(self, course: Course, said: str) -> None:
        part = understanding.understand(course, marks.read(course), "twin")
        assert [exercise.name for exercise in part.exercises] == ["answer", "two/answer"]
        assert part.works["right-wrong"].verdicts == {
            "answer": Verdict.RIGHT,
            "two/answer": Verdict.WRONG,
        }
        assert part.works["wrong-right"].verdicts == {
            "answer": Verdict.WRONG,
            "two/answer": Verdict.RIGHT,
        }

    def test_shows_what_is_graded_of_a_part_and_why_the_rest_is_not(
        self, course: Course, said: str
    ) -> None:
        part = understanding.understand(course, marks.read(course), "twin")
        assert part.works["two-cut-off"].verdicts == {
            "answer": Verdict.RIGHT,
            "two/answer": Verdict.WAITING,
        }
        for student, case in CASES.items():
            if case.assignment == "twin":
                assert part.reasons.get(student, "") == case.reason

    def test_names_nobody_in_it(self, course: Course, said: str, tmp_path: Path) -> None:
        page.run(course.folder, [], False, tmp_path / "report.html")
        text = (tmp_path / "report.html").read_text(encoding="utf-8")
        told = invalid("two.ipynb").replace("'two.ipynb'", "the notebook")
        assert f"{told}; all others are graded." in text
        assert "Copy" not in text and "Untitled" not in text


class TestHandedInAgain:
    @pytest.fixture(scope="class")
    @classmethod
    def changed(cls, course: Course, said: str, tmp_path_factory: pytest.TempPathFactory) -> Course:
        """A course that is graded, and whose students hand in again, each in one test."""
        folder = shutil.copytree(course.folder, tmp_path_factory.mktemp("again") / "course")
        for student in (folder / "submitted").iterdir():
            if student.name not in ("blank-right", "right-right", "two-missing", "copy", "solo"):
                shutil.rmtree(student)
        return Course(folder)

    def test_one_of_two_notebooks(self, changed: Course) -> None:
        small_courses.hand_in(changed, "blank-right", {"twin/twin.ipynb": "twin right"})
        assert graded(changed).startswith("1 graded, ")
        assert points(changed, "blank-right", "twin") == (3, 4)

    def test_without_one_that_was_there(self, changed: Course) -> None:
        (changed.folder / "submitted/right-right/twin/two.ipynb").unlink()
        assert graded(changed).startswith("1 graded, ")
        assert points(changed, "right-right", "twin") == (3, 0)
        assert list(changed.graded("right-right", "twin")) == ["twin"]

    @pytest.mark.parametrize("student", ["right-right", "two-missing"])
    def test_with_one_that_cannot_be_read_it_is_no_longer_final(
        self, changed: Course, student: str
    ) -> None:
        with changed.gradebook() as gradebook:
            gradebook.find_grade("test-answer", "two", "twin", student).extra_credit = 0.5
            gradebook.db.commit()
        small_courses.hand_in(changed, student, {"twin/two.ipynb": CUT_OFF})
        assert lines(graded(changed), student) == [
            f"  {student}, twin: {invalid('two.ipynb')}; all others are graded"
        ]
        class_ = marks.read(changed)
        assert class_.state(student, "twin") == "not graded"
        assert class_.submissions[student, "twin"].mark is None
        small_courses.hand_in(changed, student, {"twin/two.ipynb": "two right"})
        assert graded(changed).startswith("1 graded, ")
        assert changed.mark(student, "twin").score == 7.5, "what was given by hand is kept"
        assert marks.read(changed).state(student, "twin") == "graded"

    def test_one_that_is_renamed_in_submitted_is_the_same_submission(self, changed: Course) -> None:
        folder = changed.folder / "submitted/copy/twin"
        (folder / "two-Copy1.ipynb").rename(folder / "two.ipynb")
        assert graded(changed).startswith("0 graded, ")


CAUSES = {
    "two-cut-off": f"two.ipynb of two-cut-off: {invalid('two.ipynb')}",
    "twin-cut-off": f"twin.ipynb of twin-cut-off: {invalid('twin.ipynb')}",
    "may-be-either": "two.ipynb of may-be-either: twin/two.ipynb was expected, and may be "
    "'twin/Untitled.ipynb'; rename the one that is meant",
}
"""What the button answers where a part was graded."""


class TestTheFormgradersButton:
    @pytest.fixture
    def press(
        self, autograded: Course, monkeypatch: pytest.MonkeyPatch
    ) -> Callable[[str, str], dict[str, object]]:
        """What it answers, for an assignment and a student who was never graded."""
        monkeypatch.setattr(api, "capture_log", formgrader._in_a_sentence)
        config = autograded.config.copy()
        config.ExecuteApart.sandbox = boxed.SANDBOXED
        directory = autograded._directory()

        def press(assignment: str, student: str) -> dict[str, object]:
            folder = autograded.folder / "autograded" / student
            shutil.rmtree(folder, ignore_errors=True)
            with autograded.gradebook() as gradebook:
                gradebook.update_or_create_student(student)
                gradebook.update_or_create_submission(assignment, student)
                gradebook.remove_submission(assignment, student)
                handler = SimpleNamespace(
                    coursedir=directory, gradebook=gradebook, api=SimpleNamespace(config=config)
                )
                formgrader._check(handler, assignment, student)
            return NbGraderAPI(coursedir=directory, config=config).autograde(assignment, student)

        return press

    @pytest.mark.parametrize("student", ["right-blank", "too-deep", "untitled", "no-folder"])
    def test_grades_what_can_be_graded(
        self, autograded: Course, press: Callable, student: str
    ) -> None:
        case = CASES[student]
        answer = press(case.assignment, student)
        assert answer["success"], answer
        assert all(note in answer["log"] for note in case.note.split("; "))
        assert points(autograded, student, case.assignment) == case.points

    @pytest.mark.parametrize("student", CAUSES)
    def test_says_what_cannot_be_and_grades_the_others(
        self, autograded: Course, press: Callable, student: str
    ) -> None:
        case = CASES[student]
        answer = press(case.assignment, student)
        assert not answer["success"]
        assert answer["log"] == f"nbgrader stopped: {CAUSES[student]}; all others are graded"
        assert points(autograded, student, case.assignment) == case.points

    @pytest.mark.parametrize("student", ["both-cut-off", "both-missing", "of-another-assignment"])
    def test_refuses_what_cannot_be_graded_at_all(self, press: Callable, student: str) -> None:
        with pytest.raises(Problem) as refused:
            press(CASES[student].assignment, student)
        assert str(refused.value) == CASES[student].reason


def test_a_submission_is_written_once_and_is_put_back_as_a_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def execute(settings: object, job: Job) -> Executed | None:
        if clerks.of(job) == "cyd a":
            raise WorkerDiedError("killed")
        slow = job.patience is not None and clerks.of(job) == "ada b"
        return None if slow else Executed(job.notebook, 5)

    monkeypatch.setattr(workers, "execute", execute)
    course = clerks.Stub("a", "b")
    again: list[tuple[str, str]] = []
    done = course.grade([(student, "two") for student in ("ada", "ben", "cyd")], 1, 20.0, again)
    assert again == [("ada", "two")]
    done += course.grade(again)
    assert course.entered == [("ben", []), ("cyd", ["a"]), ("ada", [])]
    reasons = {one.student: one.reason for one in done}
    assert reasons == {
        "ada": "",
        "ben": "",
        "cyd": "a.ipynb: could not be run, a person has to look at it: killed",
    }
