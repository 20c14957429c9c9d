"""The bank's cases: what a student could have written, and the verdict it must get.

A file `bank/ASSIGNMENT/EXERCISE.py` holds cases, one after the other:

    # %% right: mean of the products
    def gradient(x, y_pred, y): ...

    # %% wrong sum-for-mean: dot already sums
    def gradient(x, y_pred, y): ...

Each stands in place of the exercise's solution in an otherwise right notebook; the notebook's own
test cells judge it.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from course.classroom import notebooks

BANK = Path(__file__).parent / "bank"
HEAD = re.compile(r"^# %% (?:(right)|wrong ([\w-]+)): (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """One solution. ``tag`` is the misconception it must be told, None if it is right."""

    assignment: str
    exercise: str
    tag: str | None
    what: str
    code: str

    def __str__(self) -> str:
        return f"{self.exercise}: {self.tag or 'right'}, {self.what}"


def read(path: Path) -> list[Case]:
    """All cases of one file of the bank."""
    _, *parts = HEAD.split(path.read_text(encoding="utf-8"))
    return [
        Case(path.parent.name, path.stem, tag, what, code.strip())
        for _, tag, what, code in zip(*[iter(parts)] * 4, strict=True)
    ]


def bank() -> list[Case]:
    """All cases."""
    return [case for path in sorted(BANK.glob("*/*.py")) for case in read(path)]


class Notebook:
    """The code of a reference notebook, to run parts of it in plain Python.

    Attributes:
        solutions: code of each exercise, by name, in order.
        tests: code of each exercise's test cells, by name of the exercise.
    """

    def __init__(self, assignment: str) -> None:
        cells = notebooks.convert(notebooks.SOURCE / f"{assignment}.md").cells
        code = [cell for cell in cells if cell.cell_type == "code"]
        self.imports = code[0].source
        self.solutions: dict[str, str] = {}
        self.tests: dict[str, list[str]] = {}
        for cell in code:
            grader = cell.metadata.get("nbgrader", {})
            if grader.get("solution"):
                self.solutions[grader["grade_id"]] = cell.source
            elif grader.get("grade"):
                name = grader["grade_id"].removeprefix("test-")
                exercise = next(
                    known
                    for known in self.solutions
                    if name == known or name.startswith(f"{known}-")
                )
                self.tests.setdefault(exercise, []).append(cell.source)

    def judge(self, exercise: str, code: str) -> None:
        """Run all solutions, with ``code`` for ``exercise``, then the exercise's test cells.

        Raises:
            Misconception, NotImplementedError: what a test cell said.
        """
        space: dict[str, object] = {"__name__": "__main__"}
        exec(self.imports, space)
        for name, solution in self.solutions.items():
            exec(code if name == exercise else solution, space)
        for test in self.tests[exercise]:
            exec(test, space)
