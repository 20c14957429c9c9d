"""Grade a class: every submission is sent out to be executed, and nbgrader writes the marks here."""

import contextlib
import dataclasses
import signal
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import Executor as Pool
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tqdm import tqdm

from course.classroom import by_hand, changed
from course.classroom.course import Course, Prepared, open_course
from course.grading import names, secret, waiting, workers
from course.grading.cells import BESIDE
from course.grading.job import Executed
from course.grading.problem import Problem, one_line
from course.grading.workers import Settings
from course.plugins.execute import not_decided, not_graded, signed, why_look, why_not_graded

PATIENCE = 20.0
"""Seconds that a submission may keep the others waiting. One that takes longer is put back, and
executed from its beginning after all others, with the limits that it has anyway."""


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


@dataclass(frozen=True, eq=False)
class Underway:
    """A submission that is being executed.

    Attributes:
        futures: what comes of its notebooks, by name.
    """

    student: str
    assignment: str
    prepared: Prepared
    futures: dict[str, Future[Executed | None]] = field(default_factory=dict)

    def told(self, name: str, text: str) -> str:
        """``text`` of the notebook ``name``, which it says if there are several."""
        several = len(self.prepared.jobs) + len(self.prepared.reasons) > 1
        return f"{name}.ipynb: {text}" if text and several else text

    def graded(self, reason: str, **what: Any) -> Graded:
        """What became of it."""
        note = "; ".join(self.prepared.notes)
        return Graded(self.student, self.assignment, reason, note=note, **what)


def run(
    folder: Path,
    assignments: list[str],
    jobs: int,
    scheduler: str | None,
    force: bool,
    sandboxed: bool,
    update: bool = False,
) -> str:
    """Grade what was handed in for ``assignments`` in a course folder; say how it went.

    Args: as for `grade` and `workers.pool`; ``update`` as for `changed.settle`.

    Raises:
        Problem: the folder is no course, it knows no such assignment, or nobody has handed it in; its
            tests in `source/` are not those of the gradebook; its database does not answer; its secret
            cannot be read; there is no sandbox.
    """
    course = open_course(folder)
    settings = dataclasses.replace(course.settings(), sandboxed=sandboxed)
    with workers.pool(jobs, scheduler) as pool:
        if scheduler is None:
            workers.start(settings)  # they warm up while the gradebook and the submissions are read
        changed.settle(course, assignments, update)
        pairs = [
            (student, name)
            for name in assignments
            for student in course.students(name)
            if course.is_wanted(student)
        ]
        if not pairs:
            where = course.directory.submitted_directory
            raise Problem(f"nobody has handed in {', '.join(assignments)} in {where}/.")
        secret.of_course(Path(course.directory.root))  # else every submission fails for want of it
        done = []
        with tqdm(total=len(pairs), unit="submission", desc="grading") as progress:
            for graded in grade(course, pairs, pool, settings, workers.capacity(pool, jobs), force):
                done.append(dataclasses.replace(graded, log=""))
                progress.update()
    return _said(done)


def _said(done: list[Graded]) -> str:
    """How it went, and then a line for each submission that a person should know more of."""
    counts = Counter(
        "failed" if one.reason else "unchanged" if one.unchanged else "graded" for one in done
    )
    lines = [f"{counts['graded']} graded, {counts['unchanged']} unchanged since they were graded."]
    for heading, what in (
        ("Not graded:", "reason"),
        ("Graded, and waiting for a person:", "look"),
        ("Graded, with a note:", "note"),
    ):
        told = [
            f"  {one_line(one.student)}, {one.assignment}: {text}"
            for one in done
            if (text := getattr(one, what))
        ]
        lines += [heading, *sorted(told)] if told else []
    return "\n".join([*lines, *_advice(done)])


def _advice(done: list[Graded]) -> list[str]:
    """For each assignment of which most submissions wait at the same test, what helps."""
    found = []
    for assignment in dict.fromkeys(one.assignment for one in done):
        executed = [one for one in done if one.assignment == assignment and not one.unchanged]
        counts = Counter(name for one in executed for name in one.markable)
        common = [name for name, count in counts.items() if 2 * count > len(executed)]
        if common:
            more = f" and {len(common) - 1} more" if len(common) > 1 else ""
            found.append(
                f"Most submissions of {assignment} wait at {one_line(common[0])}{more}: `course verify "
                f"--mark {assignment}` gives the tests that need it the tag {BESIDE}; then grade again."
            )
    return found


def grade(
    course: Course,
    pairs: Iterable[tuple[str, str]],
    pool: Pool,
    settings: Settings,
    most_at_once: int,
    force: bool = False,
) -> Iterator[Graded]:
    """Grade the submissions ``pairs`` (student, assignment); yield each when it is done.

    Slow ones come last. Whether one does has no influence on its mark.

    Args:
        pool: executes submissions, several at once.
        most_at_once: notebooks in the pool at a time, and the others of their submissions.
        force: also those that were graded before and have not changed.

    Raises:
        Problem: there is no sandbox where the submissions are executed, or the gradebook's database
            does not answer.
    """
    pairs = list(pairs)
    for pair, reason in _misnamed(pairs).items():
        yield Graded(*pair, reason=reason)
        pairs.remove(pair)
    # So that the table of marks has a line for everybody, whatever they handed in.
    course.enroll(sorted({student for student, _ in pairs}))
    slow: list[tuple[str, str]] = []
    yield from _grade(course, pairs, pool, settings, most_at_once, force, PATIENCE, slow)
    yield from _grade(course, slow, pool, settings, most_at_once, force, None, [])


def _misnamed(pairs: list[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Those of ``pairs`` whose folder cannot be graded as a student's, and why."""
    found = {}
    for assignment in {assignment for _, assignment in pairs}:
        students = [student for student, of in pairs if of == assignment]
        for student, reason in names.refused(students).items():
            found[student, assignment] = reason
    return found


def _grade(
    course: Course,
    pairs: list[tuple[str, str]],
    pool: Pool,
    settings: Settings,
    most_at_once: int,
    force: bool,
    patience: float | None,
    slow: list[tuple[str, str]],
) -> Iterator[Graded]:
    """`grade`, but for those that took longer than ``patience``, which are added to ``slow``."""
    todo = iter(pairs)
    running: dict[Future, Underway] = {}
    try:
        while True:
            while len(running) < most_at_once and (pair := next(todo, None)):
                try:
                    prepared = course.prepare(*pair)
                except Problem as problem:
                    course.require_gradebook()  # else the others will fail like this one
                    yield Graded(*pair, reason=str(problem))
                    continue
                if prepared.reasons:
                    course.require_gradebook()
                underway = Underway(*pair, prepared)
                if not force and course.is_graded(*pair, prepared):
                    yield underway.graded(prepared.reason, unchanged=True)
                    continue
                for name, job in prepared.jobs.items():
                    job = dataclasses.replace(job, patience=patience)
                    future = pool.submit(workers.execute, settings, job)
                    underway.futures[name] = future
                    running[future] = underway
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            underway = running.pop(done.pop())
            if underway in running.values():
                continue
            if any(_gave_up(future) for future in underway.futures.values()):
                slow.append((underway.student, underway.assignment))
            else:
                yield _written(course, underway)
    finally:
        for future in running:
            future.cancel()


def _gave_up(future: Future[Executed | None]) -> bool:
    return future.exception() is None and future.result() is None


def _written(course: Course, underway: Underway) -> Graded:
    """Write the marks of a submission of which each notebook was executed, or could not be."""
    notebooks, memory = {}, 0
    reasons, looks = [underway.prepared.reason], []
    markable: list[str] = []
    for name, future in underway.futures.items():
        job = underway.prepared.jobs[name]
        try:
            executed = future.result()
            assert executed is not None  # else it was put back
            notebook, memory = signed(executed.notebook, job), max(memory, executed.memory)
            looks.append(underway.told(name, why_look(notebook)))
            reasons.append(underway.told(name, why_not_graded(notebook)))
            found = not_decided(notebook).items()
            markable += [test for test, why in found if waiting.may_be_marked(why)]
        except Problem:
            raise
        except Exception as error:  # of a worker, or of the cluster
            reason = f"could not be run, a person has to look at it: {error}"
            reasons.append(underway.told(name, reason))
            notebook = not_graded(job, str(error))
        notebooks[name] = notebook
    settled = by_hand.settled(course, underway.student, underway.assignment)
    with uninterrupted(), settled:
        outcome = course.grade(underway.student, underway.assignment, notebooks)
    reason = outcome.reason or "; ".join(filter(None, reasons))
    look = "; ".join(filter(None, looks))
    mark = course.mark(underway.student, underway.assignment) if look else None
    if mark and not mark.waiting:  # a person has looked at just this before
        look = ""
    return underway.graded(
        reason, look=look, markable=tuple(markable), memory=memory, log=outcome.log
    )


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """Ctrl-C waits until the end, so that nothing is half written."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed = []
    before = signal.signal(signal.SIGINT, lambda *_: pressed.append(True))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt
