"""The bank's cases: what a student could have written, and the verdict it must get.

A file `bank/ASSIGNMENT/EXERCISE.py` holds cases, one after the other:

    # %% right: mean of the products
    def gradient(x, y_pred, y): ...

    # %% wrong sum-for-mean: dot already sums
    def gradient(x, y_pred, y): ...

Each stands in place of the exercise's solution in an otherwise right notebook; the notebook's own
test cells judge it.
"""

import ast
import linecache
import os
import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Literal
from unittest import mock

from nbformat import NotebookNode

from course.classroom import cases, notebooks
from course.classroom.cases import Case
from course.grading import cells

BANK = Path(__file__).parents[1] / "bank"

HIDDEN = re.compile(r"^### BEGIN HIDDEN TESTS$.*?^### END HIDDEN TESTS$", re.S | re.M)
"""What a released test cell does not have."""


def read(path: Path) -> list[Case]:
    """All cases of one file of the bank."""
    return [
        Case(path.parent.name, path.stem, tag, what, code)
        for _, tag, what, code in cases.split(path)[1]
    ]


def key(case: Case, place: str) -> str:
    """What the hidden data is drawn from when ``case`` is judged: another for each, always the same."""
    return sha256(f"{place} {case.assignment} {case.exercise} {case.code}".encode()).hexdigest()


def bank() -> list[Case]:
    """All cases."""
    return [case for path in sorted(BANK.glob("*/*.py")) for case in read(path)]


def representatives() -> list[Case]:
    """Of each exercise the right cases, and of the wrong ones the first of each cause."""
    first = {(case.assignment, case.exercise, case.tag or case.code): case for case in bank()[::-1]}
    return list(first.values())[::-1]


class Notebook:
    """The code of a reference notebook, to run parts of it in plain Python.

    Attributes:
        given: code of the cells that only define what exercises may use.
        solutions: code of each exercise, by name, in order.
        test_cells: all test cells, in order.
        tests: code of each exercise's test cells, by name of the exercise.
    """

    def __init__(self, assignment: str) -> None:
        every = notebooks.convert(notebooks.SOURCE / f"{assignment}.md").cells
        code = [cell for cell in every if cell.cell_type == "code"]
        self.imports = code[0].source
        self.given = "\n\n".join(cell.source for cell in code if _only_defines(cell))
        self.solutions: dict[str, str] = {}
        self.tests: dict[str, list[str]] = {}
        self.test_cells: list[NotebookNode] = []
        for cell in code:
            name = cells.grade_id(cell)
            if cells.is_flagged(cell, "solution"):
                self.solutions[name] = cell.source
            elif cells.is_test(cell):
                exercise = cells.exercise_of(name, self.solutions)
                self.tests.setdefault(exercise, []).append(cell.source)
                self.test_cells.append(cell)

    def judge(
        self,
        exercise: str,
        code: str,
        others: Mapping[str, str] = {},
        key: str = "",
        part: Literal["all", "visible", "hidden"] = "all",
    ) -> None:
        """Run all solutions, with ``code`` for ``exercise``, then the exercise's test cells.

        Args:
            others: code for further exercises, by name.
            key: what hidden data is drawn from, beside the seeds that the test cells name.
            part: of the tests, "all" as while a submission is graded, "visible" as at home, or those
                "hidden" alone, where the exercise has any.

        Raises:
            Misconception, NotImplementedError: what a test cell said.
        """
        space = self.run({**others, exercise: code})
        with mock.patch.dict(os.environ, GRADING_KEY=key):
            tests = self.tests[exercise]
            if part == "hidden" and not any(map(HIDDEN.search, tests)):
                part = "all"
            for test in tests:
                exec(_part_of(test, part), space)

    def run(self, answers: Mapping[str, str] = {}) -> dict[str, object]:
        """The names that the solutions define, with ``answers`` in place of some of them."""
        space: dict[str, object] = {"__name__": "__main__"}
        run_as_cell("given", f"{self.imports}\n{self.given}", space)
        for name, solution in self.solutions.items():
            run_as_cell(name, answers.get(name, solution), space)
        return space


def run_as_cell(name: str, code: str, space: dict[str, object]) -> None:
    """Run ``code`` as a cell, whose lines Python can show as it can those of a notebook."""
    cell = f"<{name}-{sha256(code.encode()).hexdigest()[:16]}>"
    linecache.cache[cell] = (len(code), None, code.splitlines(keepends=True), cell)
    exec(compile(code, cell, "exec"), space)


def _only_defines(cell: NotebookNode) -> bool:
    """Whether a cell is no exercise and no test, and has nothing in it but functions and classes."""
    if cells.is_flagged(cell, "solution") or cells.is_test(cell):
        return False
    statements = ast.parse(cell.source).body
    return all(isinstance(s, ast.FunctionDef | ast.ClassDef) for s in statements)


def _part_of(test: str, part: str) -> str:
    """The code of a test cell that belongs to a part of it; see `Notebook.judge`."""
    if part == "visible":
        return HIDDEN.sub("", test)
    if part == "hidden":
        return re.sub(r"^check\.(?!.*\bseed=).*$", "", test, flags=re.M)
    return test
