"""Grade on a Dask cluster: submissions are sent to its workers, and come back marked."""

import contextlib
import hashlib
import logging
import pickle
import shutil
import socket
import threading
from collections.abc import Collection, Iterator
from concurrent.futures import CancelledError
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from distributed import Client, Future, get_worker
from distributed.client import ClosedClientError
from distributed.comm.addressing import get_address_host_port
from tqdm import tqdm

from course.classroom import branch, clerks, rows
from course.classroom.branch import (
    CannotGradeError,
    CannotOpenError,
    CannotTakeError,
    File,
    Files,
    Kit,
    Sent,
)
from course.classroom.course import Course
from course.classroom.single import Done, Graded, Marker
from course.grading import handed_in, secret
from course.grading.job import software
from course.grading.problem import Problem, one_line
from course.grading.workers import Settings
from course.plugins import found

LOOK = 30.0
"""Seconds after which it is asked whether there are workers at all."""
GOES_ON = "once that is mended, the same command goes on from here"
TRIES = 3
"""Workers that are asked for one submission."""


@contextlib.contextmanager
def client(scheduler: str) -> Iterator[Client]:
    """A connection to the cluster whose scheduler is at the address ``scheduler``.

    Raises:
        Problem: none answers there.
    """
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # we say what it means
    try:
        socket.create_connection(get_address_host_port(scheduler), timeout=10).close()
        connected = Client(scheduler, set_as_default=False)
    except (OSError, ValueError) as error:
        raise Problem(
            f"no Dask scheduler answers at {scheduler} (such as tcp://HOST:8786): {error}"
        ) from None
    with connected:
        yield connected


@dataclass(frozen=True)
class Cluster:
    """Grades on the cluster of ``client``."""

    client: Client
    settings: Settings

    @property
    def most_at_once(self) -> int:
        """Submissions that are underway at a time, so that no worker waits for its next one."""
        return 2 * max(sum(self.client.ncores().values()), 1)

    @contextlib.contextmanager
    def opened(
        self, course: Course, pairs: Collection[tuple[str, str]], force: bool
    ) -> Iterator["FarMarker"]:
        """What marks ``pairs`` (student, assignment) of ``course``, to use in a ``with``."""
        if any(threads > 1 for threads in self.client.ncores().values()):
            raise Problem(
                "a worker is to grade one submission at a time; start them with --nthreads 1"
            )
        inside = branch.lies_below(course)
        made = pickle.dumps(kit(course, self.settings, pairs)) if inside else b""
        with clerks.of(course, "") as office:
            pool = self.client.get_executor(pure=False, retries=1)
            near = Marker(course, office, pool, self.settings, force)
            marker = FarMarker(self.client, near, made)
            if not inside:
                why = "directory_structure leads out of the course folder"
                marker.cannot_open = f"submissions cannot be prepared on the workers: {why}"
            yield marker
            if marker.cannot_open:
                tqdm.write(f"{marker.cannot_open}; they were prepared and marked here")


def kit(course: Course, settings: Settings, pairs: Collection[tuple[str, str]]) -> Kit:
    """What workers need to grade ``pairs``.

    Raises:
        Problem: the course's secret or its gradebook cannot be used.
        OSError: a file cannot be read.
    """
    directory = course.directory
    root = Path(directory.root)
    secret.of_course(root)  # made if there is none yet
    own = [*course.folder.glob("*.py"), root / secret.FILE]
    files = {path.name: File(path.read_bytes()) for path in own if path.is_file()}
    steps = {"source": directory.source_directory, "release": directory.release_directory}
    for assignment in sorted({name for _, name in pairs}):
        for name, step in steps.items():
            place = Path(directory.format_path(step, ".", assignment))
            at_branch = Path(directory.format_path(name, ".", assignment))
            inside = at_branch.relative_to(root)
            files |= {str(inside / name): file for name, file in branch.ours(place).items()}
    with course.gradebook() as gradebook:
        handed_out = rows.structure(gradebook.db)
    meant = branch.meaning(course.config)
    return Kit(
        files, meant, handed_out, software(), settings, str(course.folder), clerks.rehearsed(pairs)
    )


class FarMarker:
    """Has submissions marked at branches; what cannot be sent is prepared and marked by ``near``.

    Args:
        kit: a pickled `Kit`; workers have it from each other, by its content.

    Attributes:
        cannot_open: why there are no branches; '' if there are.
    """

    def __init__(self, client: Client, near: Marker, kit: bytes) -> None:
        self.client, self.near = client, near
        self.course = near.course
        self.kit = client.submit(bytes, kit, key=f"course-{hashlib.sha256(kit).hexdigest()}")
        self.cannot_open = ""
        self.unfit: dict[str, str] = {}
        self.lock = threading.Lock()
        self.underway: set[Future] = set()

    def mark(self, student: str, assignment: str, patience: float | None) -> Done | None:
        """As `Marker.mark`.

        Raises:
            Problem: there is no worker that can grade, or no scheduler any more; or as of `Marker.mark`.
        """
        try:
            return self._marked(student, assignment, patience)
        except ClosedClientError:
            raise Problem(f"the cluster's scheduler ended; {GOES_ON}") from None

    def _marked(self, student: str, assignment: str, patience: float | None) -> Done | None:
        sent = None if self.cannot_open else self._sent(student, assignment, patience)
        try:
            came = self._asked_for(sent) if sent else None
        except (Problem, ClosedClientError):
            raise
        except Exception as error:  # of the cluster
            reason = f"could not be run, a person has to look at it: {error}"
            return Done(Graded(student, assignment, one_line(reason)))
        if came is None:
            return self.near.mark(student, assignment, patience)
        done, files = came
        if done and done.marked:
            place = self.course.place(self.course.unfinished, student, assignment)
            try:
                branch.put(files, place)
            except OSError:  # a name that is too long here, if the disk is not full
                self.course.require_gradebook()
                shutil.rmtree(place, ignore_errors=True)
                return self.near.mark(student, assignment, patience)
        return done

    def close(self) -> None:
        """End what is being marked, as far as it can be."""
        self.near.close()
        with self.lock:
            underway = [*self.underway]
        self.client.cancel(underway, force=True)

    def _sent(self, student: str, assignment: str, patience: float | None) -> Sent | None:
        """A submission, to be sent; None if it is nothing that can be."""
        try:
            handed_in.check_name(student)
            files = branch.handed_in(found.folder(self.course.directory, student, assignment))
            before = self.course.graded(student, assignment)
            graded = {path.name: File(path.read_bytes()) for path in before.values()}
        except (Problem, OSError):
            return None
        with self.course.gradebook() as gradebook:
            pair = student, assignment
            own = rows.read(gradebook.db, [pair])[pair]
        return Sent(student, assignment, files, graded, own, self.near.force, patience)

    def _asked_for(self, sent: Sent) -> tuple[Done | None, Files] | None:
        """What came of a submission; None if no worker that was asked can grade it.

        Raises:
            Problem: there is none that can grade anything.
        """
        for _ in range(TRIES):
            try:
                return self._asked(sent)
            except CannotOpenError as error:
                reason = one_line(str(error))
                self.cannot_open = f"submissions cannot be prepared on the workers: {reason}"
                return None
            except CannotTakeError:
                return None
            except _UnfitError as error:
                self.unfit[error.worker] = error.why
        return None

    def _asked(self, sent: Sent) -> tuple[Done | None, Files]:
        """What a worker answers.

        Raises:
            _UnfitError: it cannot grade.
            CannotOpenError, CannotTakeError: nor can any other.
            Problem: there is none.
        """
        future = self.client.submit(
            _graded, self.kit, sent, pure=False, workers=self._fit() if self.unfit else None
        )
        with self.lock:
            self.underway.add(future)
        try:
            while True:
                try:
                    return future.result(timeout=LOOK)
                except TimeoutError:
                    self._fit()
        except CancelledError:
            raise Problem(f"the cluster's scheduler ended; {GOES_ON}") from None
        finally:
            with self.lock:
                self.underway.discard(future)

    def _fit(self) -> list[str]:
        """The addresses of the workers that can grade.

        Raises:
            Problem: there is none.
        """
        fit = [address for address in self.client.ncores() if address not in self.unfit]
        if not fit:
            why = "; ".join(dict.fromkeys(self.unfit.copy().values())) or "there is none any more"
            raise Problem(f"no worker of the cluster can grade: {why}; {GOES_ON}")
        return fit


class _UnfitError(Exception):
    """A worker cannot grade."""

    def __init__(self, worker: str, why: str) -> None:
        super().__init__(worker, why)  # as it is pickled
        self.worker, self.why = worker, why


def _graded(kit: bytes, sent: Sent) -> Any:
    """`branch.grade`, on a worker, which says who it is if it cannot."""
    try:
        return branch.grade(kit, sent)
    except CannotGradeError as error:
        raise _UnfitError(get_worker().address, str(error)) from None
