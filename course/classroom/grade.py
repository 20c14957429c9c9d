"""Grade a class: clerks prepare and mark its submissions, workers execute them, and marks are entered here."""

import contextlib
import dataclasses
import itertools
import signal
import threading
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tqdm import tqdm

from course.classroom import changed, unchanged
from course.classroom.course import Course, open_course
from course.classroom.single import Done, Graded, Here
from course.classroom.unchanged import Notes
from course.grading import names, secret, workers
from course.grading.cells import BESIDE
from course.grading.problem import Problem, one_line
from course.grading.workers import Settings

PATIENCE = 20.0
"""Seconds that a submission may keep the others waiting. One that takes longer is put back, and
executed from its beginning after all others, with the limits that it has anyway."""

MEANWHILE = "its marks were changed by somebody else while it was graded; grade it again"


class Marking(Protocol):
    """Marks submissions, several at once when called from several threads."""

    def mark(self, student: str, assignment: str, patience: float | None) -> Done | None:
        """As `course.classroom.single.Marker.mark`."""

    def close(self) -> None:
        """End what is being marked."""


class Means(Protocol):
    """Where submissions are graded."""

    @property
    def most_at_once(self) -> int:
        """Submissions that are underway at a time."""

    def opened(
        self, course: Course, pairs: Collection[tuple[str, str]], force: bool
    ) -> AbstractContextManager[Marking]:
        """As `course.classroom.single.Here.opened`."""


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

    Args: as for `grade` and `means`; ``update`` as for `changed.settle`.

    Raises:
        Problem: the folder is no course, it knows no such assignment, or nobody has handed it in; its
            tests in `source/` are not those of the gradebook; its database does not answer; its secret
            cannot be read; there is no sandbox.
    """
    course = open_course(folder)
    settings = dataclasses.replace(course.settings(assignments), sandboxed=sandboxed)
    with means(jobs, scheduler, settings) as there:
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
            for graded in grade(course, pairs, there, force):
                done.append(dataclasses.replace(graded, log=""))
                progress.update()
    return _said(done)


@contextlib.contextmanager
def means(jobs: int, scheduler: str | None, settings: Settings) -> Iterator[Means]:
    """Where submissions are graded, to use in a ``with``; an exception in it ends what is running.

    Args:
        jobs: notebooks that are executed at once, if it is here.
        scheduler: address of the scheduler of a Dask cluster; None for this machine.

    Raises:
        Problem: there is no sandbox here; Dask is not installed; or as of `cluster.client`.
    """
    if scheduler is None:
        with workers.pool(jobs) as pool:
            workers.start(settings)  # they warm up while the gradebook and the submissions are read
            yield Here(pool, settings, 2 * jobs)
    else:
        try:
            from course.classroom import cluster
        except ImportError:
            raise Problem("Dask is not installed; run: pip install distributed") from None
        with cluster.client(scheduler) as client:
            yield cluster.Cluster(client, settings)


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
    there: Means,
    force: bool = False,
) -> Iterator[Graded]:
    """Grade the submissions ``pairs`` (student, assignment); yield each when its marks are entered.

    Slow ones come last. Whether one does has no influence on its mark.

    Args:
        there: where that is done.
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
    notes = unchanged.read(course, {name for _, name in pairs})
    looked = unchanged.submitted(course, pairs)
    for pair in pairs if not force else ():
        told = notes.told(pair, looked[pair], unchanged.graded(course, *pair))
        if told is not None:
            del looked[pair]
            yield Graded(*pair, note=told, unchanged=True)
    with there.opened(course, looked, force) as marking, _kept(course, notes):
        grader = Grader(course, marking)
        pairs = list(looked)
        for patience in (PATIENCE, None):
            again: list[tuple[str, str]] = []
            for graded in grader.grade(pairs, there.most_at_once, patience, again):
                pair = graded.student, graded.assignment
                if not graded.reason:
                    notes.note(pair, looked[pair], unchanged.graded(course, *pair), graded.note)
                yield graded
            pairs = again


@contextlib.contextmanager
def _kept(course: Course, notes: Notes) -> Iterator[None]:
    """Keep what is noted, also of a run that is stopped; else the next one takes longer, and no more."""
    try:
        yield
    finally:
        with contextlib.suppress(Problem):
            unchanged.write(course, notes)


def _misnamed(pairs: list[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Those of ``pairs`` whose folder cannot be graded as a student's, and why."""
    found = {}
    for assignment in {assignment for _, assignment in pairs}:
        students = [student for student, of in pairs if of == assignment]
        for student, reason in names.refused(students).items():
            found[student, assignment] = reason
    return found


@dataclass(frozen=True)
class Grader:
    """Has submissions marked, several at once, and enters the marks."""

    course: Course
    marking: Marking

    def grade(
        self,
        pairs: Iterable[tuple[str, str]],
        most_at_once: int,
        patience: float | None,
        again: list[tuple[str, str]],
    ) -> Iterator[Graded]:
        """Grade ``pairs``; those that took longer than ``patience`` are added to ``again``."""
        todo = iter(pairs)
        running: dict[Future[Done | None], tuple[str, str]] = {}
        threads = ThreadPoolExecutor(most_at_once)
        try:
            while True:
                for pair in itertools.islice(todo, most_at_once - len(running)):
                    running[threads.submit(self.marking.mark, *pair, patience)] = pair
                if not running:
                    return
                ended, _ = wait(running, return_when=FIRST_COMPLETED)
                came = {running.pop(future): future.result() for future in ended}
                again += [pair for pair, done in came.items() if done is None]
                yield from self._enter([done for done in came.values() if done])
        except BaseException:
            self.marking.close()
            raise
        finally:
            threads.shutdown(wait=not running, cancel_futures=True)

    def _enter(self, done: list[Done]) -> Iterator[Graded]:
        """Enter marks in the gradebook in one transaction, and put the graded notebooks in their place."""
        marked = {
            (d.graded.student, d.graded.assignment): (d.marked.before, d.marked.after)
            for d in done
            if d.marked
        }
        with uninterrupted():
            others = self.course.enter(marked) if marked else set()
            for pair in marked.keys() - others:
                self.course.put_in_place(*pair)
        for one in done:
            if (one.graded.student, one.graded.assignment) in others:
                one = Done(dataclasses.replace(one.graded, reason=MEANWHILE))
            yield one.graded


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
