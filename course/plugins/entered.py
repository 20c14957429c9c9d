"""What the gradebook holds of an assignment, and what `source/` would enter there now.

nbgrader grades with the cells that were entered in the gradebook when the assignment was generated.
A test that was mended in `source/` since then is not looked at, and nothing says so.
"""

import contextlib
import glob
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook, MissingEntry, Notebook
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import SaveCells
from nbgrader.utils import is_grade, is_locked, is_solution, is_task
from traitlets.config import Config
from traitlets.utils.importstring import import_item

from course.grading import cells
from course.grading.problem import Problem, one_line


@dataclass(frozen=True)
class Cell:
    """A cell as the gradebook keeps it.

    Attributes:
        kinds: of "grade", "solution" and "task", what it is.
        points: None if it has none to give.
        locked: whether students cannot change it.
        source: its text; of a test with its hidden part, of an answer what is handed out.
        checksum: nbgrader's, of all this.
    """

    kinds: frozenset[str]
    cell_type: str
    points: float | None
    locked: bool
    source: str
    checksum: str | None

    @property
    def what(self) -> str:
        """What people call such a cell."""
        if "solution" in self.kinds:
            return "answer"
        return "test" if "grade" in self.kinds else "task" if self.kinds else "locked cell"


Cells = dict[str, Cell]
"""The cells that nbgrader knows of a notebook, by grade_id."""


@dataclass(frozen=True)
class Source:
    """A notebook of `source/`: its cells, and nbgrader's JSON of the kernel that runs it."""

    cells: Cells
    kernel: str = field(default="{}", compare=False)


def in_source(config: Config, course: CourseDirectory, assignment: str) -> dict[str, Source]:
    """What each notebook of ``assignment`` in `source/` would enter in the gradebook, by its name.

    Nothing is written. It takes about 0.1 s a notebook; one with nbgrader's AUTOTEST is executed, as
    it is when it is entered. A notebook without a cell of nbgrader's is left out.

    Raises:
        Problem: nbgrader would not enter it.
    """
    folder = course.format_path(course.source_directory, ".", assignment)
    found = {}
    for path in sorted(glob.glob(os.path.join(glob.escape(folder), "*.ipynb"))):
        notebook = Path(path).stem
        source = _Reader(coursedir=course, config=config).read(path, assignment, notebook)
        if source.cells:
            found[notebook] = source
    return found


class _Reader(GenerateAssignment):
    """nbgrader's own step from `source/`, as far as the gradebook, in memory."""

    def read(self, path: str, assignment: str, notebook: str) -> Source:
        exporter = self.exporter_class(parent=self, config=self.config)
        names = {"student": ".", "assignment": assignment, "notebook": notebook}
        resources: dict[str, Any] = {"nbgrader": names | {"db_url": self.coursedir.db_url}}
        try:
            for step in takewhile(_is_before_the_gradebook, self.preprocessors):
                exporter.register_preprocessor(step)
            with contextlib.chdir(self.coursedir.root):
                text, _ = exporter.from_filename(path, resources=resources)
            nb = nbformat.reads(text, as_version=4)
            kernel = json.dumps(nb.metadata.get("kernelspec", {}))
            return Source(dict(_cells_of(nb.cells)), kernel)
        except Exception as error:  # nbgrader raises whatever it trips over
            where = os.path.relpath(path, self.coursedir.root)
            # Its check of metadata says less than what it caught, which goes on with the schema.
            reason, *_ = str(error.__context__ or error).split("\n\nFailed validating")
            if "schema version" in reason:
                reason += "; run: nbgrader update ."
            raise Problem(one_line(f"{where} cannot be entered: {reason}")) from None


def _is_before_the_gradebook(step: Any) -> bool:
    step = import_item(step) if isinstance(step, str) else step
    return not (isinstance(step, type) and issubclass(step, SaveCells))


def _cells_of(notebook: Iterable[nbformat.NotebookNode]) -> Iterator[tuple[str, Cell]]:
    """Those that nbgrader's SaveCells would save, as it would."""
    for cell in notebook:
        tests = {"grade": is_grade(cell), "solution": is_solution(cell), "task": is_task(cell)}
        kinds = frozenset(kind for kind, is_kind in tests.items() if is_kind)
        if kinds or is_locked(cell):
            own = cells.flags(cell)
            if cell.cell_type == "raw":
                raise ValueError(f"{own['grade_id']} is neither code nor Markdown")
            points = float(own["points"]) if kinds & {"grade", "task"} else None
            locked, checksum = bool(is_locked(cell)), own.get("checksum")
            made = Cell(kinds, cell.cell_type, points, locked, cell.source, checksum)
            yield own["grade_id"], made


def in_gradebook(gradebook: Gradebook, assignment: str) -> dict[str, Cells] | None:
    """The cells of each notebook of ``assignment`` in the gradebook; None if it is not there."""
    try:
        notebooks = gradebook.find_assignment(assignment).notebooks
    except MissingEntry:
        return None
    return {notebook.name: _entered(notebook) for notebook in notebooks}


def _entered(notebook: Notebook) -> Cells:
    kinds: dict[str, set[str]] = {}
    points: dict[str, float] = {}
    for kind, rows in rows_of(notebook).items():
        for row in rows:
            kinds.setdefault(row.name, set()).add(kind)
            if kind != "solution":
                points[row.name] = row.max_score
    return {
        row.name: Cell(
            frozenset(kinds.get(row.name, ())),
            row.cell_type,
            points.get(row.name),
            row.locked,
            row.source,
            row.checksum,
        )
        for row in notebook.source_cells
    }


def rows_of(notebook: Notebook) -> dict[str, list[Any]]:
    """The rows of the cells of ``notebook`` in the gradebook, by kind; without those of their texts."""
    return {
        "grade": notebook.grade_cells,
        "solution": notebook.solution_cells,
        "task": notebook.task_cells,
    }


def differences(
    assignment: str, source: dict[str, Source], entered: dict[str, Cells] | None
) -> list[str]:
    """Where ``source`` and what is ``entered`` differ, a short line each; none if they do not.

    Where `source/` has nothing of the assignment, all is as it was entered.
    """
    if entered is None:
        return ["not in the gradebook"] if source else []
    if not source:
        return []
    lines = []
    for notebook, new in source.items():
        where = "" if notebook == assignment else f"{notebook}: "
        if notebook not in entered:
            lines.append(f"the notebook {notebook} is new")
            continue
        lines += [f"{where}{line}" for line in _differences(new.cells, entered[notebook])]
    gone = [name for name, known in entered.items() if known and name not in source]
    return lines + [f"the notebook {name} is gone" for name in gone]


def _differences(new: Cells, old: Cells) -> Iterator[str]:
    for name in dict.fromkeys([*new, *old]):
        if name not in old:
            yield f"the {new[name].what} {name} is new"
        elif name not in new:
            yield f"the {old[name].what} {name} is gone"
        elif new[name] != old[name]:
            yield f"the {new[name].what} {name} {_difference(new[name], old[name])}"


def _difference(new: Cell, old: Cell) -> str:
    if (new.kinds, new.cell_type, new.locked) != (old.kinds, old.cell_type, old.locked):
        return "is of another kind"
    parts = ["is changed"] if new.source != old.source else []
    if new.points != old.points:
        plural = "" if new.points == 1 else "s"
        parts.append(f"gives {new.points:g} point{plural} in place of {old.points:g}")
    return " and ".join(parts) or "is changed"
