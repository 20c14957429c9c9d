"""What Validate tells a student whose notebook has lost cells."""

import nbformat
import pytest
from nbformat import NotebookNode
from nbgrader.utils import determine_grade

from course.classroom import notebooks
from course.plugins.validate import name_lost_cells

RELEASE = notebooks.SOURCE.parent / "release"


def released(assignment: str) -> NotebookNode:
    return nbformat.read(RELEASE / assignment / f"{assignment}.ipynb", as_version=4)


def told_without(notebook: NotebookNode, *lost: str) -> list[str]:
    """What is told about ``notebook`` without these cells."""
    kept = [cell for cell in notebook.cells if cell.id not in lost]
    notebook.cells = list(kept)
    name_lost_cells(notebook)
    told = [cell for cell in notebook.cells if cell not in kept]
    assert all(determine_grade(cell) == (0, 1) for cell in told), "Validate shows failed tests only"
    return [" ".join(cell.outputs[0].traceback) for cell in told]


@pytest.mark.parametrize("assignment", notebooks.assignments())
def test_a_notebook_as_it_was_handed_out_has_lost_nothing(assignment: str) -> None:
    assert told_without(released(assignment)) == []


@pytest.mark.parametrize("lost", ["gradient", "test-gradient", "test-gradient-general"])
def test_a_lost_answer_or_test_is_named(lost: str) -> None:
    (told,) = told_without(released("01-by-hand"), lost)
    assert told.startswith(f"This notebook was handed out with a cell {lost}, and has lost it.")


def test_several_lost_cells_are_named_in_the_order_of_the_notebook() -> None:
    told = told_without(released("01-by-hand"), "train", "test-gradient", "gradient")
    assert [text.split()[8] for text in told] == ["gradient,", "test-gradient,", "train,"]


def test_a_notebook_of_another_course_is_left_alone() -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")])
    assert told_without(notebook) == []
