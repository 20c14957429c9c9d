"""A course whose submissions are prepared and marked by nobody, for tests of what `course grade` does."""

from collections.abc import Callable, Iterable
from concurrent.futures import Executor as Pool
from concurrent.futures import Future

import nbformat

from course.classroom import clerk
from course.classroom.clerk import Marked
from course.classroom.course import Prepared
from course.classroom.grade import Grader
from course.classroom.single import Graded, Marker
from course.grading.execute import WorkerDiedError
from course.grading.job import Executed, Job
from course.grading.workers import Settings


class AtOnce(Pool):
    """Executes what is submitted before the call returns."""

    def submit(self, function: Callable, *arguments: object) -> Future:
        future: Future = Future()
        try:
            future.set_result(function(*arguments))
        except WorkerDiedError as error:
            future.set_exception(error)
        return future


class Stub:
    """A course and its clerks: everybody has handed in ``notebooks``; it keeps what is entered.

    Attributes:
        entered: student, and the names of the notebooks whose tests all failed, in the order of entering.
    """

    def __init__(self, *notebooks: str) -> None:
        self.notebooks = notebooks
        self.entered: list[tuple[str, list[str]]] = []

    def prepare(self, student: str, assignment: str, force: bool) -> tuple[Prepared, bool]:
        return Prepared(
            {name: Job(self._notebook(student, name)) for name in self.notebooks}
        ), False

    def _notebook(self, student: str, name: str) -> str:
        test = nbformat.v4.new_code_cell("f()")
        test.metadata["nbgrader"] = {"grade": True, "solution": False, "grade_id": "test-f"}
        metadata = {"of": f"{student} {name}"}
        return nbformat.writes(nbformat.v4.new_notebook(cells=[test], metadata=metadata))

    def mark(
        self, student: str, assignment: str, prepared: Prepared, executed: dict[str, Executed | str]
    ) -> Marked:
        read = clerk.read_executed(prepared, executed)
        for name, notebook in read.notebooks.items():
            assert notebook.metadata.of == f"{student} {name}"
        failed = [name for name, book in read.notebooks.items() if book.cells[0].outputs]
        return Marked({}, {"failed": failed}, read.reason, "", tuple(read.markable), "")

    def enter(self, marked: dict[tuple[str, str], tuple]) -> set[tuple[str, str]]:
        self.entered += [(student, after["failed"]) for (student, _), (_, after) in marked.items()]
        return set()

    def require_gradebook(self) -> None:
        pass

    def put_in_place(self, *_: str) -> None:
        pass

    def close(self) -> None:
        pass

    def grade(
        self,
        pairs: Iterable[tuple[str, str]],
        most_at_once: int = 1,
        patience: float | None = None,
        again: list[tuple[str, str]] | None = None,
    ) -> list[Graded]:
        """Grade ``pairs``, see `Grader.grade`."""
        grader = Grader(self, Marker(self, self, AtOnce(), Settings(), force=False))
        return list(grader.grade(pairs, most_at_once, patience, [] if again is None else again))


def of(job: Job) -> str:
    """Whose notebook a job of a `Stub` is, and which."""
    return nbformat.reads(job.notebook, as_version=4).metadata.of
