"""Judge answers that nobody handed in: each by the test cells of its exercise, as if it had been.

An answer stands in its exercise's cell, in a notebook of its own whose other solutions are right. It
runs where submissions run, and its tests where theirs do.
"""

import ast
import copy
import dataclasses
import difflib
import secrets
import textwrap
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import as_completed
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode
from tqdm import tqdm

from course.check import messages
from course.classroom import answer_file
from course.classroom.answer_file import Answer
from course.classroom.course import Course, open_course
from course.classroom.marks import cell_name
from course.classroom.report.understanding import STILL_TO_DO, failure
from course.grading import cells, read, secret, workers
from course.grading.job import Job
from course.grading.problem import Problem, one_line
from course.grading.sandbox import command
from course.grading.workers import Settings
from course.plugins.execute import ExecuteApart, has_all_points, why_odd

LONGEST = 1_000
"""Characters of what is told of an answer."""

SHOWN = (ast.Expr, ast.For, ast.While, ast.With)
"""Statements of a notebook that show something: slow ones, and no answer can need them."""


class Kind(StrEnum):
    """What became of an answer."""

    RIGHT = "accepted"
    NAMED = "told by name"
    GENERAL = "told in general"
    TO_DO = "still to do"
    ERROR = "without a verdict"


@dataclass(frozen=True)
class Told:
    """What an answer is told: a tag and its message, or another ``text``."""

    kind: Kind
    text: str = ""
    tag: str = ""


@dataclass(frozen=True)
class Exercise:
    """An exercise, and what judging an answer to it takes.

    Attributes:
        place: ASSIGNMENT/EXERCISE; the name of its notebook stands between them if that is another.
        name: that of its cell.
        cells: what of its notebook is run.
        job: all but its notebook and its key are those of an answer.
    """

    place: str
    name: str
    cells: tuple[NotebookNode, ...]
    job: Job


def run(folder: Path, file: Path, jobs: int, sandboxed: bool) -> str:
    """Judge the answers in ``file`` by the tests of the course in ``folder``; say what each is told.

    Args:
        jobs: answers judged at once.
        sandboxed: whether they are confined.

    Raises:
        Problem: the folder is no course; the file is written in another way, or names what is no
            exercise with tests; there is no sandbox.
        OSError: the file cannot be read.
    """
    course = open_course(folder)
    answers = answer_file.read(file)
    key = key_of(Path(course.directory.root))
    known = exercises(course, key)
    asked = [find(known, answer) for answer in answers]
    of = sorted({exercise.place.partition("/")[0] for exercise in asked})
    settings = dataclasses.replace(course.settings(of), sandboxed=sandboxed)
    if sandboxed:
        command.probe()
    with (
        workers.pool(jobs) as pool,
        tqdm(total=len(answers), unit="answer", desc="judging") as progress,
    ):
        futures = [
            pool.submit(judge, settings, exercise, answer.code, key)
            for exercise, answer in zip(asked, answers, strict=True)
        ]
        try:
            for _ in as_completed(futures):
                progress.update()
        finally:
            for future in futures:
                future.cancel()
    told = [future.result() for future in futures]
    blocks = [
        shown(exercise.place, answer.label, each)
        for exercise, answer, each in zip(asked, answers, told, strict=True)
    ]
    return "\n".join([*blocks, "", counted(told)])


def key_of(folder: Path) -> bytes:
    """The secret of the course in ``folder``; one for this run alone where there is none yet."""
    made = (folder / secret.FILE).exists()
    return secret.of_course(folder) if made else secrets.token_bytes(secret.BYTES)


def exercises(course: Course, key: bytes) -> list[Exercise]:
    """All exercises in the source notebooks of ``course`` that have tests.

    Raises:
        Problem: a notebook cannot be read, or the course's own files are too large.
    """
    directory = course.directory
    execute = ExecuteApart(config=course.config)
    found = []
    for path in sorted(Path(directory.root, directory.source_directory).glob("[!.]*/*.ipynb")):
        assignment, notebook = path.parent.name, path.stem
        try:
            source = cells.read(path)
        except Exception:  # nbformat raises whatever it trips over
            raise Problem(f"cannot read {one_line(str(path))}; take an earlier copy.") from None
        job = execute.job_beside(None, key, source, directory, assignment, notebook)
        names = [name for cell in source.cells if (name := _solved(cell))]
        for name in names:
            place = f"{assignment}/{cell_name(assignment, notebook, name)}"
            if needed := _needed(source.cells, name, names):
                found.append(Exercise(place, name, needed, job))
    return found


def _solved(cell: NotebookNode) -> str | None:
    """The exercise whose solution is in ``cell``."""
    code = cell.cell_type == "code" and cells.is_flagged(cell, "solution")
    return cells.grade_id(cell) if code else None


def _needed(
    every: list[NotebookNode], exercise: str, exercises: list[str]
) -> tuple[NotebookNode, ...]:
    """What of a notebook is run to judge an answer to ``exercise``: nothing if no cell tests it.

    That is all down to its last test; of the instructor's other cells, what they define.
    """
    needed, end = [], 0
    for cell in every:
        if cell.cell_type != "code":
            continue
        name = cells.grade_id(cell) or ""
        test = cells.is_test(cell)
        if test and cells.exercise_of(name, exercises) == exercise:
            needed.append(cell)
            end = len(needed)
        elif _solved(cell) or (cells.is_locked(cell) and not test):
            needed.append(cell)
        elif defined := _defined(cell.source):
            needed.append(nbformat.v4.new_code_cell(defined))
    return tuple(needed[:end])


def _defined(source: str) -> str:
    """The statements of a cell but for those that show something."""
    body = [each for each in cells.parsed(source).body if not isinstance(each, SHOWN)]
    return ast.unparse(ast.Module(body, []))


def find(known: list[Exercise], answer: Answer) -> Exercise:
    """The exercise of ``answer``: that of its name, or of the end of it that it gives.

    Raises:
        Problem: there is none, or several.
    """
    fitting = [each for each in known if f"/{each.place}".endswith(f"/{answer.exercise}")]
    if len(fitting) == 1:
        return fitting[0]
    asked = f"{one_line(answer.exercise)!r} of {one_line(answer.label)!r}"
    if fitting:
        places = " or ".join(each.place for each in fitting)
        raise Problem(f"the exercise {asked} is in several notebooks; write {places}.")
    if not known:
        raise Problem("there is no exercise with tests in source/.")
    name = answer.exercise.rpartition("/")[2]
    [nearest] = difflib.get_close_matches(name, {each.name for each in known}, 1, cutoff=0)
    places = " or ".join(each.place for each in known if each.name == nearest)
    raise Problem(f"source/ has no tests for the exercise {asked}; write such as {places}.")


def judge(settings: Settings, exercise: Exercise, code: str, key: bytes) -> Told:
    """What ``code`` is told as an answer to ``exercise``.

    Args:
        key: the secret of the course.

    Raises:
        Problem: there is no sandbox.
    """
    if len(code) > read.MOST_CHARACTERS:
        return Told(Kind.ERROR, f"It is longer than {read.MOST_CHARACTERS:,} characters.")
    key_of_its_own = secret.of_submission(key, f"{exercise.place}\n{code}", {})
    job = dataclasses.replace(exercise.job, notebook=_notebook(exercise, code), key=key_of_its_own)
    try:
        executed = workers.execute(settings, job)
        assert executed is not None  # nobody was impatient
        return _told(nbformat.reads(executed.notebook, as_version=4), exercise.name)
    except Problem:
        raise
    except Exception as error:  # of a worker
        return Told(Kind.ERROR, f"It could not be run: {error}.")


def _notebook(exercise: Exercise, code: str) -> str:
    """The notebook in which ``code`` is the answer to ``exercise``, as JSON."""
    made = nbformat.v4.new_notebook(cells=copy.deepcopy(list(exercise.cells)))
    for cell in made.cells:
        cell.outputs = []
        if _solved(cell) == exercise.name:
            cell.source = code
    text: str = nbformat.writes(made)
    return text


def _told(executed: NotebookNode, exercise: str) -> Told:
    """What an executed notebook says of its answer to ``exercise``."""
    tests = [cell for cell in executed.cells if cells.is_test(cell)]
    failures = [failure(error) for cell in tests for error in _errors(cell)]
    if not failures:
        if not all(map(has_all_points, tests)):
            return Told(Kind.ERROR, "Its tests do not give all their points.")
        odd = why_odd(executed)
        return Told(Kind.RIGHT, f"A person should look at it: {odd}." if odd else "")
    first = failures[0]
    if first.tag in messages.CATALOGUE:
        kind = Kind.GENERAL if first.tag in messages.GENERAL else Kind.NAMED
        return Told(kind, first.message, first.tag)
    if first.kind == STILL_TO_DO:
        return Told(Kind.TO_DO, "Still to do.")
    own = [cell for cell in executed.cells if _solved(cell) == exercise]
    first = next((failure(error) for cell in own for error in _errors(cell)), first)
    return Told(Kind.ERROR, f"{first.kind}: {first.message}")


def _errors(cell: NotebookNode) -> Iterator[NotebookNode]:
    return (output for output in cell.outputs if output.output_type == "error")


def shown(place: str, label: str, told: Told) -> str:
    """What stands in the list for an answer: its verdict, and below it what it is told."""
    mark = {Kind.RIGHT: "✓", Kind.TO_DO: "-"}.get(told.kind, "✗")
    tag = f" [{told.tag}]" if told.tag else ""
    text = textwrap.wrap(one_line(told.text, LONGEST), 84, break_on_hyphens=False)
    return "\n  ".join([f"{mark} {place}: {one_line(label)}{tag}", *text])


def counted(told: list[Told]) -> str:
    """How many answers became what."""
    counts = Counter(each.kind for each in told)
    return ", ".join(f"{counts[kind]} {kind}" for kind in Kind) + "."
