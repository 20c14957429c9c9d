"""Courses of other people: how tests write their notebooks down, and grade them both ways.

A notebook is a text in jupytext's percent format, in which nbgrader's cells say what they are:

    # %% locked NAME
    # %% solution NAME
    # %% test NAME POINTS

Names and points may be left out. Stock nbgrader runs all of it in one kernel; ours runs the tests apart.
"""

import contextlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import jupytext
import nbformat
from jupyter_core.utils import ensure_event_loop
from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import ClearSolutions, Execute
from nbgrader.utils import determine_grade
from traitlets.config import Config

from course.grading import cells, workers
from course.grading.job import NOT_GRADED, Job
from course.plugins.execute import ExecuteApart

COURSES = Path(__file__).parents[1] / "courses"
KINDS = {
    "locked": {"locked": True},
    "solution": {"solution": True},
    "test": {"grade": True, "locked": True},
}
KEY = b"other courses"

Marks = dict[str, float | None]
"""Of a notebook's tests, by name; None where a person looks."""


@dataclass(frozen=True)
class Notebook:
    """A notebook in the folder of an assignment of `tests/courses`."""

    text: Path

    @property
    def name(self) -> str:
        """Such as "roots"; its assignment may have another one."""
        return self.text.stem

    @property
    def assignment(self) -> str:
        """The folder it lies in."""
        return self.text.parent.name

    def source(self) -> NotebookNode:
        """The instructor's notebook."""
        return notebook(self.text.read_text(encoding="utf-8"))

    def wrong(self) -> dict[str, dict[str, str]]:
        """By exercise, wrong solutions by what is wrong with them."""
        return tomllib.loads(self.text.with_suffix(".toml").read_text(encoding="utf-8"))

    def beside(self) -> dict[str, bytes]:
        """The files beside it, which are no text of ours."""
        ours = {
            path
            for text in self.text.parent.glob("*.toml")
            for path in (text, text.with_suffix(".py"))
        }
        return {
            path.name: path.read_bytes()
            for path in {*self.text.parent.iterdir()} - ours
            if path.is_file()
        }

    def submissions(self) -> dict[str, NotebookNode]:
        """The source, the release with its hidden tests, and one in which every exercise is done wrong.

        Of these there are as many as an exercise has wrong solutions; who has fewer begins again.
        """
        wrong = {exercise: list(codes.values()) for exercise, codes in self.wrong().items()}
        found = {"own": self.source(), "release": blank(self.source())}
        for number in range(max(map(len, wrong.values()))):
            answers = {exercise: codes[number % len(codes)] for exercise, codes in wrong.items()}
            found[f"wrong {number + 1}"] = answered(self.source(), answers)
        return found


def notebooks(course: str) -> list[Notebook]:
    """Those of a course: what has wrong solutions beside it."""
    return [
        Notebook(path.with_suffix(".py")) for path in sorted(COURSES.glob(f"{course}/*/*.toml"))
    ]


def notebook(text: str) -> NotebookNode:
    """The notebook that ``text`` describes."""
    made = jupytext.reads(text, fmt="py:percent")
    made.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}
    }
    for number, cell in enumerate(made.cells, start=1):
        cell.id = f"cell-{number}"
        kind, *rest = cell.metadata.pop("title", "").split() or [""]
        if kind in KINDS:
            name, points = [*rest, *[f"{kind}-{number}", "1"][len(rest) :]]
            flags = {"grade": False, "solution": False, "locked": False, "task": False}
            flags |= {"schema_version": 3, "grade_id": name} | KINDS[kind]
            cell.metadata["nbgrader"] = flags | (
                {"points": float(points)} if kind == "test" else {}
            )
    return made


def answered(made: NotebookNode, answers: Mapping[str, str]) -> NotebookNode:
    """``made`` with ``answers`` in its solution cells, by their names."""
    for cell in made.cells:
        cell.source = answers.get(cells.grade_id(cell), cell.source)
    return made


def blank(made: NotebookNode) -> NotebookNode:
    """``made`` without its solutions."""
    return ClearSolutions().preprocess(made, {})[0]


class Folder:
    """A course folder with some notebooks in its `source/`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        config = Config()
        config.CourseDirectory.root = str(folder)
        self.directory = CourseDirectory(config=config)
        self.executor = ExecuteApart(config=config)

    def write(
        self, assignment: str, name: str, made: NotebookNode, beside: Mapping[str, bytes]
    ) -> None:
        """Put an instructor's notebook into `source/`, and files beside it."""
        place = self.folder / "source" / assignment
        _write(place, beside)
        nbformat.write(made, place / f"{name}.ipynb")

    def job(self, assignment: str, name: str, submission: NotebookNode) -> Job:
        """What grading ``submission`` takes."""
        return self.executor.job_beside(None, KEY, submission, self.directory, assignment, name)

    def executed(self, job: Job) -> NotebookNode:
        """The notebook of ``job``, executed our way."""
        assignments = sorted(path.name for path in (self.folder / "source").iterdir())
        done = workers.execute(self.executor.settings(self.directory, assignments), job)
        return nbformat.reads(done.notebook, as_version=4)


def stock(submission: NotebookNode, folder: Path, beside: Mapping[str, bytes]) -> NotebookNode:
    """``submission`` as nbgrader executes it by itself, in a ``folder`` of its own."""
    _write(folder, beside)
    arguments = ["--HistoryManager.hist_file=:memory:", "--log-level=ERROR"]
    execute = Execute(extra_arguments=arguments)
    with contextlib.closing(ensure_event_loop()):  # of this thread, which may end now
        executed, _ = execute.preprocess(submission, {"metadata": {"path": str(folder)}})
    return executed


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)


def marks(executed: NotebookNode) -> Marks:
    """What each test gives."""
    return {cells.grade_id(cell): mark(cell) for cell in executed.cells if cells.is_test(cell)}


def mark(test: NotebookNode) -> float | None:
    """What an executed test gives."""
    if any(output.get("ename") == NOT_GRADED for output in test.outputs):
        return None
    points, _ = determine_grade(test)
    return points


def said(test: NotebookNode) -> str:
    """What an executed test says where it fails."""
    return "; ".join(f"{o.ename}: {o.evalue}" for o in test.outputs if o.output_type == "error")
