"""`check.solution`: ours beside the learner's, once theirs stands."""

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from course import door
from course.check import by_hand, history, solutions
from course.check.standing.contents import COURSE
from course.door import StudentError
from helpers.cases import Notebook

MINE = 'def update(w, dw, lr):\n    """<b>"""\n    return w - dw * lr'


@pytest.fixture
def notebook(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Takes the names of the notebook that runs here, and its cells."""

    def runs(names: dict, *cells: str) -> None:
        main = ModuleType("__main__")
        vars(main).update(names, In=["", *cells])
        monkeypatch.setitem(sys.modules, "__main__", main)

    return runs


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[dict]:
    """What is displayed."""
    every: list[dict] = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, raw: every.append(bundle))
    return every


def test_what_stands_is_shown_beside_ours(notebook: Callable, shown: list[dict]) -> None:
    names = Notebook("01-by-hand").run({"update": MINE})
    notebook(names, "update = 3", MINE, "update(1, 2, 3)")
    by_hand.solution("update")
    [bundle] = shown
    yours, ours = bundle["text/plain"].split("--- Ours ---")
    assert MINE in yours
    assert "    return w - lr * dw" in ours and "SOLUTION" not in ours
    assert "&lt;b&gt;" in bundle["text/html"] and "<b>" not in bundle["text/html"]
    assert "color: inherit" in bundle["text/html"]  # of either theme


@pytest.mark.parametrize("assignment", COURSE)
def test_every_exercise_has_one(
    assignment: str, notebook: Callable, shown: list[dict], capsys: pytest.CaptureFixture
) -> None:
    book = Notebook(assignment)
    notebook(book.run(), *book.solutions.values())
    check = importlib.import_module(f"course.check.{COURSE[assignment].check}")
    for exercise in COURSE[assignment].exercises:
        check.solution(exercise)
        check.solution(exercise.replace("_", "-"))
    assert capsys.readouterr().out == ""
    assert len(shown) == 2 * len(check.EXERCISES)
    assert all(history.last_to_bind("x", [one["text/plain"]]) is None for one in shown)


@pytest.mark.parametrize(
    "update",
    [
        "def update(w, dw, lr): return w + lr * dw",
        "def update(w, dw, lr): raise NotImplementedError",
        "def update(w, dw, lr): return check.solution('update')",
        "update = ...",
        "del update",
    ],
)
def test_what_does_not_stand_is_told_in_one_line(
    update: str, notebook: Callable, shown: list[dict], capsys: pytest.CaptureFixture
) -> None:
    names = Notebook("01-by-hand").run() | {"check": by_hand}
    exec(update, names)
    notebook(names, update)
    by_hand.solution("update")
    assert shown == []
    assert capsys.readouterr().out == (
        "check.update(update) does not pass yet: its cell says why. "
        "Once it does, ours is shown beside yours.\n"
    )


@pytest.mark.parametrize("name", ["updates", "", None, "reflection", "../01-by-hand"])
def test_an_unknown_name_gets_the_names_that_there_are(
    name: str | None, notebook: Callable, capsys: pytest.CaptureFixture
) -> None:
    notebook({})
    by_hand.solution(name)
    names = ", ".join(COURSE["01-by-hand"].exercises)
    expected = f"There is no exercise of that name here. These are: {names}.\n"
    assert capsys.readouterr().out == expected


@pytest.mark.parametrize("found", [None, '{"cells": []}'])
def test_where_the_course_came_without_source_one_line_says_so(
    found: str | None,
    notebook: Callable,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture,
) -> None:
    if found is not None:
        (tmp_path / "01-by-hand").mkdir()
        (tmp_path / "01-by-hand" / "01-by-hand.ipynb").write_text(found)
    monkeypatch.setattr(solutions, "SOURCE", tmp_path)
    notebook(Notebook("01-by-hand").run())
    by_hand.solution("update")
    assert capsys.readouterr().out == (
        "Our solution to update is not on this computer. It is in the folder `source` of the course.\n"
    )


def test_an_answer_that_is_checked_does_not_get_it() -> None:
    with pytest.raises(StudentError, match="is not there while your work is checked"):
        door.call(lambda: by_hand.solution("update"))
