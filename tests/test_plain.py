"""Where there is no Linux: submissions are executed in kernels of their own, if that is asked for."""

import nbformat
import pytest

from course.grading import workers
from course.grading.job import Job
from course.grading.problem import Problem
from course.grading.workers import Settings


def job(*sources: str) -> Job:
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    return Job(nbformat.writes(nbformat.v4.new_notebook(cells=cells)), {"data.txt": b"42"})


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    workers.close()  # what other tests have started
    monkeypatch.setattr("sys.platform", "darwin")


@pytest.mark.slow
def test_a_notebook_is_executed_with_its_files() -> None:
    executed = workers.execute(
        Settings(sandboxed=False), job("print(open('data.txt').read())", "1 / 0", "print('on')")
    )
    first, error, last = nbformat.reads(executed.notebook, as_version=4).cells
    assert first.outputs[0].text == "42\n"
    assert error.outputs[0].ename == "ZeroDivisionError"
    assert last.outputs[0].text == "on\n"


def test_there_is_no_sandbox() -> None:
    with pytest.raises(Problem, match="needs Linux"):
        workers.execute(Settings(), job("1"))
