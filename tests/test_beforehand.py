"""What processes import before they are forked is what an assignment needs, and nothing that it does not."""

from pathlib import Path

import nbformat
import pytest

from course.grading import beforehand

FLAGS = {
    "": {},
    "solution": {"solution": True, "grade": False, "locked": False},
    "test": {"solution": False, "grade": True, "locked": True, "points": 1},
    "read-only": {"solution": False, "grade": False, "locked": True},
}
NUMPY, TORCH, PYPLOT = "import numpy as np", "import torch", "import matplotlib.pyplot as plt"
USED = "assert f(np.ones(3)) == 3"
CASES = {
    "nothing": ([("", "x = 1"), ("test", "assert x == 1")], [], []),
    "the student's is for candidates": ([("", NUMPY), ("test", "assert f(3) == 3")], [NUMPY], []),
    "what a test mentions is for both": ([("", NUMPY), ("test", USED)], [NUMPY], [NUMPY]),
    "a test's own is for both": ([("test", f"{NUMPY}\n{USED}")], [NUMPY], [NUMPY]),
    "what a test mentions by way of a read-only cell": (
        [("", NUMPY), ("", PYPLOT), ("read-only", "one = np.ones(1)"), ("test", "f(one)")],
        [NUMPY, "import matplotlib.pyplot", PYPLOT],
        [NUMPY],
    ),
    "training": (
        [("", TORCH), ("solution", "o = torch.optim.SGD([])"), ("test", "torch.equal(a, b)")],
        [TORCH, beforehand.LATE],
        [TORCH],
    ),
    "training in a test": (
        [("", TORCH), ("test", "torch.optim.SGD(f())")],
        [TORCH, beforehand.LATE],
        [TORCH, beforehand.LATE],
    ),
    "torch without training": ([("", TORCH), ("test", "torch.ones(1)")], [TORCH], [TORCH]),
    "another's optimizer": (
        [("", "from scipy import optimize"), ("test", "f(optimize)")],
        ["from scipy import optimize"],
        ["from scipy import optimize"],
    ),
}
"""Cells; what candidates import, and what examiners do."""


def write(folder: Path, cells: list[tuple[str, str]]) -> str:
    folder.mkdir()
    made = [
        nbformat.v4.new_code_cell(
            source, metadata={"nbgrader": FLAGS[kind] | {"grade_id": f"c{n}"}}
        )
        for n, (kind, source) in enumerate(cells)
    ]
    nbformat.write(nbformat.v4.new_notebook(cells=made), folder / f"{folder.name}.ipynb")
    return str(folder)


@pytest.mark.parametrize("case", CASES)
def test_each_side_imports_what_it_needs(tmp_path: Path, case: str) -> None:
    cells, candidates, examiners = CASES[case]
    told = beforehand.imports((write(tmp_path / "one", cells),))
    assert told == ("\n".join(candidates), "\n".join(examiners))


def test_an_assignment_does_not_wait_for_what_another_imports(tmp_path: Path) -> None:
    one, other = write(tmp_path / "one", [("", NUMPY)]), write(tmp_path / "two", [("", TORCH)])
    assert beforehand.imports((one,)) == (NUMPY, "")
    assert beforehand.imports((one, other)) == (f"{NUMPY}\n{TORCH}", "")


def test_an_assignment_that_is_not_there_imports_nothing(tmp_path: Path) -> None:
    assert beforehand.imports((str(tmp_path / "none"),)) == ("", "")
