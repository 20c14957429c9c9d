"""What students get: up to date, without answers, worth the points that were promised."""

import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

from course.classroom import notebooks
from course.grading import cells

ROOT = notebooks.SOURCE.parent
RELEASE = ROOT / "release"
REGION = re.compile(
    r"^[^\n]*### BEGIN (SOLUTION|HIDDEN TESTS|MARK SCHEME)[^\n]*\n(.*?)^[^\n]*### END \1[^\n]*$",
    re.S | re.M,
)
STUB = re.compile(
    r"^ *# Your code here.*\n *raise NotImplementedError\(.*\)$|^\*Your answer here.*\*$", re.M
)

POINTS = {
    "01-by-hand": {
        "forward": 2,
        "mse_loss": 2,
        "gradient": 4,
        "numerical_gradient": 3,
        "update": 1,
        "train": 5,
        "prediction-rate": 1,
        "bug-hunt": 2,
        "gradient_wb": 3,
        "train_wb": 2,
    },
    "02-autograd": {
        "toy": 2,
        "value_mul": 2,
        "forward": 1,
        "mse_loss": 1,
        "autograd_gradient": 4,
        "prediction-accumulate": 1,
        "update_": 3,
        "clinic": 3,
        "train_autograd": 5,
        "train_until": 3,
    },
    "03-loss-and-optimizer": {
        "prediction-reduction": 1,
        "loss_fn": 1,
        "order": 3,
        "order_matters": 2,
        "my_sgd": 5,
        "train_sgd": 6,
        "lr_max": 3,
        "train_minibatch": 4,
    },
    "04-model": {
        "prediction-bias": 1,
        "linear_regression": 5,
        "pick_device": 2,
        "train_model": 7,
        "unscale": 3,
        "best_rate": 2,
        "epochs_needed": 2,
        "reflection": 3,
    },
}
"""Points of each exercise; `reflection` is graded by hand."""

each_notebook = pytest.mark.parametrize("assignment", POINTS)


def source(assignment: str) -> NotebookNode:
    return nbformat.read(notebooks.path(assignment), as_version=4)


def release(assignment: str) -> NotebookNode:
    return nbformat.read(RELEASE / assignment / f"{assignment}.ipynb", as_version=4)


def graded(notebook: NotebookNode, kind: str) -> dict[str, NotebookNode]:
    """The cells of ``notebook`` whose nbgrader flag ``kind`` is set, by grade_id."""
    return {cells.grade_id(cell): cell for cell in notebook.cells if cells.is_flagged(cell, kind)}


def judges_of(exercise: str, notebook: NotebookNode) -> list[NotebookNode]:
    """The cells that carry the points of ``exercise``."""
    exercises = graded(notebook, "solution")
    every = graded(notebook, "grade").items()
    return [cell for name, cell in every if cells.exercise_of(name, exercises) == exercise]


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".ipynb_checkpoints" not in path.parts
    }


def test_it_is_the_one_that_nbgrader_makes_now(tmp_path: Path) -> None:
    options = ["--no-db", "--assignment", "0*", "--log-level", "ERROR"]
    elsewhere = f"--CourseDirectory.release_directory={tmp_path}"
    subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", *options, elsewhere],
        cwd=ROOT,
        check=True,
    )
    fresh, ours = files(tmp_path), files(RELEASE)
    assert fresh.keys() == {f"{name}/{name}.ipynb" for name in POINTS}, "nothing but notebooks"
    stale = [name for name in fresh.keys() | ours.keys() if fresh.get(name) != ours.get(name)]
    assert not stale, "release/ is stale: run `make release`"


@each_notebook
def test_no_answer_no_hidden_test_and_no_mark_scheme_is_in_it(assignment: str) -> None:
    text = (RELEASE / assignment / f"{assignment}.ipynb").read_text(encoding="utf-8")
    assert not re.search("(BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)", text)
    released = {cell.id: cell for cell in release(assignment).cells}
    for cell in source(assignment).cells:
        shown = REGION.sub("", cell.source)
        for _, secret in REGION.findall(cell.source):
            assert secret.strip()
            for line in map(str.strip, secret.splitlines()):
                if len(line) > 5 and line not in shown:
                    assert line not in released[cell.id].source
    assert not [cell for cell in released.values() if cell.get("outputs")]


@each_notebook
def test_a_stub_differs_from_its_solution_inside_the_region_only(assignment: str) -> None:
    stubs = graded(release(assignment), "solution")
    for exercise, cell in graded(source(assignment), "solution").items():
        kept = REGION.split(cell.source)[::3]
        assert len(kept) > 1, f"{exercise} marks no region"
        assert STUB.split(stubs[exercise].source) == kept, exercise


@each_notebook
def test_everything_outside_the_exercises_is_as_in_the_source(assignment: str) -> None:
    header = len(nbformat.read(notebooks.SOURCE / "header.ipynb", as_version=4).cells)
    ours, theirs = source(assignment).cells, release(assignment).cells[header:]
    assert [cell.id for cell in ours] == [cell.id for cell in theirs]
    for mine, yours in zip(ours, theirs, strict=True):
        if "nbgrader" not in mine.metadata:
            assert mine.source == yours.source


@each_notebook
def test_every_exercise_is_worth_its_points(assignment: str) -> None:
    notebook = source(assignment)
    points = {
        exercise: sum(cell.metadata.nbgrader.points for cell in judges_of(exercise, notebook))
        for exercise in graded(notebook, "solution")
    }
    assert points == POINTS[assignment]
    every = graded(notebook, "grade").values()
    assert sum(cell.metadata.nbgrader.points for cell in every) == 25


def test_three_of_a_hundred_points_are_given_by_hand() -> None:
    graded_by_hand = by_machine = 0
    for assignment in POINTS:
        for cell in graded(source(assignment), "grade").values():
            if cell.metadata.nbgrader.solution:
                graded_by_hand += cell.metadata.nbgrader.points
            else:
                by_machine += cell.metadata.nbgrader.points
    assert (by_machine, graded_by_hand) == (97, 3)


@each_notebook
def test_large_exercises_have_two_tests(assignment: str) -> None:
    notebook = source(assignment)
    for exercise, points in POINTS[assignment].items():
        judges = judges_of(exercise, notebook)
        assert len(judges) == (2 if points >= 4 else 1), exercise


@each_notebook
def test_locked_cells_are_the_tests_and_the_rubric_and_nothing_else(assignment: str) -> None:
    for cell in release(assignment).cells:
        locked = cells.is_flagged(cell, "locked")
        assert locked == (cell.metadata.get("editable") is False)
        assert locked == (cells.is_test(cell) or cells.grade_id(cell) == "reflection-rubric")


def test_the_page_about_the_reflection_has_the_rubric_of_the_notebook() -> None:
    page = (ROOT / "docs" / "reflection.md").read_text(encoding="utf-8")
    rubric = graded(source("04-model"), "locked")["reflection-rubric"].source
    [(_, hidden)] = REGION.findall(rubric)
    for line in filter(None, hidden.splitlines()):
        assert " ".join(line.split()) in " ".join(page.split())


@pytest.mark.slow
@each_notebook
def test_an_untouched_release_stops_with_not_implemented_only(
    assignment: str, tmp_path: Path
) -> None:
    notebook = release(assignment)
    NotebookClient(
        notebook, timeout=120, allow_errors=True, resources={"metadata": {"path": tmp_path}}
    ).execute()
    failed = set()
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                failed.add(cell.id)
                said = f"{output.ename}: {output.evalue}\n{cell.source}"
                assert output.ename == "NotImplementedError", said
                assert "till to do" in output.evalue, said
                assert "Traceback" not in "".join(output.traceback), said
    undone = graded(notebook, "solution").keys() - {"reflection"}
    assert {f"test-{exercise}" for exercise in undone} <= failed
