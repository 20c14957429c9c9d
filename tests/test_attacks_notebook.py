"""Hostile notebook files, one in each file of attacks/notebook, in one class with honest students.

Each attack damages what a student hands in who earned `EARNED` points. It says what must come of
it: MARK, the points; AT_MOST, when a reason would do as well; or REASON, words of the one line that
says why there is no mark. With a mark it may have SAID, words of the one line that says what was not taken.
"""

import contextlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from course.classroom import grade, unchanged
from course.classroom.course import Course, Mark
from course.classroom.demo import cycle as demo
from course.classroom.demo import roster
from course.classroom.demo.roster import Student
from course.grading import secret
from helpers import boxed
from helpers.hostile import ATTACKER, EARNED, NAME, hand_in, load
from helpers.submitted import CANARY, DATA

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]

ATTACKS = sorted((Path(__file__).parent / "attacks" / "notebook").glob("*.py"))
HONEST = [Student(name, "", ("*",), (), {}) for name in ("a-honest", "m-honest", "zz-honest")]
HOSTILE_NAMES = ("*", "[a-z]*", "\x1b[2J\n", os.fsdecode(b"\xff"))
STOPS_A_BATCH = [
    f"{name}.py"
    for name in (
        *("copied_tests", "cut_off", "dangling_link", "half_a_grade_id", "linked_file", "pipe"),
        *("locked_solution", "nbformat_99", "points", "schema_versions", "strange_grade_ids"),
        *("strange_metadata", "tests_as_tasks", "timestamp"),
    )
]
"""Some that nbgrader alone, or with a smaller repair, would stop at, copy, or obey."""


def a_class(folder: Path, attacks: list[Path]) -> Course:
    """A course where the honest students and the attackers have handed in."""
    demo.prepare(folder, [NAME])
    (folder / "source" / NAME / DATA).write_text("1 2 3", encoding="utf-8")
    course = Course(folder)
    assert course.generate(NAME).reason == ""
    for student in HONEST:
        roster.hand_in(student, NAME, folder)
    for attack in attacks:
        hand_in(attack, folder)
    return course


def files(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Kind, size and time of all that lies in and beside ``folder``, but for what grading writes."""
    found = {}
    for parent, folders, names in os.walk(folder.parent):
        folders[:] = [name for name in folders if name not in ("autograded", "__pycache__")]
        for name in (*folders, *names):
            path = os.path.join(parent, name)
            if not name.startswith(("gradebook.db", unchanged.FILE)) and path != str(folder):
                with contextlib.suppress(OSError):  # the path is too long
                    state = os.lstat(path)
                    found[path] = state.st_mode, state.st_size, state.st_mtime_ns
    return found


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course folder with every attack handed in."""
    course = a_class(tmp_path_factory.mktemp("class") / "course", ATTACKS)
    for name in HOSTILE_NAMES:
        roster.hand_in(replace(ATTACKER, name=name), NAME, course.folder)
    return course


@pytest.fixture(scope="module")
def said(course: Course) -> str:
    """What `course grade` says of them all; it writes nothing where it should not."""
    Path(CANARY).unlink(missing_ok=True)
    secret.of_course(course.folder)  # which the first command that grades makes
    before = files(course.folder)
    said = grade.run(course.folder, [NAME], 2, None, False, boxed.SANDBOXED)
    assert files(course.folder) == before
    return said


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda path: path.stem)
def test_an_attack_has_the_mark_it_earned_or_a_reason(
    course: Course, said: str, attack: Path, record_property
) -> None:
    record_property("attacks: notebook", 1)
    expected = load(attack)
    mark = course.mark(attack.stem, NAME)
    why_not, _, notes = said.partition("\nGraded, with a note:\n")
    line = re.compile(rf"^  {attack.stem}, {NAME}: (.+)$", re.MULTILINE)
    reason, note = line.search(why_not), line.search(notes)
    assert getattr(expected, "SAID", "") in (note[1] if note else "")
    if getattr(expected, "REASON", None):
        assert reason and expected.REASON in reason[1]
        assert not mark or not mark.score
    elif reason is None:
        assert (mark.max_score, mark.waiting) == (25, False)
        assert mark.score <= EARNED
        assert mark.score == getattr(expected, "MARK", mark.score)
    else:
        assert hasattr(expected, "AT_MOST"), reason[1]


@pytest.mark.parametrize("student", HONEST, ids=lambda student: student.name)
def test_the_honest_keep_their_marks(course: Course, said: str, student: Student) -> None:
    assert course.mark(student.name, NAME) == Mark(25, 25, False)
    assert f"{student.name}," not in said


def test_each_line_is_about_one_student(said: str) -> None:
    graded, *reasons = said.splitlines()
    assert graded.endswith("0 unchanged since they were graded.")
    titles = [line for line in reasons if not re.match(rf"  .*, {NAME}: .+", line)]
    assert titles == ["Not graded:", "Graded, with a note:"]
    assert all(line.isprintable() for line in reasons)


def test_a_name_that_is_a_pattern_grades_nobody(said: str) -> None:
    assert said.count("nbgrader cannot read the name of the student's folder") == len(HOSTILE_NAMES)


@boxed.needed
def test_nothing_ran_outside_the_sandbox(said: str) -> None:
    assert not Path(CANARY).exists()


@pytest.mark.parametrize(
    "student",
    ["attachments", "lone_surrogates", "null_bytes", "strange_names", "widgets", "wrong_kernel"],
)
def test_who_has_a_mark_gets_feedback(course: Course, said: str, student: str) -> None:
    assert course.feedback(student, NAME).reason == ""


def test_the_second_run_grades_nobody_again(course: Course, said: str) -> None:
    again = grade.run(course.folder, [NAME], 2, None, False, boxed.SANDBOXED)
    number = re.match(r"(\d+) graded", said)[1]
    assert again.splitlines()[1:] == said.splitlines()[1:]
    assert again.startswith(f"0 graded, {number} unchanged")


@boxed.needed
def test_nbgraders_own_command_is_not_stopped(tmp_path: Path) -> None:
    attacks = [attack for attack in ATTACKS if attack.name in STOPS_A_BATCH]
    assert len(attacks) == len(STOPS_A_BATCH)
    course = a_class(tmp_path / "course", attacks)
    Path(CANARY).unlink(missing_ok=True)
    command = [sys.executable, "-m", "nbgrader", "autograde", "--assignment", NAME]
    run = subprocess.run(command, cwd=course.folder, capture_output=True, text=True, timeout=300)
    assert run.returncode == 1, "some have no mark, and it says so"
    for student in HONEST:
        assert course.mark(student.name, NAME) == Mark(25, 25, False)
    for attack in attacks:
        mark, expected = course.mark(attack.stem, NAME), load(attack)
        assert mark is None or mark.score <= EARNED
        if hasattr(expected, "REASON"):
            assert not (course.folder / "autograded" / attack.stem / NAME).exists()
        elif hasattr(expected, "MARK"):
            assert mark.score == expected.MARK
    assert not Path(CANARY).exists()
