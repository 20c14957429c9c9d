"""What a cell says that stopped since something is still to do: one line, and an error all the same."""

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat.v4 import new_code_cell, new_notebook

from course.check import history
from course.classroom import notebooks
from helpers.cases import Notebook

STUB = 'raise NotImplementedError("Still to do: put your code in place of this line.")'
CELLS = {
    "import": "from course.figures import by_hand as figures",
    "stubs": f"def train(x):\n    {STUB}\n\n\nclass MySGD:\n    def step(self):\n        {STUB}",
    "value": f"guess = ...\n{STUB}",
    "call": "path = train(1)",
    "inside": "[train(x) for x in range(3)]",
    "method": "MySGD().step()",
    "missing": "print(path)",
    "used": "1 + guess",
    "used in a library": "import numpy as np\nnp.mean(np.array([guess]) * 2.0)",
    "other dots": "1 + ...",
    "own": "def mine():\n    raise NotImplementedError('of my own')\n\n\nmine()",
    "typo": "print(pth)",
    "in itself": "print(later)\nlater = 1",
    "mended": "path = 5",
    "there": "print(path)",
}
AGAIN = "Write your code in its cell, run that cell, then run this one again."
LINES = {
    "value": "NotImplementedError: Still to do: put your code in place of this line.",
    "call": f"NotImplementedError: train is still to do. {AGAIN}",
    "inside": f"NotImplementedError: train is still to do. {AGAIN}",
    "method": f"NotImplementedError: MySGD.step is still to do. {AGAIN}",
    "used": f"TypeError: guess is still to do. {AGAIN}",
    "used in a library": f"TypeError: guess is still to do. {AGAIN}",
    "missing": "NameError: There is no path yet. The cell that makes it stopped before that line: run it "
    "again, and it says why.",
}


@pytest.mark.parametrize(
    ("cell", "binds"),
    [
        ("path = 1", True),
        ("path, w = 1, 2", True),
        ("for path in 'ab': pass", True),
        ("def path(): pass", True),
        ("class path: pass", True),
        ("from os import path", True),
        ("import os as path", True),
        ("print(path)", False),
        ("def f():\n    path = 1", False),
        ("f(path=1)", False),
        ("path = (", False),
        ("path = '\0'", False),
    ],
)
def test_what_binds_a_name_for_the_cells_after_it(cell: str, binds: bool) -> None:
    assert (history.last_to_bind("path", ["", cell]) == cell) is binds


@pytest.mark.parametrize("assignment", notebooks.assignments())
def test_each_notebook_imports_in_its_first_cell_what_has_it_told_so(assignment: str) -> None:
    assert "from course.figures import" in Notebook(assignment).imports


@pytest.fixture(scope="module")
def ran() -> dict[str, nbformat.NotebookNode]:
    """What each cell put out, the next one run all the same."""
    notebook = new_notebook(cells=[new_code_cell(code) for code in CELLS.values()])
    NotebookClient(notebook, allow_errors=True).execute()
    return {name: cell.outputs for name, cell in zip(CELLS, notebook.cells, strict=True)}


@pytest.mark.slow
class TestInAKernel:
    @pytest.mark.parametrize("name", LINES)
    def test_it_is_told_in_one_line(self, ran: dict, name: str) -> None:
        [output] = ran[name]
        assert output.traceback == [LINES[name]]
        assert f"{output.ename}: {output.evalue}" == LINES[name]

    @pytest.mark.parametrize("name", ["own", "typo", "in itself", "other dots"])
    def test_an_error_of_another_kind_keeps_its_traceback(self, ran: dict, name: str) -> None:
        [output] = ran[name]
        assert "Traceback" in "".join(output.traceback)

    def test_what_was_missing_is_there_once_its_cell_has_run(self, ran: dict) -> None:
        assert [output.text for output in ran["there"]] == ["5\n"]

    def test_run_all_stops_there(self) -> None:
        notebook = new_notebook(
            cells=[new_code_cell(CELLS[c]) for c in ("import", "stubs", "call")]
        )
        with pytest.raises(CellExecutionError):
            NotebookClient(notebook).execute()
