"""Attacks on the mark: a student's code tries to earn points, or to cost others theirs.

A file of `attacks/score` is one attack: what is tried and what must hold, then the cells of a
notebook, each after a line that says whose it is:

    # %%                                  the student's
    # %% solutions ASSIGNMENT             the student's: right ones, of all its exercises
    # %% channel                          the student's, here: finds the channel to the examiner
    # %% file NAME                        a file that the student handed in with the notebook
    # %% given                            a read-only cell of the instructor's
    # %% test                             a test of the instructor's: must give no points
    # %% check ASSIGNMENT EXERCISE        the tests of that exercise: must give no points
    # %% check ASSIGNMENT                 the same, of all its exercises
    # %% test kept, # %% check … kept     must give all their points, in spite of what is tried
    # %% check … told                     may give points, if a person is told to look

A person is told of nothing in a file whose name starts with "honest".
"""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbgrader.utils import determine_grade, is_grade

from course.grading import beforehand
from course.grading.execute import Executor
from course.grading.job import APART, Job
from course.grading.problem import Problem
from helpers.cases import Notebook

pytestmark = pytest.mark.slow

ATTACKS = sorted((Path(__file__).parent / "attacks" / "score").glob("*.py"))
IMPORTS = "import numpy as np\nimport torch\nimport matplotlib.pyplot as plt\n"
IMPORTS += "from course.check import by_hand as check"
KEY = "5ec2e7" + 58 * "0"
"""What the hidden data is drawn from."""

SECONDS = 5.0
"""Time limit of a cell that attacks."""

CHANNEL = """
import gc
from course.grading.candidate import Candidate
candidate = next(thing for thing in gc.get_objects() if type(thing) is Candidate)
channel = candidate.wire._sock
"""


HONEST = """
# %% solutions 01-by-hand

# %% check 01-by-hand gradient kept

# %%
def square(x):
    return x * x

# %% test kept
assert square(3) == 9
"""


class Attack:
    """A notebook handed in, and the marks that it must get."""

    def __init__(self, text: str) -> None:
        self.cells: list[NotebookNode] = []
        self.files: dict[str, bytes] = {}
        self.marks: list[float | None] = []
        _, *parts = re.split(r"^# %%(.*)\n", text, flags=re.MULTILINE)
        for header, code in zip(parts[::2], parts[1::2], strict=True):
            self._add(header.split(), code.strip())

    def job(self) -> Job:
        """What is executed; not also beside the student's code, which could forge what it says there."""
        notebook = nbformat.writes(nbformat.v4.new_notebook(cells=self.cells))
        return Job(notebook, self.files, IMPORTS, way=APART, key=KEY, cell_seconds=SECONDS)

    def _add(self, header: list[str], code: str) -> None:
        match header:
            case []:
                self._cell(code, solution=True)
            case ["solutions", assignment]:
                reference = notebook(assignment)
                for right in (reference.imports, reference.given, *reference.solutions.values()):
                    self._cell(right, solution=True)
            case ["channel"]:
                self._cell(CHANNEL, solution=True)
            case ["file", name]:
                self.files[name] = code.encode()
            case ["given"]:
                self._cell(code, locked=True)
            case ["test", *must]:
                self._test(code, must)
            case ["check", assignment, ("kept" | "told") as must]:
                for exercise in notebook(assignment).tests:
                    self._add(["check", assignment, exercise, must], "")
            case ["check", assignment]:
                for exercise in notebook(assignment).tests:
                    self._add(["check", assignment, exercise], "")
            case ["check", assignment, exercise, *must]:
                for test in notebook(assignment).tests[exercise]:
                    self._test(test, must)
            case _:
                raise ValueError(f"no such cell: {header}")

    def _test(self, code: str, must: list[str]) -> None:
        self.marks.append(None if must == ["told"] else float(must == ["kept"]))
        self._cell(code, grade=True, locked=True, points=1)

    def _cell(self, code: str, **flags: object) -> None:
        cell = nbformat.v4.new_code_cell(code)
        none = {"grade": False, "solution": False, "locked": False, "schema_version": 3}
        cell.metadata["nbgrader"] = none | flags | {"grade_id": f"cell-{len(self.cells)}"}
        self.cells.append(cell)


@cache
def notebook(assignment: str) -> Notebook:
    """The reference notebook of ``assignment``."""
    return Notebook(assignment)


def is_told(executed: str) -> bool:
    """Whether a person is asked to look at an executed notebook."""
    return "touched" in nbformat.reads(executed, as_version=4).metadata.get("downhill", {})


def marks(executed: str) -> list[float]:
    """What nbgrader gives for each test of an executed notebook."""
    cells = nbformat.reads(executed, as_version=4).cells
    return [determine_grade(cell)[0] for cell in cells if is_grade(cell)]


def warm_processes(executor: Executor) -> list[tuple[int, int | None]]:
    """Pid and, if it has ended, status of the two warm processes."""
    both = (executor.candidates, executor.examiners)
    return [(warm.process.pid, warm.process.poll()) for warm in both]


@pytest.fixture(scope="module")
def executor() -> Iterator[Executor]:
    """The same two warm processes for all attacks."""
    try:
        executor = Executor((f"{IMPORTS}\n{beforehand.LATE}", IMPORTS))
    except Problem as reason:
        pytest.skip(str(reason))
    executor.execute(Attack(HONEST).job())
    yield executor
    executor.close()


@pytest.mark.parametrize("path", ATTACKS, ids=lambda path: path.stem)
def test_an_attack_earns_nothing_and_costs_nobody(
    executor: Executor, path: Path, record_property
) -> None:
    record_property("attacks: score", 1)
    attack = Attack(path.read_text())
    before = warm_processes(executor)
    with ThreadPoolExecutor() as pool:
        attacked, beside = pool.map(executor.execute, (attack.job(), Attack(HONEST).job()))
    found = zip(marks(attacked.notebook), attack.marks, strict=True)
    assert [(mark, must) for mark, must in found if must not in (None, mark)] == []
    if None in attack.marks:
        assert is_told(attacked.notebook)
    if path.stem.startswith("honest"):
        assert not is_told(attacked.notebook)
    assert set(marks(beside.notebook)) == {1.0}
    assert warm_processes(executor) == before
    assert {status for _, status in before} == {None}
