"""A test that fails for want of a network waits for a person, and no other does."""

import nbformat
import pytest

from course.grading import workers
from course.grading.job import Job
from course.grading.offline import Offline
from course.grading.workers import Settings
from helpers import boxed
from test_examiner import complaint, executed, solution, test

ERROR = nbformat.v4.new_output("error", ename="OSError", evalue="", traceback=[])
ASKS = "import socket\nsocket.create_server(('127.0.0.1', 0))"
WAITS = "NotGraded: Submissions are graded without a network"


def ran(cell: nbformat.NotebookNode, fine: bool = False) -> nbformat.NotebookNode:
    cell.outputs = [] if fine else [ERROR]
    return cell


@pytest.mark.parametrize(
    ("cells", "asserted", "waits"),
    [
        ([("x = get()", True, False)], "assert x", True),
        ([("x = get()", True, True)], "assert x", True),  # the error was caught
        ([("x = get()", False, False)], "assert x", False),
        ([("x = get()", True, False)], "assert y", False),
        ([("x = get()", True, False), ("y = x + 1", False, False)], "assert y", True),
        ([("x = get()", True, False), ("def y(): return x", False, True)], "assert y()", True),
        ([("save()", True, False), ("y = read()", False, False)], "assert y", True),
        ([("save()", True, False), ("y = read()", False, True)], "assert y", False),
        ([("import a\nx = get()\nimport b", True, False)], "assert a.f()", False),
        ([("import a\nx = get()\nimport b", True, False)], "assert b.f()", True),
        ([("!wget x.org/y", False, True), ("y = open('y')", False, False)], "assert y", True),
        ([("!ls", False, True), ("y = open('y')", False, False)], "assert y", False),
        ([("x = get()", True, False)], "from course.check import a\na.b(x)", False),  # is sure
    ],
)
def test_what_needs_the_network_is_told_from_the_cells(
    cells: list[tuple[str, bool, bool]], asserted: str, waits: bool
) -> None:
    offline = Offline()
    for source, asked, fine in cells:
        offline.note(ran(solution(source), fine), asked)
    assert offline.explains(ran(test(asserted)), False) is waits
    assert not offline.explains(ran(test(asserted), fine=True), False)


@pytest.mark.skipif(not boxed.SANDBOXED, reason="who is not confined has a network")
class TestInTheSandbox:
    def test_a_test_that_asks_waits_apart_as_well_as_beside(self) -> None:
        asking, passing = test("assert f()"), test("assert not f()")
        for tagged in [(), (asking.metadata["nbgrader"]["grade_id"],)]:
            code = "def f():\n    try:\n        " + ASKS.replace("\n", "; ")
            code += "\n    except OSError: return False\n    return True"
            *_, failed, passed = executed(solution(code), asking, passing, beside=tagged)
            assert complaint(failed).startswith(WAITS)
            assert complaint(passed) == ""

    def test_each_question_tells_for_itself(self) -> None:
        code = f"def f():\n    {ASKS.replace(chr(10), '; ')}\ndef g(): return 1"
        done = executed(solution(code), test("f()"), test("assert g() == 2"), test("f()"))
        told = [complaint(cell) for cell in done[1:]]
        assert [text.startswith(WAITS) for text in told] == [True, False, True]

    def test_nobody_is_told_that_the_submission_is_odd(self) -> None:
        notebook = nbformat.v4.new_notebook(cells=[solution(ASKS)])
        done = workers.execute(Settings(), Job(nbformat.writes(notebook)))
        assert "touched" not in done.notebook and "PermissionError" in done.notebook
