"""The examiner: takes a submission cell by cell, and runs the tests where no student's code runs.

A cell that is not a test is run by the candidate. A test cell is run here: names bound by the
instructor's own cells (tests, read-only cells, imports of the source notebook) mean what they mean
there, every other name is what the student defined: plain data, or a reference whose calls go to
the candidate.
"""

import contextlib
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from course import door
from course.door.watch import EXCHANGED
from course.grading import showable
from course.grading.bindings import Bindings, Trusted
from course.grading.cells import flags, grade_id, is_flagged, is_locked, is_test
from course.grading.folder import Folder
from course.grading.guard import Guard
from course.grading.identifiers import bound, loaded, texts
from course.grading.job import BESIDE, NOT_GRADED, Job
from course.grading.objects import MOST_TEXT
from course.grading.offline import Offline
from course.grading.outputs import Outputs
from course.grading.problem import NotCarriedError, one_line
from course.grading.remote import GRACE, MOST_TOUCHED, CandidateGone, Remote
from course.grading.second import is_sure
from course.grading.shell import Shell
from course.grading.touched import touched, unusual
from course.grading.waiting import AFTER_A_FAULT, UNCARRIED, WITHOUT_NETWORK

STDOUT = ("stream", "stdout")

SETTINGS = ("matplotlibrc", ".mplstyle")
"""How files end that a library reads where a test runs, and whose texts it runs; tests do not have them."""


class Examiner:
    """Executes one notebook: tests in ``shell``, everything else in the candidate.

    Where the job's way is `BESIDE`, tests are run by the candidate too.

    Args:
        given: an empty folder for the instructor's files, from which tests may import.
    """

    def __init__(self, job: Job, remote: Remote, shell: Shell, given: Path) -> None:
        self.job = job
        self.remote = remote
        self.shell = shell
        self.outputs = Outputs(job.output_bytes)
        self.verdicts = Outputs(job.output_bytes)  # no student's output takes their place
        self.shell.emit = self.verdicts.add
        self.given = given
        self.guard = Guard(remote.refuse)
        self.bindings: Bindings  # of the notebook that is executed
        self.fault = ""  # of ours, after which no test is to fail unseen
        self.number = 0  # of the cell, among those that were run here and there
        self.stdout = sys.stdout
        self.capturable = job.output_bytes  # characters that tests may still capture
        self.offline = Offline()
        self.unsure: list[str | None] = []  # names of the tests that need a second opinion

    def execute(self) -> str:
        """The notebook with its outputs, as JSON."""
        notebook = nbformat.reads(self.job.notebook, as_version=4)
        self._lay_out_files()
        written = set().union(*map(loaded, self._codes(notebook)))
        self.bindings = Bindings(self.job, self.remote, self.shell.namespace, written)
        for cell in self._executed(notebook):
            self._execute(cell)
        self.remote.kill()
        if names := sorted(self._touched(notebook)):
            notebook.metadata.setdefault("downhill", {})["touched"] = names[:MOST_TOUCHED]
        showable.limit(notebook)
        executed: str = nbformat.writes(notebook)
        return executed

    def _executed(self, notebook: NotebookNode) -> list[NotebookNode]:
        """The cells to execute; beside the student's code only tests count, and nothing after the last."""
        code = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
        while self.job.way == BESIDE and code and not is_test(code[-1]):
            code.pop()
        return code

    def _lay_out_files(self) -> None:
        for folder in (self.remote.folder.work, self.remote.folder.temporary):
            folder.refused = SETTINGS
        for name, content in self.job.files.items():
            # A file named like another's folder.
            with contextlib.suppress(OSError, door.StudentError, CandidateGone):
                self.remote.folder.write({name: content})
                if name in self.job.given:
                    Folder(self.given).write({name: content})
                self.remote.hand_over({name: content})
        # What a test expects may stand in a file.
        self.remote.folder.work.fixed = set(self.job.given)
        sys.path.insert(0, str(self.given))

    def _codes(self, notebook: NotebookNode) -> list[str]:
        """What the student wrote, as far as it is code."""
        modules = (
            content.decode(errors="replace")
            for name, content in self.job.files.items()
            if name.endswith(".py") and name not in self.job.given
        )
        cells = (
            cell.source
            for cell in notebook.cells
            if cell.cell_type == "code" and not is_test(cell) and not is_locked(cell)
        )
        return [*modules, *cells]

    def _touched(self, notebook: NotebookNode) -> set[str]:
        """What the student's code touches that no exercise asks for, as its text and its side say."""
        found = self.remote.touched.union(*map(touched, self._codes(notebook)))
        found -= {name.rpartition(".")[2] for name in found if "." in name}  # said once, in full
        if len(found) > 1:
            found.discard(EXCHANGED)  # which they are is known
        return unusual(found, self.job.usual)

    def _execute(self, cell: NotebookNode) -> None:
        self.outputs.begin(cell)
        self.verdicts.begin(cell)
        test = is_test(cell) and self.job.way != BESIDE
        if test and not is_sure(cell.source):
            self.unsure.append(grade_id(cell))
        if self.remote.gone:
            reason = f"not run, because in an earlier cell {self.remote.gone}"
            self._error(cell, "NotRun", reason)
            return
        self.number += 1
        hear = self._hear_in_a_test if test else self.outputs.add
        with self.remote.cell(self.job.cell_seconds, hear):
            try:
                if test:
                    self._check_outputs(cell, self._test(cell.source))
                else:
                    self._run(cell)
            except CandidateGone:
                self._error(cell, "CandidateGone", f"stopped here: {self.remote.gone}")
            except NotCarriedError:
                pass  # told below
            except TimeoutError:
                self._error(cell, "CellTimeoutError", "stopped at the time limit of the cell")
            except Exception as error:
                # A test may meet what the candidate says that the student's code raised.
                if not (test and isinstance(error, door.StudentError)):
                    self._blame(f"{type(error).__name__}: {error}")
                self._error(cell, type(error).__name__, str(error))
        if test and self.remote.uncarried:
            self._error(cell, NOT_GRADED, UNCARRIED.format(self.remote.uncarried))
        elif test and self.fault and any(o.output_type == "error" for o in cell.outputs):
            self._error(cell, NOT_GRADED, AFTER_A_FAULT.format(self.fault))
        elif not is_test(cell):
            self.offline.note(cell, self.remote.asked_network)
        elif self.offline.explains(cell, self.remote.asked_network):
            self._error(cell, NOT_GRADED, WITHOUT_NETWORK)

    def _test(self, source: str) -> bool:
        """Run a test and return whether it came to its end."""
        with (
            self.guard.on(self.remote.folder.roots, self._own_texts(source)),
            _time_limit(self.job.cell_seconds + 2 * GRACE),
            self.remote.test(),
        ):
            self.bindings.begin(source)
            with self.bindings.seeding(source):
                passed = self.shell.run(source, number=self.number)
            self.bindings.end(source)
        self._blame(self.shell.fault or self.bindings.fault)
        if self.remote.gone:
            raise CandidateGone(self.remote.gone)
        return passed

    def _own_texts(self, test: str) -> set[str]:
        """The texts in a test, in the cells that it may need, and in the instructor's modules."""
        modules = (
            content.decode(errors="replace")
            for name, content in self.job.files.items()
            if name in self.job.given and name.endswith(".py")
        )
        cells = (each.source for each in self.bindings.trusted)
        return set().union(*map(texts, (test, *cells, *modules)))

    def _run(self, cell: NotebookNode) -> None:
        """Run a cell in the candidate."""
        test = is_test(cell)
        if is_locked(cell) and not test and bound(cell.source):
            self.bindings.trusted.append(Trusted(cell.source, self.remote.chance()))
        draw = test or is_flagged(cell, "solution")
        self._blame(self.remote.run(cell.source, draw, self.number))

    def _hear_in_a_test(self, event: object) -> None:
        """A test shows what the student's functions print, or captures it; and nothing else."""
        if type(event) is dict:
            kind, text = (event.get("output_type"), event.get("name")), event.get("text", "")
            if set(map(type, kind)) != {str} or kind != STDOUT:
                return
            if sys.stdout is self.stdout:
                self.outputs.add(event)
            elif type(text) is str and len(text) <= self.capturable:
                self.capturable -= len(text)
                sys.stdout.write(text)

    def _check_outputs(self, cell: NotebookNode, passed: bool) -> None:
        """Let a test give no points whose outputs are not all there, or end in an odd result."""
        if not passed and all(output.output_type != "error" for output in cell.outputs):
            self._error(cell, "TestFailed", "the test's error cannot be shown")
        if self.verdicts.full:
            self._error(cell, "OutputLost", "the tests of this notebook put out too much")
        results = [o for o in cell.outputs if o.output_type == "execute_result"]
        for text in (result.data.get("text/plain") for result in results):
            with contextlib.suppress(TypeError, ValueError):  # then it is not meant for a mark
                if not 0 <= float(text) <= flags(cell)["points"]:
                    self._error(cell, "NoMark", f"the result {text} is not a mark")

    def _blame(self, fault: str) -> None:
        """Remember the first fault of ours, '' if there was none."""
        self.fault = self.fault or one_line(fault)

    def _error(self, cell: NotebookNode, kind: str, text: str) -> None:
        """Add an error to the outputs of ``cell``, whatever they are."""
        text = text[:MOST_TEXT].encode(errors="replace").decode()
        error = {"ename": kind, "evalue": text, "traceback": [f"{kind}: {text}"]}
        place = 0 if is_test(cell) else len(cell.outputs)  # nbgrader stops at the first result
        cell.outputs.insert(place, nbformat.v4.new_output("error", **error))


@contextlib.contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """A test that is itself still running after ``seconds`` is stopped with a TimeoutError."""

    def stop(*_: object) -> None:
        raise TimeoutError("the test was still running at the time limit")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, GRACE)  # again, if a callback swallows it
    try:
        yield
    finally:
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
