"""A test whose two runs, apart from the student's code and beside it, do not agree waits for a person."""

import nbformat
import pytest
from nbgrader.utils import determine_grade

from course.grading.job import BESIDE, BOTH, NOT_GRADED, Executed, Job
from course.grading.second import is_sure, points, settled
from test_examiner import complaint, executed, printed, solution, test

RESULT = nbformat.v4.new_output("execute_result", {"text/plain": "0.5"})
ODD_RESULT = nbformat.v4.new_output("execute_result", {"text/plain": "fine"})
ERROR = nbformat.v4.new_output("error", ename="ValueError", evalue="", traceback=[])
WARNED = nbformat.v4.new_output("stream", name="stderr", text="careful")
PRINTED = nbformat.v4.new_output("stream", name="stdout", text="fine")


@pytest.mark.parametrize(
    "outputs",
    [[], [PRINTED], [RESULT], [ODD_RESULT], [ERROR], [WARNED], [PRINTED, RESULT], [RESULT, ERROR]],
    ids=str,
)
def test_points_are_those_that_nbgrader_reads(outputs: list[nbformat.NotebookNode]) -> None:
    cell = test("")
    cell.outputs = outputs
    assert (points(cell), 1) == determine_grade(cell)


@pytest.mark.parametrize(
    ("source", "sure"),
    [
        ("from course.check import by_hand as check\n\ncheck.forward(forward, seed=11)", True),
        ("print('Nothing yet.')\nfrom course.check import by_hand\nby_hand.update(update)", True),
        ("check.forward(forward)", False),
        ("from course.check import by_hand as check\ncheck.forward(forward(1))", False),
        ("from course.check import by_hand as check\nassert check.forward(forward) is None", False),
        ("from mine import check\ncheck.forward(forward)", False),
        ("assert f(1) == 2", False),
        ("print(f(1))", False),
    ],
)
def test_only_a_test_that_leaves_all_to_checks_needs_no_second_opinion(
    source: str, sure: bool
) -> None:
    assert is_sure(source) is sure


AGREE = [
    ("def f(x): return 2 * x", "assert f(3) == 6", 1),
    ("def f(x): return x", "assert f(3) == 6", 0),
    ("def f(x): return 2 * x", "0.5 if f(3) == 6 else 0", 0.5),
]


@pytest.mark.parametrize(("written", "asserted", "given"), AGREE)
def test_where_both_agree_these_are_the_points(written: str, asserted: str, given: float) -> None:
    _, verdict = executed(solution(written), test(asserted))
    assert points(verdict) == given and NOT_GRADED not in complaint(verdict)


@pytest.mark.parametrize(
    ("written", "asserted"),
    [
        ("def abs(x): return 7", "assert abs(-8) == 8"),  # right apart, wrong beside
        ("import builtins\nbuiltins.print = None\ndef f(): pass", "print(f())"),
    ],
)
def test_where_they_differ_a_person_looks(written: str, asserted: str) -> None:
    _, verdict = executed(solution(written), test(asserted))
    assert complaint(verdict).startswith(
        f"{NOT_GRADED}: Run apart from the student's code this test gives 1 of 1 points, run beside it none of them."
    )
    assert points(verdict) == 0


def test_a_test_that_its_author_tagged_is_run_beside_the_students_code_and_says_so() -> None:
    tagged = test("assert abs(-8) == 7")
    name = tagged.metadata["nbgrader"]["grade_id"]
    _, verdict = executed(solution("def abs(x): return 7"), tagged, beside=(name,))
    assert complaint(verdict) == "" and points(verdict) == 1
    assert printed(verdict).startswith("This test ran beside your code")


@pytest.mark.parametrize(("way", "said"), [(BOTH, "last"), (BESIDE, "")])
def test_what_comes_after_the_last_test_runs_once(way: str, said: str) -> None:
    first, _, last = executed(
        solution("print(1)"), test("assert 1"), solution("print('last')"), way=way
    )
    assert (printed(first).strip(), printed(last).strip()) == ("1", said)


def test_what_is_settled_has_the_memory_of_both_runs() -> None:
    empty = nbformat.writes(nbformat.v4.new_notebook())
    assert settled(Job(empty), Executed(empty, 3), Executed(empty, 5)).memory == 5
