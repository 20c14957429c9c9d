"""The list at the end of each notebook: what stands, and what to do about the rest."""

import importlib

import pytest

from course.check import by_hand
from course.check.progress import progress
from course.classroom import notebooks
from helpers.cases import Notebook

MODULES = {
    "01-by-hand": "by_hand",
    "02-autograd": "autograd",
    "03-loss-and-optimizer": "loss_and_optimizer",
    "04-model": "model",
}
each_notebook = pytest.mark.parametrize("assignment", notebooks.assignments())


def listed(capsys: pytest.CaptureFixture, check: object, names: dict) -> list[str]:
    progress(check, names)
    return capsys.readouterr().out.splitlines()


@each_notebook
def test_the_reference_solutions_all_stand(assignment: str, capsys: pytest.CaptureFixture) -> None:
    check = importlib.import_module(f"course.check.{MODULES[assignment]}")
    first, *lines = listed(capsys, check, Notebook(assignment).run())
    assert lines == [f"✓ {judge.__name__}" for judge in check.EXERCISES]
    assert first == f"{len(lines)} of {len(lines)} exercises stand."


@each_notebook
def test_it_lists_the_exercises_of_the_notebook_in_their_order(assignment: str) -> None:
    check = importlib.import_module(f"course.check.{MODULES[assignment]}")
    called = [f"check.{judge.__name__}(" for judge in check.EXERCISES]
    tests = Notebook(assignment).tests.values()
    assert len(called) == len(tests)
    assert all(call in cells[0] for call, cells in zip(called, tests, strict=True))


def test_it_says_what_is_wrong_undone_or_not_there(capsys: pytest.CaptureFixture) -> None:
    book = Notebook("01-by-hand")
    names = book.run(
        {
            "gradient": "def gradient(x, y_pred, y): return np.sum(2 * x * (y_pred - y))",
            "update": "def update(w, dw, lr): raise NotImplementedError",
            "bug-hunt": "first_wrong_line = {'a': 2, 'b': ..., 'c': 4}",
        }
    )
    del names["mse_loss"]
    first, *lines = listed(capsys, by_hand, names)
    # mse_loss is gone for train and train_wb, too, which call it.
    assert first == f"{len(lines) - 6} of {len(lines)} exercises stand."
    by_exercise = {line.split()[1].rstrip(":"): line for line in lines}
    assert by_exercise["gradient"].startswith("✗ gradient [sum-for-mean]")
    assert by_exercise["update"].startswith("· update is still to do")
    assert by_exercise["bug_hunt"].startswith("· bug_hunt is still to do")
    assert by_exercise["mse_loss"].startswith("? mse_loss: there is no mse_loss.")
    assert by_exercise["forward"] == "✓ forward"
