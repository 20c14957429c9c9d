"""What the instructor's pages say of the course: the plans, and the example of a new exercise."""

import re
from pathlib import Path

import numpy as np
import pytest
from nbclient import NotebookClient

from course.check import by_hand, messages
from course.check.verdict import Misconception
from course.classroom import notebooks
from course.classroom.cases import HEAD
from course.classroom.demo import roster
from course.classroom.demo.roster import Student
from coverage_table import points
from test_bank import WORDS
from test_release import graded, release

DOCS = notebooks.SOURCE.parent / "docs"
PLAN = (DOCS / "plan.md").read_text(encoding="utf-8")
WEEK, AFTERNOON = PLAN.split("## An afternoon")
ROWS = re.findall(r"^\| \d+ \| \d: (.+?) \| (.+?) \|", AFTERNOON, re.MULTILINE)
SPINE = {
    assignment: (re.findall(r"`(.+?)`", done), re.findall(r"`(.+?)`", left_out))
    for assignment, (done, left_out) in zip(notebooks.assignments(), ROWS, strict=True)
}
"""For each notebook the exercises that an afternoon does, and those that it leaves out."""
EXERCISES = {name for assignment in notebooks.assignments() for name in points(assignment)}


def test_the_plans_name_every_exercise() -> None:
    assert set(re.findall(r"`(.+?)`", WEEK)) >= EXERCISES
    for assignment, (done, left_out) in SPINE.items():
        assert sorted(done + left_out) == sorted(points(assignment))


def test_the_plans_name_misconceptions_that_a_learner_can_be_told() -> None:
    tags = set(re.findall(r"`([a-z]+(?:-[a-z0-9]+)+)`", PLAN)) - EXERCISES
    assert tags and tags <= messages.CATALOGUE.keys()


def test_the_minutes_of_a_session_add_up() -> None:
    _, *days = WEEK.split("### Day ")
    assert len(days) == 5
    for day in days:
        minutes = re.findall(r"^\| (\d+) \|", day, re.MULTILINE)
        assert f"({sum(map(int, minutes))} minutes)" in day.splitlines()[0]
    assert sum(map(int, re.findall(r"^\| (\d+) \|", AFTERNOON, re.M))) == 4 * 60


@pytest.mark.slow
@pytest.mark.parametrize("assignment", SPINE)
def test_an_afternoon_needs_nothing_of_what_it_leaves_out(assignment: str) -> None:
    done, left_out = SPINE[assignment]
    notebook = release(assignment)
    solutions = roster.solutions(notebooks.path(assignment))
    hurried = Student("hurried", "", ("*",), (), {})
    roster.answer(notebook, hurried, assignment, {name: solutions[name] for name in done})
    NotebookClient(notebook, timeout=120, allow_errors=True).execute()
    failed = {
        cell.id: output.ename
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if output.output_type == "error"
    }
    assert set(failed.values()) == {"NotImplementedError"}
    assert not failed.keys() & {f"test-{name}" for name in done}
    undone = {f"test-{name}" for name in left_out} & graded(notebook, "grade").keys()
    assert undone <= failed.keys()


def reword(monkeypatch: pytest.MonkeyPatch, folder: Path, page: str) -> None:
    """Enter the messages that ``page`` shows in the catalogue."""
    shown = re.search(r"^```toml\n(.+?)^```", page, re.MULTILINE | re.DOTALL)
    (folder / "shown.toml").write_text(shown[1], encoding="utf-8")
    for tag, text in messages.read(folder)[0].items():
        monkeypatch.setitem(messages.CATALOGUE, tag, text)


def test_the_example_of_a_reworded_message_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    reword(monkeypatch, tmp_path, (DOCS / "changing.md").read_text(encoding="utf-8"))
    with pytest.raises(Misconception, match="what is left for") as wrong:
        by_hand.gradient(lambda x, y_pred, y: np.sum(2 * x * (y_pred - y)))
    assert WORDS[wrong.value.tag] in str(wrong.value)


def test_the_example_of_a_new_exercise_works(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = (DOCS / "exercises.md").read_text(encoding="utf-8")
    check, bank = re.findall(r"^```python\n(.+?)^```", page, re.MULTILINE | re.DOTALL)
    reword(monkeypatch, tmp_path, page)
    space = dict(vars(by_hand))
    exec(check, space)
    _, *parts = HEAD.split(bank)
    assert {"right"} < set(parts[1::4])
    for _, verdict, _, code in zip(*[iter(parts)] * 4, strict=True):
        student = {"np": np}
        exec(code, student)
        for seed in (None, 23):
            if verdict == "right":
                space["errors"](student["errors"], seed=seed)
            else:
                with pytest.raises(Misconception) as wrong:
                    space["errors"](student["errors"], seed=seed)
                assert wrong.value.tag == verdict
