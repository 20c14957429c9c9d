"""What a test of another course asks, one small notebook a thing: never too high, never silently too low.

`other_courses/*.toml` has them. What stock nbgrader gives is measured here: their cells run in one process,
and in a real kernel for some of them.
"""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from nbformat import NotebookNode

from course.grading import cells, workers
from helpers import other_cases, other_courses
from helpers.other_cases import Case
from helpers.other_courses import Folder

pytestmark = pytest.mark.slow

CASES = other_cases.read()
NAME = "notebook"
IN_A_KERNEL = CASES[::30]

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.about}: {case.name}")


@pytest.fixture(scope="module")
def stock() -> dict[str, list[list[bool]]]:
    """By assignment: of each submission, of each test, whether it is passed in one process."""
    parts = CASES[::2], CASES[1::2]
    with ThreadPoolExecutor(len(parts)) as threads:
        found = list(threads.map(other_cases.stock, parts))
    return {
        case.assignment: passed
        for part, told in zip(parts, found, strict=True)
        for case, passed in zip(part, told, strict=True)
    }


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, list[list[NotebookNode]]]]:
    """By assignment: of each submission, its executed tests. All are assignments of one course."""
    folder = Folder(tmp_path_factory.mktemp("other") / "course")
    for case in CASES:
        folder.write(case.assignment, NAME, case.source(), case.beside)

    def executed(case: Case) -> list[list[NotebookNode]]:
        jobs = [folder.job(case.assignment, NAME, made) for made in case.submissions()]
        notebooks = map(folder.executed, jobs)
        return [[cell for cell in nb.cells if cells.is_test(cell)] for nb in notebooks]

    with ThreadPoolExecutor(os.cpu_count()) as threads:
        every = threads.map(executed, CASES)
        yield {case.assignment: tests for case, tests in zip(CASES, every, strict=True)}
    workers.close()


@each_case
def test_stock_nbgrader_tells_right_from_wrong(case: Case, stock: dict) -> None:
    right, *wrong = stock[case.assignment]
    assert all(right)
    assert not any(map(all, wrong))


@each_case
def test_no_mark_is_another_than_that_of_stock_nbgrader(
    case: Case, stock: dict, ours: dict
) -> None:
    waiting = []
    for tests, expected in zip(ours[case.assignment], stock[case.assignment], strict=True):
        for test, passed in zip(tests, expected, strict=True):
            mark = other_courses.mark(test)
            if mark is None:
                waiting.append(other_courses.said(test))
            else:
                assert (mark > 0) is passed, other_courses.said(test)
    assert case.person or not waiting


@pytest.mark.parametrize("case", IN_A_KERNEL, ids=lambda case: f"{case.about}: {case.name}")
def test_one_process_says_what_a_kernel_does(case: Case, stock: dict, tmp_path: Path) -> None:
    executed = other_courses.stock(case.source(), tmp_path / "kernel", case.beside)
    marks = other_courses.marks(executed)
    assert [mark > 0 for mark in marks.values()] == stock[case.assignment][0]
