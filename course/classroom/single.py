"""One submission: clerks prepare and mark it, a pool executes it."""

import contextlib
import dataclasses
import functools
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import CancelledError
from concurrent.futures import Executor as Pool
from dataclasses import dataclass
from typing import Any

from course.classroom import clerks
from course.classroom.clerk import Marked
from course.classroom.clerks import Clerks
from course.classroom.course import Course, Prepared
from course.grading import workers
from course.grading.execute import WorkerDiedError
from course.grading.job import Executed
from course.grading.limited import LimitedError
from course.grading.problem import Problem, one_line
from course.grading.workers import Settings


@dataclass(frozen=True)
class Graded:
    """What became of a submission.

    Attributes:
        reason: why it, or a part of it, has no mark from this run; '' if it has.
        look: why a person should look at it, though it has one; '' if nobody need.
        note: what a person should know of a mark that stands: a notebook that lies elsewhere than it
            should, files that were left out, a time that could not be read; '' if there is nothing.
        unchanged: it had been graded before, and nothing has changed since.
        markable: tests that wait for a person and might not if they ran beside the student's code.
        memory: bytes, the most that its code was seen to use.
        log: what nbgrader said.
    """

    student: str
    assignment: str
    reason: str = ""
    look: str = ""
    note: str = ""
    unchanged: bool = False
    markable: tuple[str, ...] = ()
    memory: int = 0
    log: str = ""


@dataclass(frozen=True)
class Done:
    """A submission that a clerk has marked; its marks are not entered yet.

    Attributes:
        graded: what became of it.
        marked: what is to be entered; None where that is nothing.
    """

    graded: Graded
    marked: Marked | None = None


@dataclass(frozen=True)
class Marker:
    """Has submissions prepared and marked by ``clerks``, and executed in ``pool``.

    Attributes:
        force: also those that were graded before just so.
    """

    course: Course
    clerks: Clerks
    pool: Pool
    settings: Settings
    force: bool

    def mark(self, student: str, assignment: str, patience: float | None) -> Done | None:
        """Prepare, execute and mark a submission; None if it took longer than ``patience``, in seconds.

        Raises:
            Problem: nothing can be graded here: no sandbox, no gradebook, a full disk.
        """
        graded = functools.partial(Graded, student, assignment)
        try:
            prepared, as_before = self._asked(self.clerks.prepare, student, assignment, self.force)
        except (Problem, LimitedError, WorkerDiedError) as problem:
            self.course.require_gradebook()  # else the others will fail like this one
            return Done(graded(one_line(str(problem))))
        if prepared.reasons:
            self.course.require_gradebook()
        note = "; ".join(prepared.notes)
        if as_before:
            return Done(graded(prepared.reason, note=note, unchanged=True))
        executed = self._executed(prepared, patience)
        if executed is None:
            return None
        memory = max([0, *(one.memory for one in executed.values() if isinstance(one, Executed))])
        try:
            marked = self._asked(self.clerks.mark, student, assignment, prepared, executed)
        except (LimitedError, WorkerDiedError) as error:
            self.course.require_gradebook()
            reason = f"it cannot be marked, a person has to look at it: {error}"
            return Done(graded(one_line(reason), note=note))
        if marked.reason:
            self.course.require_gradebook()
        what = {"look": marked.look, "markable": marked.markable, "log": marked.log}
        return Done(graded(marked.reason, note=note, memory=memory, **what), marked)

    def _asked(self, function: Callable[..., Any], *arguments: object) -> Any:
        """What a clerk answers; another one is asked if the first dies."""
        try:
            return function(*arguments)
        except WorkerDiedError:
            return function(*arguments)

    def _executed(
        self, prepared: Prepared, patience: float | None
    ) -> dict[str, Executed | str] | None:
        """What came of each job, or why nothing did; None if one took longer than ``patience``."""
        futures = {
            name: self.pool.submit(
                workers.execute, self.settings, dataclasses.replace(job, patience=patience)
            )
            for name, job in prepared.jobs.items()
        }
        found: dict[str, Executed | str] = {}
        given_up = False
        for name, future in futures.items():
            try:
                executed = future.result()
            except Problem:
                raise
            except CancelledError:  # by nobody who looked at the submission
                reason = "what was to be executed was cancelled"
                raise Problem(f"{reason}; the same command goes on from here") from None
            except Exception as error:  # of a worker, or of the cluster
                found[name] = str(error)
                continue
            if executed is None:
                given_up = True
            else:
                found[name] = executed
        return None if given_up else found

    def close(self) -> None:
        """End what is being marked."""
        self.clerks.close()


@dataclass(frozen=True)
class Here:
    """Grades on this machine.

    Attributes:
        pool: executes submissions, several at once.
        most_at_once: submissions that are underway at a time.
    """

    pool: Pool
    settings: Settings
    most_at_once: int

    @contextlib.contextmanager
    def opened(
        self, course: Course, pairs: Collection[tuple[str, str]], force: bool
    ) -> Iterator[Marker]:
        """What marks ``pairs`` (student, assignment) of ``course``, to use in a ``with``."""
        with clerks.of(course, clerks.rehearsed(pairs)) as office:
            yield Marker(course, office, self.pool, self.settings, force)
