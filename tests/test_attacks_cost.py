"""Costly notebook files, one in each file of attacks/cost: they cost whoever handed them in, and no other.

Each attack adds something costly to what a student hands in who earned `EARNED` points. It says what
must come of it: MARK, the points, or REASON, words of the one line that says why there is no mark.
Here stands what must hold of marks, of pages and of the grader's memory; `bench_hostile.py` measures
times beside each other.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from course.classroom.course import Course, Mark
from helpers import boxed, costly
from helpers.hostile import NAME, load

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore"), boxed.needed]

MOST_MORE = 50 << 20
"""Bytes of memory that the grader may use more than for the honest one."""

LARGEST = ("attachments_shown", "run_html_mixed", "run_pictures")
"""Those for which it uses most."""


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Course, dict]:
    """A class in which every attack was handed in and graded, and what grading it said and took."""
    course = costly.a_class(tmp_path_factory.mktemp("class"), costly.ATTACKS)
    return course, costly.measured(course.folder, "grade")


@pytest.fixture(scope="module")
def pages(graded: tuple[Course, dict]) -> dict:
    """What making the feedback pages of all of them said and took."""
    return costly.measured(graded[0].folder, "feedback")


@pytest.mark.parametrize("attack", costly.ATTACKS, ids=lambda path: path.stem)
def test_a_costly_file_has_the_mark_it_earned_or_a_reason(
    graded: tuple[Course, dict], attack: Path, record_property
) -> None:
    record_property("attacks", 1)
    course, told = graded
    expected, reason = load(attack), told["reasons"][attack.stem]
    if hasattr(expected, "REASON"):
        assert expected.REASON in reason
        assert course.mark(attack.stem, NAME) is None
    else:
        assert reason == ""
        assert course.mark(attack.stem, NAME) == Mark(expected.MARK, 25, False)


def test_the_honest_one_has_the_mark_and_a_page(graded: tuple[Course, dict], pages: dict) -> None:
    assert graded[0].mark(costly.HONEST.name, NAME) == Mark(25, 25, False)
    assert pages["reasons"][costly.HONEST.name] == ""


def test_who_has_a_mark_gets_a_page(graded: tuple[Course, dict], pages: dict) -> None:
    marked = {attack.stem for attack in costly.ATTACKS if hasattr(load(attack), "MARK")}
    assert marked < pages["reasons"].keys()
    assert {student: reason for student, reason in pages["reasons"].items() if reason} == {}


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict]:
    """What each step takes for the honest one alone."""
    folder = costly.a_class(tmp_path_factory.mktemp("alone"), []).folder
    return {step: costly.measured(folder, step) for step in ("grade", "feedback")}


@pytest.mark.parametrize("attack", LARGEST)
def test_the_grader_needs_little_more_memory_than_for_the_honest_one(
    attack: str, alone: dict[str, dict], tmp_path: Path
) -> None:
    attacks = [path for path in costly.ATTACKS if path.stem == attack]
    folder = costly.a_class(tmp_path / "both", attacks).folder
    for step, without in alone.items():
        told = costly.measured(folder, step)
        assert attack in told["reasons"]
        assert told["memory"] - without["memory"] <= MOST_MORE, step


def test_nbgraders_own_commands_are_not_stopped(tmp_path: Path) -> None:
    some = ("attachment_that_is_not_there", "many_cells", "metadata_of_a_cell", "run_colors")
    attacks = [attack for attack in costly.ATTACKS if attack.stem in some]
    assert len(attacks) == len(some)
    course = costly.a_class(tmp_path / "course", attacks)
    for verb, status in (("autograde", 1), ("generate_feedback", 0)):
        command = [sys.executable, "-m", "nbgrader", verb, "--assignment", NAME]
        run = subprocess.run(command, cwd=course.folder, capture_output=True, text=True)
        assert run.returncode == status, run.stderr
    for attack in attacks:
        page = course.folder / "feedback" / attack.stem / NAME / f"{NAME}.html"
        assert page.exists() is hasattr(load(attack), "MARK")
