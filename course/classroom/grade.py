"""Grade a class: every submission is sent out to be executed, and nbgrader writes the marks here."""

import contextlib
import dataclasses
import signal
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import Executor as Pool
from dataclasses import dataclass
from pathlib import Path

from tqdm import tqdm

from course.classroom.course import Course, open_course
from course.grading import names, secret, workers
from course.grading.job import Executed, Job
from course.grading.problem import Problem, one_line
from course.grading.sandbox import command
from course.grading.workers import Settings
from course.plugins.execute import not_graded, signed, why_look, why_not_graded
from course.plugins.moments import zone_of
from course.plugins.submitted import read_timestamp

PATIENCE = 20.0
"""Seconds that a submission may keep the others waiting. One that takes longer is put back, and
executed from its beginning after all others, with the limits that it has anyway."""


@dataclass(frozen=True)
class Graded:
    """What became of a submission.

    Attributes:
        reason: why it has no mark from this run; '' if it has.
        look: why a person should look at it, though it has one; '' if nobody need.
        note: what a person should know of a mark that stands: files that were left out, a time that
            could not be read; '' if there is nothing.
        unchanged: it had been graded before, and nothing has changed since.
        memory: bytes, the most that its code was seen to use.
        log: what nbgrader said.
    """

    student: str
    assignment: str
    reason: str = ""
    look: str = ""
    note: str = ""
    unchanged: bool = False
    memory: int = 0
    log: str = ""


def run(
    folder: Path,
    assignments: list[str],
    jobs: int,
    scheduler: str | None,
    force: bool,
    sandboxed: bool,
) -> str:
    """Grade what was handed in for ``assignments`` in a course folder; say how it went.

    Args: as for `grade` and `workers.pool`.

    Raises:
        Problem: the folder is no course, it knows no such assignment, or nobody has handed it in; its
            database does not answer; its secret cannot be read; there is no sandbox.
    """
    course = open_course(folder)
    if unknown := sorted(set(assignments) - course.assignments()):
        raise Problem(
            f"{unknown[0]} is not in the gradebook; run: nbgrader generate_assignment --force {unknown[0]}"
        )
    pairs = [(student, name) for name in assignments for student in course.students(name)]
    if not pairs:
        where = course.directory.submitted_directory
        raise Problem(f"nobody has handed in {', '.join(assignments)} in {where}/.")
    settings = dataclasses.replace(course.settings(), sandboxed=sandboxed)
    secret.of_course(Path(course.directory.root))  # else every submission fails for want of it
    if scheduler is None and sandboxed:
        command.probe()
    counts: Counter[str] = Counter()
    reasons, looks, notes = [], [], []
    with (
        workers.pool(jobs, scheduler) as pool,
        tqdm(total=len(pairs), unit="notebook", desc="grading") as progress,
    ):
        for graded in grade(
            course, pairs, pool, settings, most_at_once=workers.capacity(pool, jobs), force=force
        ):
            if graded.reason:
                reasons.append(
                    f"  {one_line(graded.student)}, {graded.assignment}: {graded.reason}"
                )
            if graded.look:
                looks.append(f"  {one_line(graded.student)}, {graded.assignment}: {graded.look}")
            if graded.note and not graded.reason:
                notes.append(f"  {one_line(graded.student)}, {graded.assignment}: {graded.note}")
            counts[
                "unchanged" if graded.unchanged else "failed" if graded.reason else "graded"
            ] += 1
            progress.update()
    lines = [f"{counts['graded']} graded, {counts['unchanged']} unchanged since they were graded."]
    lines += ["Not graded:", *sorted(reasons)] if reasons else []
    lines += ["Graded, and waiting for a person:", *sorted(looks)] if looks else []
    lines += ["Graded, with a note:", *sorted(notes)] if notes else []
    return "\n".join(lines)


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
        most_at_once: submissions in the pool at a time.
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
    running: dict[Future, tuple[str, str, Job]] = {}
    try:
        while True:
            while len(running) < most_at_once and (pair := next(todo, None)):
                try:
                    job = course.prepare(*pair)
                except Problem as problem:
                    course.require_gradebook()  # else the others will fail like this one
                    yield Graded(*pair, reason=str(problem))
                    continue
                if not force and course.is_graded(*pair, job):
                    yield Graded(*pair, unchanged=True, note=_note(course, *pair, job))
                    continue
                job = dataclasses.replace(job, patience=patience)
                running[pool.submit(workers.execute, settings, job)] = (*pair, job)
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            future = done.pop()
            student, assignment, job = running.pop(future)
            if future.exception() is None and future.result() is None:
                slow.append((student, assignment))
            else:
                yield _written(course, student, assignment, job, future)
    finally:
        for future in running:
            future.cancel()


def _written(
    course: Course, student: str, assignment: str, job: Job, future: Future[Executed]
) -> Graded:
    """Write the marks of a submission that was executed, or could not be."""
    reason, look, memory = "", "", 0
    note = _note(course, student, assignment, job)
    try:
        executed = future.result()
        notebook, memory = signed(executed.notebook, job), executed.memory
        look = why_look(notebook)
        reason = why_not_graded(notebook)
    except Problem:
        raise
    except Exception as error:  # of a worker, or of the cluster
        reason = f"could not be run, a person has to look at it: {error}"
        notebook = not_graded(job, str(error))
    with uninterrupted():
        outcome = course.grade(student, assignment, notebook)
    reason = outcome.reason or reason
    return Graded(student, assignment, reason, look, note, memory=memory, log=outcome.log)


def _note(course: Course, student: str, assignment: str, job: Job) -> str:
    """What of a submission could not be taken along or read, though it is graded."""
    submission = course.submission(student, assignment).parent
    _, no_time = read_timestamp(submission, zone_of(course.config))
    return "; ".join(filter(None, (job.left_out, no_time)))


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
