"""Verdicts: one clear message, the same each time, and nothing else changed or written."""

import io
import random
import re
import sys
import warnings
from contextlib import redirect_stdout

import numpy as np
import pytest
import torch
from IPython.core.interactiveshell import InteractiveShell

from course import theory
from course.check import by_hand, messages, training
from course.check.verdict import Misconception
from course.classroom import notebooks
from helpers.cases import Notebook

REGION = re.compile(r"^( *)### BEGIN SOLUTION\n.*?^ *### END SOLUTION", re.DOTALL | re.MULTILINE)
NOTEBOOKS = {name: Notebook(name) for name in notebooks.assignments()}
EXERCISES = [(name, exercise) for name, book in NOTEBOOKS.items() for exercise in book.tests]


def stub(solution: str) -> str:
    """The cell before the student has written in it."""
    return REGION.sub(
        lambda region: region[1] and f"{region[1]}raise NotImplementedError", solution
    )


def sum_for_mean(x, y_pred, y):
    """A noisy wrong gradient."""
    print("here I am")
    print("and here", file=sys.stderr)
    warnings.warn("careful", stacklevel=1)
    return np.sum(2 * x * (y_pred - y))


@pytest.mark.parametrize(("assignment", "exercise"), EXERCISES)
def test_the_reference_solution_is_right(assignment: str, exercise: str) -> None:
    book = NOTEBOOKS[assignment]
    book.judge(exercise, book.solutions[exercise])


@pytest.mark.parametrize(("assignment", "exercise"), EXERCISES)
def test_an_undone_exercise_is_reported_as_undone(assignment: str, exercise: str) -> None:
    book = NOTEBOOKS[assignment]
    with pytest.raises(NotImplementedError):
        book.judge(exercise, stub(book.solutions[exercise]))


def test_an_exercise_that_calls_an_undone_one_is_undone_too() -> None:
    book = NOTEBOOKS["01-by-hand"]
    undone = stub(book.solutions["forward"]) + "\n\n" + book.solutions["train"]
    with pytest.raises(NotImplementedError, match="train is still to do, or calls something"):
        book.judge("train", undone)


def test_a_verdict_writes_nothing_but_its_line(capfd: pytest.CaptureFixture[str]) -> None:
    by_hand.gradient(lambda x, y_pred, y: np.mean(2 * x * (y_pred - y)))
    assert capfd.readouterr() == ("✓ gradient\n", "")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(Misconception):
            by_hand.gradient(sum_for_mean)
    assert capfd.readouterr() == ("", "")


def test_a_verdict_is_the_same_twice_and_names_the_idea() -> None:
    for _ in range(2):
        with pytest.raises(Misconception, match="N = 4 times too large") as wrong:
            by_hand.gradient(sum_for_mean)
        assert wrong.value.tag == "sum-for-mean"


def test_a_learner_sees_one_message_and_no_line_of_the_check() -> None:
    shell = InteractiveShell()
    shell.run_cell(
        "import numpy as np\ndef gradient(x, y_pred, y):\n    return np.sum(2 * x * (y_pred - y))"
    )
    shown = io.StringIO()
    with redirect_stdout(shown):
        result = shell.run_cell(
            "from course.check import by_hand as check\n\ncheck.gradient(gradient)"
        )
    assert isinstance(result.error_in_exec, Misconception)
    lines = shown.getvalue().strip().splitlines()
    assert lines[0] == "Misconception [sum-for-mean]"
    assert " ".join(lines[1:]) == str(result.error_in_exec)


def test_an_undone_exercise_shows_what_to_do_and_no_line_of_the_check() -> None:
    shell = InteractiveShell()
    shown = io.StringIO()
    with redirect_stdout(shown):
        shell.run_cell("from course.check import by_hand as check\n\ncheck.bug_hunt({'a': ...})")
    first, *lines = shown.getvalue().strip().splitlines()
    assert first == "NotImplementedError"
    assert " ".join(lines) == messages.text("still-open", exercise="bug_hunt")


def test_an_exception_of_the_students_code_is_explained_by_its_cause() -> None:
    def gradient(x, y_pred, y):
        return np.dot(x[:, None], y_pred[:, None] - y)

    with pytest.raises(Misconception, match="different shapes") as wrong:
        by_hand.gradient(gradient)
    assert wrong.value.tag == "shape-mismatch"


def test_checks_leave_the_random_state_of_numpy_torch_and_python_alone() -> None:
    random.seed(1), np.random.seed(1), torch.manual_seed(1)
    before = random.getstate(), np.random.get_state()[1].tolist(), torch.get_rng_state().tolist()
    for book in NOTEBOOKS.values():
        for exercise, solution in book.solutions.items():
            if exercise in book.tests:
                book.judge(exercise, solution)
    after = random.getstate(), np.random.get_state()[1].tolist(), torch.get_rng_state().tolist()
    assert before == after


@pytest.mark.parametrize("seed", [1, 23, 456])
def test_any_seed_tells_a_right_gradient_from_a_wrong_one(seed: int) -> None:
    by_hand.gradient(lambda x, y_pred, y: np.mean(2 * x * (y_pred - y)), seed=seed)
    with pytest.raises(Misconception, match="N = 7 times too large"):
        by_hand.gradient(sum_for_mean, seed=seed)


def test_every_message_names_an_idea_and_has_its_facts() -> None:
    for tag, text in messages.CATALOGUE.items():
        assert text.strip() == text and "  " not in text, tag
        facts = {
            name: 1 for name in re.findall(r"{(\w+)", text.replace("{{", "").replace("}}", ""))
        }
        assert messages.text(tag, **facts)
    with pytest.raises(KeyError):
        messages.text("sum-for-mean")


def test_the_runs_of_a_training_check_cover_zero_epochs_and_a_diverging_rate() -> None:
    x = np.array([1.0, 2.0, 3.0, 4.0])
    for bias in (False, True):
        planned = training.runs(x, 2 * x, bias)
        assert any(run.n_epochs == 0 for run in planned)
        largest = np.linalg.eigvalsh(theory.hessian(x, bias))[-1]
        assert any(run.lr > 2 / largest for run in planned)


def test_a_bug_hunt_answer_is_the_line_whose_repair_makes_the_function_right() -> None:
    cell = next(
        cell.source
        for cell in notebooks.convert(notebooks.SOURCE / "01-by-hand.md").cells
        if cell.source.startswith("def a(x, y, w):")
    )
    lines = {"a": 2, "b": 3, "c": 4}
    by_hand.bug_hunt(lines)
    repairs = {
        "a": "    dw = np.mean(2 * x * error)  # 2",
        "b": "    dw = (-2 * x * error).mean()  # 3",
        "c": "    w = w - lr * dw  # 4",
    }
    x, y = np.array([1.0, 2.0, 4.0]), np.array([2.0, 4.5, 8.0])
    dw, db = np.mean(2 * x * (0.5 * x - y)), np.mean(2 * (0.5 * x + 1 - y))
    dw_b = np.mean(2 * x * (0.5 * x + 1 - y))
    right = {"a": dw, "b": (dw_b, db), "c": 0.5 - 0.1 * dw}
    arguments = {"a": (x, y, 0.5), "b": (x, y, 0.5, 1.0), "c": (x, y, 0.5, 0.1)}
    for name, function in zip("abc", cell.split("\n\n\n"), strict=True):
        broken, mended = {"np": np}, {"np": np}
        number = lines[name]
        exec(function, broken)
        exec(re.sub(rf"^.*# {number}$", repairs[name], function, flags=re.MULTILINE), mended)
        assert not np.allclose(broken[name](*arguments[name]), right[name])
        assert np.allclose(mended[name](*arguments[name]), right[name])
