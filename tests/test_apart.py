"""Cases of every message through candidate and examiner: the same words as in one process.

All right cases, since what is right crosses in many forms, and of the wrong ones one for each message that a
notebook can tell: the exercises of a notebook share what finds it. Both draw the hidden data from a key, another
one for each exercise: what stands in `test_bank` is not judged again. Some cases of an exercise share a notebook,
one below the other, since starting it takes longer than most cases do. Who is told something else there is judged
once more alone, and that counts.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from hashlib import sha256
from itertools import groupby
from pathlib import Path

import nbformat
import pytest

from course.check.verdict import Misconception
from course.classroom import notebooks
from course.grading import beforehand, cells, workers
from course.grading.job import Job
from course.grading.workers import Settings
from helpers.boxed import SANDBOXED
from helpers.cases import Case, Notebook, representatives

pytestmark = pytest.mark.slow

PATH = Path(__file__)
NOTEBOOKS = {name: Notebook(name) for name in notebooks.assignments()}
IMPORTS = "\n".join([*(notebook.imports for notebook in NOTEBOOKS.values()), beforehand.LATE])
TEST = {"grade": True, "solution": False, "locked": True, "points": 1, "schema_version": 3}


SETTINGS = Settings((IMPORTS, IMPORTS), sandboxed=SANDBOXED)
TOGETHER = 10
"""How many cases share a notebook, at most."""


def chosen() -> list[Case]:
    """The right cases, and the first wrong one of each message, in the order of a notebook's exercises."""
    exercises = [(name, exercise) for name, book in NOTEBOOKS.items() for exercise in book.tests]
    found: dict[object, Case] = {}
    for case in sorted(
        representatives(), key=lambda c: exercises.index((c.assignment, c.exercise))
    ):
        found.setdefault((case.assignment, case.tag) if case.tag else case, case)
    return list(found.values())


def key(case: Case) -> str:
    """What the hidden data of an exercise is drawn from."""
    return sha256(f"apart {case.assignment} {case.exercise}".encode()).hexdigest()


def job(cases: Sequence[Case]) -> Job:
    """A notebook with all solutions, the first case among them and its tests below; then the others."""
    first, *others = cases
    notebook = NOTEBOOKS[first.assignment]
    solutions = notebook.solutions | {first.exercise: first.code}
    code = [notebook.imports, notebook.given, *solutions.values()]
    made = [*map(nbformat.v4.new_code_cell, code), *cells_that_judge(first, 0)]
    for place, case in enumerate(others, start=1):
        made += [nbformat.v4.new_code_cell(case.code), *cells_that_judge(case, place)]
    return Job(nbformat.writes(nbformat.v4.new_notebook(cells=made)), key=key(first))


def cells_that_judge(case: Case, place: int) -> list[nbformat.NotebookNode]:
    """The test cells of a case's exercise, named by the case's place among those of its notebook."""
    made = [
        nbformat.v4.new_code_cell(code) for code in NOTEBOOKS[case.assignment].tests[case.exercise]
    ]
    for number, cell in enumerate(made):
        cell.metadata["nbgrader"] = TEST | {"grade_id": f"{place}-{number}"}
    return made


def said_apart(cases: Sequence[Case]) -> dict[Case, str | None]:
    """The first complaint of the test cells of each case, None if there is none."""
    said = dict.fromkeys(cases)
    executed = workers.execute(SETTINGS, job(cases)).notebook
    for cell in filter(cells.is_test, nbformat.reads(executed, as_version=4).cells):
        case = cases[int(cells.grade_id(cell).partition("-")[0])]
        for output in cell.outputs:
            if output.output_type == "error":
                said[case] = said[case] or f"{output.ename}: {output.evalue}"
    return said


def said_here(case: Case) -> tuple[str | None, str | None]:
    """What the same test cells say in this process: the tag, and the complaint."""
    try:
        NOTEBOOKS[case.assignment].judge(case.exercise, case.code, key=key(case))
    except Misconception as verdict:
        return verdict.tag, f"{type(verdict).__name__}: {verdict}"
    return None, None


@pytest.fixture(scope="module")
def together(request: pytest.FixtureRequest) -> Iterator[dict[Case, Future]]:
    """By case: what is said of those that share its notebook. All that are asked for are sent."""
    asked = [item.callspec.params["case"] for item in request.session.items if item.path == PATH]
    groups = [
        list(group) for _, group in groupby(asked, lambda case: (case.assignment, case.exercise))
    ]
    parts = [group[at : at + TOGETHER] for group in groups for at in range(0, len(group), TOGETHER)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        sent = [(part, pool.submit(said_apart, part)) for part in parts]
        yield {case: future for part, future in sent for case in part}
        pool.shutdown(cancel_futures=True)
    workers.close()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("case", chosen(), ids=str)
def test_a_case_gets_the_same_verdict_apart(together: dict[Case, Future], case: Case) -> None:
    tag, here = said_here(case)
    assert tag == case.tag, here
    if together[case].result()[case] != here:
        assert said_apart([case])[case] == here
