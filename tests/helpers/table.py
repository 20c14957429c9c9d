"""Lines of a table of submissions, graded as one class in each of the two ways, and compared."""

import glob
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from course.classroom import grade, notebooks
from course.classroom.course import Course
from course.classroom.demo import cycle as demo
from course.grading.problem import Problem
from helpers import boxed, handing_in
from helpers.handing_in import Step

TEXT = Path(__file__).parents[1] / "small" / "rides.md"
NO_HEADER = 'c.IncludeHeaderFooter.header = ""\n'
SHORT = "c.ExecuteApart.timeout = 5\n"
"""Seconds a cell; what does not end is not waited for as long as in a real course."""
WAITING = {
    "answer": {"words"},
    "fare": {"test-fare"},
    "mean": {"test-mean_fare", "test-mean_fare-general"},
}
"""Names of graded cells, by the words that a table has for them."""

Row = tuple[str, str, *tuple[Step, ...]]
"""What is handed in, the mark that it must get, and the steps that make it."""

Cells = dict[str, tuple[float | None, bool, float]]
"""By the name of a graded cell: its points, whether it waits for a person, and its full points."""


@dataclass(frozen=True)
class Case:
    """A row, and who hands it in."""

    student: str
    what: str
    mark: str
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        return self.what


def by_what_it_is(rows: Iterable[Row]) -> list[Case]:
    """Each of ``rows`` with a student who is called like it."""
    cases = []
    for what, mark, *steps in rows:
        plain = unicodedata.normalize("NFKD", what).encode("ascii", "ignore").decode()
        cases.append(Case(re.sub(r"\W+", "-", plain).strip("-"), what, mark, tuple(steps)))
    return cases


def by_student(rows: Iterable[Row]) -> list[Case]:
    """Rows that begin with the name of a student, which they are about."""
    return [Case(name, ascii(name), mark, tuple(steps)) for name, mark, *steps in rows]


@dataclass(frozen=True)
class Class:
    """A class that was graded: where it lies, marks by student, and what the command said."""

    folder: Path
    marks: dict[str, Cells]
    said: str

    def lines(self, student: str) -> str:
        """What was said of a student."""
        name, said = (unicodedata.normalize("NFC", text) for text in (student.strip(), self.said))
        named = re.compile(rf"(?<![\w.-]){re.escape(name)}(?![\w-])")
        return "\n".join(line for line in said.splitlines() if named.search(line))


def hand_in(folder: Path, assignment: str, cases: Iterable[Case]) -> None:
    """Make a course folder with one assignment, in which all of ``cases`` have handed in."""
    source = folder / "source" / assignment
    source.mkdir(parents=True)
    small = assignment == TEXT.stem
    settings = demo.CONFIG + NO_HEADER + (SHORT if small else "")
    (folder / "nbgrader_config.py").write_text(settings, encoding="utf-8")
    if small:
        nbformat.write(notebooks.convert(TEXT), source / f"{assignment}.ipynb")
        (source / "price.csv").write_text("2", encoding="utf-8")
    else:
        shutil.copy(notebooks.path(assignment), source)
    assert Course(folder).generate(assignment).reason == ""
    for case in cases:
        made = handing_in.draft(folder, assignment, *case.steps)
        handing_in.write(made, folder / "submitted" / case.student / assignment)


def with_course(folder: Path, assignment: str) -> Class:
    """The class in ``folder`` after `course grade`."""
    try:
        said = grade.run(folder, [assignment], 2, None, False, boxed.SANDBOXED)
    except Problem as problem:
        said = str(problem)
    return Class(folder, marks(folder, assignment), said)


def with_nbgrader(folder: Path, assignment: str) -> Class:
    """The class in ``folder`` after `nbgrader autograde`."""
    command = [sys.executable, "-m", "nbgrader", "autograde", "--assignment", assignment]
    command += [f"--ExecuteApart.sandbox={boxed.SANDBOXED}"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    return Class(folder, marks(folder, assignment), run.stdout + run.stderr)


def marks(folder: Path, assignment: str) -> dict[str, Cells]:
    """What the gradebook holds, by student, of those whose graded notebook is there.

    nbgrader enters a submission before it reads it, and leaves it in the gradebook when it cannot.
    """
    with Course(folder).gradebook() as gradebook:
        return {
            submission.student_id: {
                mark.name: (mark.score, mark.needs_manual_grade, mark.max_score)
                for notebook in submission.notebooks
                for mark in notebook.grades
            }
            for submission in gradebook.assignment_submissions(assignment)
            if list(
                folder.glob(f"autograded/{glob.escape(submission.student_id)}/{assignment}/*.ipynb")
            )
        }


def waiting(cells: Cells) -> set[str]:
    """The cells that wait for a person."""
    return {name for name, (_, waits, _) in cells.items() if waits}


def points(cells: Cells) -> float:
    """The points of all cells together."""
    return sum(score or 0 for score, *_ in cells.values())


def fits(mark: str, cells: Cells, said: str) -> bool:
    """Whether what came of a submission is what ``mark``, or one of its alternatives, says."""
    return any(_fits(one.strip(), cells, said) for one in mark.split(" or "))


def _fits(mark: str, cells: Cells, said: str) -> bool:
    what, _, words = mark.partition("; said: ")
    if what == "nobody":
        right = not cells
    elif what.startswith("not graded"):
        words = what.partition(": ")[2]
        right = not cells and bool(said)
    elif what == "something waits":
        right = bool(waiting(cells))
    else:
        score, _, who = what.partition(", ")
        words_for_cells = who.removesuffix(" waits").split(" and ") if who else []
        expected = {name for word in words_for_cells for name in WAITING[word]}
        right = bool(cells) and points(cells) == float(score) and waiting(cells) == expected
    return right and all(word in said for word in filter(None, words.split(", ")))


def told(cells: Cells, said: str) -> str:
    """What came of a submission, for who reads a failed test."""
    waits = ", ".join(sorted(waiting(cells))) or "nothing"
    mark = f"{points(cells):g} points, {waits} waits" if cells else "no mark"
    return f"{mark}; said: {said or 'nothing'}"


def beside(folder: Path, case: Case, assignment: str, name: str) -> list[NotebookNode]:
    """The graded cell ``name`` and those above and below it, as a person is shown them."""
    path = folder / "autograded" / case.student / assignment / f"{assignment}.ipynb"
    shown = nbformat.read(path, as_version=4).cells
    [place] = [number for number, cell in enumerate(shown) if handing_in.name_of(cell) == name]
    return shown[max(place - 1, 0) : place + 2]
