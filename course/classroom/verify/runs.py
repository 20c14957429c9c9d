"""One way of grading one code of a notebook, and what its test cells give."""

import dataclasses
import time
from dataclasses import dataclass
from enum import StrEnum

import nbformat
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import IgnorePattern
from nbgrader.utils import determine_grade
from traitlets.config import Config

from course.classroom.verify import stock
from course.classroom.verify.sources import Code, Source
from course.grading import cells, secret, workers
from course.grading.execute import WorkerDiedError
from course.grading.job import NOT_GRADED
from course.grading.problem import Problem, one_line
from course.grading.workers import Settings
from course.plugins.execute import not_graded

LONGEST = 300
"""Characters of what a test says."""

STOPPED = ("CellTimeoutError", "NotRun", "CandidateGone")
"""Names of the errors of a test that was not run to its end."""


class Way(StrEnum):
    """Where the tests are run: by nbgrader itself, and by ours in one process or in two."""

    STOCK = "stock"
    BESIDE = "beside"
    APART = "apart"


@dataclass(frozen=True)
class Result:
    """What a test cell gave.

    Attributes:
        points: None if it was not graded.
        error: "NAME: text" of what stopped it, or why it was not graded; '' if it came to its end.
        stopped: whether it was not run to its end, for want of time or of a process.
    """

    points: float | None
    error: str = ""
    stopped: bool = False


@dataclass(frozen=True)
class Run:
    """A code, graded one way.

    Attributes:
        results: by the name of the test cell.
        memory: bytes, the most that was seen of the process with the student's code; 0 if nobody looked.
    """

    results: dict[str, Result]
    seconds: float
    memory: int = 0


@dataclass(frozen=True)
class Trial:
    """A run to be made.

    Attributes:
        number: of the trial. What tests draw for a submission differs from one number to the next.
        seconds: limit on a cell and on the notebook; None if these are the course's.
    """

    source: Source
    code: Code
    way: Way
    number: int = 0
    seconds: float | None = None


def run(settings: Settings, config: Config, trial: Trial) -> Run:
    """Make one run.

    Raises:
        Problem: there is no sandbox.
    """
    start = time.monotonic()
    memory = 0
    if trial.way is Way.STOCK:
        try:
            executed = stock.execute(config, trial.code.notebook, trial.source.path.parent)
        except Exception as error:  # of a kernel: nbgrader ends there
            told = f"stock nbgrader stops with {type(error).__name__}: {error}"
            return Run(_none(trial.source, told), time.monotonic() - start)
    else:
        executed, memory = _ours(settings, trial)
    return Run(results(config, executed), time.monotonic() - start, memory)


def _ours(settings: Settings, trial: Trial) -> tuple[NotebookNode, int]:
    """The notebook, executed by ours, and the memory that took."""
    job = trial.source.job
    text: str = nbformat.writes(trial.code.notebook)
    key = secret.of_submission(trial.number.to_bytes(32), text, job.files)
    job = dataclasses.replace(job, notebook=text, key=key, way=trial.way.value)
    if (most := trial.seconds) is not None:
        job = dataclasses.replace(
            job,
            cell_seconds=min(most, job.cell_seconds),
            notebook_seconds=min(most, job.notebook_seconds),
        )
    try:
        executed = workers.execute(settings, job)
        assert executed is not None  # nobody was impatient
    except Problem:
        raise
    except WorkerDiedError as error:
        return not_graded(job, str(error)), 0
    return nbformat.reads(executed.notebook, as_version=4), executed.memory


def results(config: Config, executed: NotebookNode) -> dict[str, Result]:
    """What each test cell of an executed notebook gives, as nbgrader counts it."""
    executed, _ = IgnorePattern(config=config)(executed, {})
    return {
        str(cells.grade_id(cell)): _result(cell) for cell in executed.cells if cells.is_test(cell)
    }


def _result(cell: NotebookNode) -> Result:
    errors = [output for output in cell.outputs if output.output_type == "error"]
    for error in errors:
        if error.ename == NOT_GRADED:
            return Result(None, one_line(error.evalue, LONGEST))
    try:
        points, _ = determine_grade(cell)
    except (KeyError, ValueError) as error:  # its result is no mark
        return Result(0.0, one_line(f"its result is no mark ({error})", LONGEST))
    if errors:
        name, text = errors[0].ename, one_line(errors[0].evalue, LONGEST)
        return Result(points, f"{name}: {text}" if text else name, name in STOPPED)
    written = [o.text for o in cell.outputs if o.output_type == "stream" and o.name == "stderr"]
    return Result(
        points, one_line(f"it writes to stderr: {written[0]}", LONGEST) if written else ""
    )


def _none(source: Source, why: str) -> dict[str, Result]:
    return {name: Result(None, one_line(why, LONGEST)) for name in source.tests}
