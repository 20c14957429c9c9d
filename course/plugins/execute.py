"""How nbgrader comes to execute notebooks our way: two preprocessors for its configured list.

`ExecuteApart` stands where nbgrader's own `Execute` stood, `AskAPerson` after `SaveAutoGrades`.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import nbformat
from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import determine_grade, find_all_files, is_grade
from traitlets import Bool, Integer

from course.grading import beforehand, cells, identifiers, secret, tame, unseen, waiting, workers
from course.grading.accompanying import Accompanying
from course.grading.execute import WorkerDiedError
from course.grading.job import Job
from course.grading.problem import one_line
from course.grading.touched import touched_by
from course.grading.workers import Settings
from course.plugins import found

FOUND = "Found elsewhere in the notebook:"
LONGEST_REASON = 400
"""Characters."""


class ExecuteApart(NbGraderPreprocessor):
    """Runs a student's cells in a sandbox, and the tests outside of it."""

    timeout = Integer(60, help="Seconds that a cell may take.").tag(config=True)
    notebook_timeout = Integer(600, help="Seconds that a notebook may take.").tag(config=True)
    sandbox = Bool(True, help="Whether students' code is confined.").tag(config=True)
    accelerator = Bool(False, help="Whether it may use a CUDA device.").tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """The notebook with its outputs."""
        course = self.parent.parent.coursedir
        which = resources["nbgrader"]
        job = self.job(nb, course, which["student"], which["assignment"], which["notebook"])
        try:
            settings = self.settings(course, [which["assignment"]])
            executed = workers.execute(settings, job)
        except WorkerDiedError as error:
            return not_graded(job, str(error)), resources
        assert executed is not None  # nobody was impatient
        return signed(executed.notebook, job), resources

    def settings(self, course: CourseDirectory, assignments: Iterable[str]) -> Settings:
        """How submissions for ``assignments`` are executed."""
        source = course.source_directory
        folders = (course.format_path(source, ".", assignment) for assignment in assignments)
        return Settings(
            beforehand.imports(tuple(folders)),
            self.sandbox,
            self.accelerator,
            (course.root,),
        )

    def job(
        self,
        nb: NotebookNode,
        course: CourseDirectory,
        student: str,
        assignment: str,
        notebook: str,
    ) -> Job:
        """What executing ``nb``, a sanitized submission, takes.

        Raises:
            Problem: nothing was handed in as a folder; the course's own files are too large; its
                secret cannot be read.
        """
        place: Path | None = found.file(course, student, assignment, notebook).parent
        if place == found.folder(course, student, assignment).parent:
            place = (
                None  # beside a notebook without a folder of its own lie those of all assignments
            )
        key = secret.of_course(Path(course.root))
        return self.job_beside(place, key, nb, course, assignment, notebook)

    def job_beside(
        self,
        place: Path | None,
        key: bytes,
        nb: NotebookNode,
        course: CourseDirectory,
        assignment: str,
        notebook: str,
    ) -> Job:
        """What executing ``nb`` takes, with the files in the folder ``place``.

        Args:
            place: None if nothing was handed in beside it.
            key: the secret of the course.

        Raises:
            Problem: the course's own files are too large.
        """
        source = Path(course.format_path(course.source_directory, ".", assignment))
        reference = source / f"{notebook}.ipynb"
        given = cells.read(reference).cells if reference.exists() else []
        accompanying = beside(course, assignment)
        files, left_out = accompanying.contents(place)
        text = nbformat.writes(nb)
        provided = [cell for cell in given if not cells.is_flagged(cell, "grade")]
        return Job(
            text,
            files,
            cells.import_statements(provided),
            identifiers.asked_names(given),
            identifiers.changing_names(given),
            touched_by(given),
            tuple(sorted(accompanying.given)),
            beside=tuple(sorted(filter(None, map(cells.grade_id, filter(cells.is_beside, given))))),
            key=secret.of_submission(key, text, files),
            cell_seconds=self.timeout,
            notebook_seconds=self.notebook_timeout,
            left_out=left_out,
        )


def beside(course: CourseDirectory, assignment: str) -> Accompanying:
    """Which files beside the notebooks of ``assignment`` are taken along."""
    source = course.format_path(course.source_directory, ".", assignment)
    ignored = (*course.ignore, "*.ipynb")
    given = find_all_files(source, list(ignored))
    return Accompanying(ignored, {os.path.relpath(path, source): Path(path) for path in given})


class AskAPerson(NbGraderPreprocessor):
    """Marks cells as waiting for a person: those that could not be run, or all tests, if code is odd.

    And those for which work may stand elsewhere in the notebook, but for tests that have all points.
    """

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """``nb``, with a line in its first test if a person should look at the student's code.

        So has each test for which code stands elsewhere; it shows that code.
        """
        which = resources["nbgrader"]
        tests = [cell for cell in nb.cells if is_grade(cell)]
        names = [cells.grade_id(cell) for cell in tests if waiting.why(cell)]
        for cell, why, text in _elsewhere(nb):
            names.append(cells.grade_id(cell))
            if cells.is_test(cell):
                _tell(cell, f"Waits for a person: {why}. {FOUND}\n{text}\n")
        if why := why_odd(nb):
            tests = [cell for cell in tests if cells.is_test(cell)]
            names += [cells.grade_id(cell) for cell in tests]
            text = f"Waits for a person, with the points of its tests: {why}.\n"
            for first in tests[:1]:
                _tell(first, text)
        if names:
            with Gradebook(which["db_url"]) as gradebook:
                for name in names:
                    grade = gradebook.find_grade(
                        name, which["notebook"], which["assignment"], which["student"]
                    )
                    grade.needs_manual_grade = True
                gradebook.db.commit()
        return nb, resources


def not_decided(nb: NotebookNode) -> dict[str, str]:
    """The tests of an executed notebook that wait for a person, in their order, each with the reason."""
    tests = filter(cells.is_test, nb.cells)
    return {str(cells.grade_id(cell)): why for cell in tests if (why := waiting.why(cell))}


def why_not_graded(nb: NotebookNode) -> str:
    """Which test of an executed notebook waits for a person, how many others, and why; '' if none does."""
    found = not_decided(nb)
    if not found:
        return ""
    name, why = next(iter(found.items()))
    every = sum(map(cells.is_test, nb.cells))
    also = f", and {len(found) - 1} more of {every} tests" if len(found) > 1 else ""
    return one_line(
        f"{name} waits{also}: {why.removesuffix(waiting.TO_STUDENTS).strip()}", LONGEST_REASON
    )


def signed(notebook: str, job: Job) -> NotebookNode:
    """An executed notebook that says what it was made from, so that nothing is graded twice."""
    nb = nbformat.reads(notebook, as_version=4)
    nb.metadata.setdefault("downhill", {})["graded"] = job.digest()
    return nb


def why_look(nb: NotebookNode) -> str:
    """Why a person should look at an executed notebook, in a sentence; '' if nobody need."""
    reasons = [why_odd(nb), *(why for _, why, _ in _elsewhere(nb))]
    return "; ".join(filter(None, dict.fromkeys(reasons)))


def why_odd(nb: NotebookNode) -> str:
    """What a person should look at in the code of an executed notebook; '' if nobody need."""
    names = nb.metadata.get("downhill", {}).get("touched", ())
    return f"the student's code touches {', '.join(names)}" if names else ""


def _elsewhere(nb: NotebookNode) -> Iterator[tuple[NotebookNode, str, str]]:
    """The cells for which work may stand elsewhere, why that is not certain, and what stands there."""
    looks = unseen.look(nb)
    for cell in nb.cells:
        name = cells.grade_id(cell)
        if name in looks and not (cells.is_test(cell) and has_all_points(cell)):
            yield cell, *looks[name]


def has_all_points(test: NotebookNode) -> bool:
    """Whether an executed test cell gives all its points."""
    try:
        points, most = determine_grade(test)
    except (KeyError, ValueError):  # its result is no mark
        return False
    return points == most


def _tell(test: NotebookNode, text: str) -> None:
    shown = tame.Room().printed(text)
    test.outputs.insert(0, nbformat.v4.new_output("stream", name="stdout", text=shown))


def not_graded(job: Job, reason: str) -> NotebookNode:
    """The notebook of ``job``, with ``reason`` in every test; not signed, so that it is retried."""
    nb = nbformat.reads(job.notebook, as_version=4)
    for cell in nb.cells:
        if cells.is_test(cell):
            cell.outputs = []
            waiting.put(cell, f"This test could not be run, twice: {reason}. {waiting.TO_STUDENTS}")
    return nb
