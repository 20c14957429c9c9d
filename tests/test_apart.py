"""Cases of every cause through candidate and examiner: the same words as in one process.

Both draw the hidden data from a key, another one for each case: what stands in `test_bank` is not judged
again.
"""

import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import nbformat
import pytest

from course.check.verdict import Misconception
from course.classroom import notebooks
from course.grading import workers
from course.grading.job import Job
from course.grading.workers import Settings
from helpers.boxed import SANDBOXED
from helpers.cases import Case, Notebook, key, representatives

pytestmark = pytest.mark.slow

PATH = Path(__file__)
NOTEBOOKS = {name: Notebook(name) for name in notebooks.assignments()}
IMPORTS = "\n".join(notebook.imports for notebook in NOTEBOOKS.values())
TEST = {"grade": True, "solution": False, "locked": True, "points": 1, "schema_version": 3}


def job(case: Case) -> Job:
    """A notebook with all solutions, the case among them, and the exercise's test cells."""
    notebook = NOTEBOOKS[case.assignment]
    solutions = notebook.solutions | {case.exercise: case.code}
    cells = [
        nbformat.v4.new_code_cell(code)
        for code in (notebook.imports, notebook.given, *solutions.values())
    ]
    for number, test in enumerate(notebook.tests[case.exercise]):
        cell = nbformat.v4.new_code_cell(test)
        cell.metadata["nbgrader"] = TEST | {"grade_id": f"test-{number}"}
        cells.append(cell)
    notebook_with_tests = nbformat.v4.new_notebook(cells=cells)
    return Job(nbformat.writes(notebook_with_tests), key=key(case, "apart"))


def said_apart(executed: str) -> str | None:
    """The first complaint of a test cell, None if there is none."""
    cells = nbformat.reads(executed, as_version=4).cells
    for cell in cells:
        for output in cell.get("outputs", []):
            if "nbgrader" in cell.metadata and output.output_type == "error":
                return f"{output.ename}: {output.evalue}"
    return None


def said_here(case: Case) -> tuple[str | None, str | None]:
    """What the same test cells say in this process: the tag, and the complaint."""
    try:
        NOTEBOOKS[case.assignment].judge(case.exercise, case.code, key=key(case, "apart"))
    except Misconception as verdict:
        return verdict.tag, f"{type(verdict).__name__}: {verdict}"
    return None, None


@pytest.fixture(scope="module")
def executed(request: pytest.FixtureRequest) -> Iterator[dict[Case, Future]]:
    """Every case that is asked for, sent to be executed."""
    asked = [item.callspec.params["case"] for item in request.session.items if item.path == PATH]
    settings = Settings((IMPORTS, IMPORTS), sandboxed=SANDBOXED)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield {case: pool.submit(workers.execute, settings, job(case)) for case in asked}
        pool.shutdown(cancel_futures=True)
    workers.close()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("case", representatives(), ids=str)
def test_a_case_gets_the_same_verdict_apart(executed: dict[Case, Future], case: Case) -> None:
    tag, here = said_here(case)
    assert tag == case.tag, here
    assert said_apart(executed[case].result().notebook) == here
