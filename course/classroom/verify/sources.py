"""What `course verify` grades: the source's own solutions, the blank release, and mutants.

A source notebook becomes what a student would hand in by nbgrader's own steps, with the settings of the
course, but for those that leave hidden tests out: these come back with grading.
"""

import contextlib
import copy
import os
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import ClearSolutions

from course.classroom import mutants
from course.classroom.course import Course, told_as_problem
from course.classroom.marks import cell_name
from course.classroom.mutants import Mutant
from course.classroom.verify import unsteady
from course.grading import cells
from course.grading.job import Job
from course.grading.problem import Problem, one_line
from course.plugins.execute import ExecuteApart

MOST_OF_A_CELL = 20
"""Mutants of a solution."""
MOST_OF_A_NOTEBOOK = 100
"""Mutants; each solution has its share."""

NEEDLESS = ("SaveCells", "ClearHiddenTests", "ClearMarkScheme")
"""Steps of nbgrader's that only serve the gradebook, or that grading takes back."""


@dataclass(frozen=True)
class Code:
    """What stands in the solution cells of a notebook that is graded.

    Attributes:
        cell: the name of the one that has a mutant, '' if none has.
    """

    what: str
    notebook: NotebookNode = field(repr=False)
    cell: str = ""
    mutant: Mutant | None = None


@dataclass(frozen=True, eq=False)
class Source:
    """A source notebook.

    Attributes:
        tests: its test cells, by name.
        causes: what in it makes marks differ from run to run: names of cells, each with a sentence.
        job: all but its notebook and its key are those of what is graded.
    """

    assignment: str
    name: str
    path: Path
    solved: Code
    blank: Code
    tests: dict[str, NotebookNode]
    mutants: list[Code]
    causes: list[tuple[str, str]]
    job: Job = field(repr=False)

    @property
    def place(self) -> str:
        """How it is called in a list: ASSIGNMENT, or ASSIGNMENT/NOTEBOOK if that is named otherwise."""
        return self.assignment if self.name == self.assignment else f"{self.assignment}/{self.name}"

    def cell(self, name: str) -> str:
        """How the cell ``name`` is called in a list."""
        return f"{self.assignment}/{cell_name(self.assignment, self.name, name)}"


class Release(GenerateAssignment):
    """nbgrader's GenerateAssignment in memory, as far as a submission has gone through it."""

    def made(self, path: str, solved: bool) -> NotebookNode:
        """The notebook at ``path`` as it is handed in.

        Args:
            solved: with the source's own solutions; they are cleared otherwise.
        """
        needless = {*NEEDLESS, "ClearSolutions"} if solved else {*NEEDLESS}
        self.exporter = self.exporter_class(parent=self, config=self.config)
        for step in self.preprocessors:
            if getattr(step, "__name__", str(step)).rpartition(".")[2] not in needless:
                self.exporter.register_preprocessor(step)
        resources = self.init_single_notebook_resources(path)
        with contextlib.chdir(self.coursedir.root):
            text, _ = self.exporter.from_filename(path, resources=resources)
        return nbformat.reads(text, as_version=4)


def read(course: Course, assignments: list[str]) -> list[Source]:
    """The source notebooks of ``assignments``, or of all, that have tests.

    Raises:
        Problem: there is no such assignment, none with a test, or one that cannot be read or released.
    """
    directory = course.directory
    paths = sorted(Path(directory.root, directory.source_directory).glob("[!.]*/*.ipynb"))
    for path in paths:
        _check(path)
    known = dict.fromkeys(path.parent.name for path in paths)
    if not known:
        raise Problem(f"there is no notebook in {directory.source_directory}/.")
    for assignment in assignments:
        if assignment not in known:
            asked = one_line(assignment)
            raise Problem(f"there is no {asked} in source/, which has {', '.join(known)}.")
    execute = ExecuteApart(config=course.config)
    wanted = [path for path in paths if not assignments or path.parent.name in assignments]
    every = [_read(course, execute, path.parent.name, path) for path in wanted]
    found = [source for source in every if source.tests]
    if not found:
        raise Problem("there is no test cell that nbgrader would grade; nothing is to be verified.")
    return found


def _check(path: Path) -> None:
    """See that there is a notebook at ``path``.

    Raises:
        Problem: there is none.
    """
    try:
        cells.read(path)
    except Exception:  # nbformat raises whatever it trips over
        raise Problem(f"cannot read {one_line(str(path))}; take an earlier copy.") from None


def _read(course: Course, execute: ExecuteApart, assignment: str, path: Path) -> Source:
    directory = course.directory
    folder = directory.format_path(directory.source_directory, ".", assignment)
    release = Release(coursedir=directory, config=course.config)
    try:
        with told_as_problem():
            solved, blank = (
                release.made(os.path.join(folder, path.name), solved) for solved in (True, False)
            )
            job = execute.job_beside(None, b"", solved, directory, assignment, path.stem)
    except Problem as problem:
        raise Problem(f"{one_line(str(path))}: {problem}") from None
    tests = {str(cells.grade_id(cell)): cell for cell in solved.cells if cells.is_test(cell)}
    return Source(
        assignment,
        path.stem,
        path,
        Code("the source's solutions", solved),
        Code("the blank release", blank),
        tests,
        _mutants(solved, ClearSolutions(config=course.config)),
        unsteady.causes(cells.read(path)),
        job,
    )


def _mutants(solved: NotebookNode, clear: ClearSolutions) -> list[Code]:
    """Mutants of each solution of a notebook that no person grades, in its order."""
    places = [
        place
        for place, cell in enumerate(solved.cells)
        if cell.cell_type == "code"
        and cells.is_flagged(cell, "solution")
        and not cells.is_flagged(cell, "grade")
    ]
    most = min(MOST_OF_A_CELL, max(MOST_OF_A_NOTEBOOK // max(len(places), 1), 1))
    found = []
    for place in places:
        cell = solved.cells[place]
        name = str(cells.grade_id(cell))
        for mutant in mutants.mutants(cell.source, _lines(cell.source, clear), most):
            notebook = copy.copy(solved)
            notebook.cells = list(solved.cells)
            notebook.cells[place] = copy.deepcopy(cell)
            notebook.cells[place].source = mutant.code
            what = f"a mutant of {name}, line {mutant.line}: {mutant.what}"
            found.append(Code(what, notebook, name, mutant))
    return found


def _lines(source: str, clear: ClearSolutions) -> set[int]:
    """The lines of a cell, from 1, that are left out of the release: all if no region is marked."""
    inside, found = False, set()
    lines = source.split("\n")
    for number, line in enumerate(lines, start=1):
        if clear.begin_solution_delimeter in line:
            inside = True
        elif clear.end_solution_delimeter in line:
            inside = False
        elif inside:
            found.add(number)
    return found or set(range(1, len(lines) + 1))
