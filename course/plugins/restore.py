"""What nbgrader's own preprocessors leave undone to a submission before it is executed."""

import functools
import json
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook, Notebook
from nbgrader.preprocessors import NbGraderPreprocessor

from course.grading import cells, handed_in, limited, unseen
from course.grading.problem import Problem, one_line
from course.grading.unseen import Assignment


class Restore(NbGraderPreprocessor):
    """Take from a submission its cells, and from the gradebook what they are; after ClearOutput.

    nbgrader corrects a part of the metadata and believes the rest, and a single broken entry can stop
    the grading of the whole class. It looks for answers in their own cells only. What is done instead
    says `course.grading.unseen`, in a process with limits, as it reads what a student wrote.
    """

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """``nb``, repaired.

        Raises:
            Problem: it is more than anything that a person writes.
        """
        assignment = self._assignment(resources["nbgrader"])
        try:
            text = limited.call(handed_in.READING, handed_in.SECONDS, unseen.settle, nb, assignment)
        except limited.LimitedError as error:
            raise Problem(one_line(f"the notebook cannot be read: {error}")) from None
        return nbformat.from_dict(json.loads(text)), resources

    def _assignment(self, which: dict[str, str]) -> Assignment:
        """What was handed out of the notebook that ``which`` names, in the order of its source."""
        with Gradebook(which["db_url"]) as gradebook:
            known = _cells(gradebook.find_notebook(which["notebook"], which["assignment"]))
        course = self.parent.parent.coursedir
        source, release = (
            _read(Path(course.format_path(folder, ".", which["assignment"])), which["notebook"])
            for folder in (course.source_directory, course.release_directory)
        )
        names = [name for cell in source.cells if (name := cells.grade_id(cell)) is not None]
        in_order = {name: known[name] for name in dict.fromkeys([*names, *known]) if name in known}
        others = [cell for cell in source.cells if cells.grade_id(cell) not in known]
        return Assignment(in_order, [*others, *release.cells], source.asked)


@dataclass(frozen=True)
class _Notebook:
    """One of the instructor's notebooks: its cells, and by solution the names that it defines."""

    cells: tuple[NotebookNode, ...] = ()
    asked: dict[str, tuple[str, ...]] = field(default_factory=dict)


def _read(folder: Path, notebook: str) -> _Notebook:
    """One of the instructor's notebooks, empty if it is not there."""
    path = folder / f"{notebook}.ipynb"
    return _read_once(path, path.stat().st_mtime_ns) if path.exists() else _Notebook()


@functools.lru_cache(maxsize=32)
def _read_once(path: Path, _changed: int) -> _Notebook:
    found = cells.read(path).cells
    for cell in found:
        cell.pop("outputs", None)  # they are not looked at, and would travel with each submission
    asked = {cells.grade_id(cell) or "": cells.defined_names([cell]) for cell in found}
    return _Notebook(tuple(found), {name: names for name, names in asked.items() if names})


def _cells(notebook: Notebook) -> dict[str, NotebookNode]:
    """Its cells as they were handed out, by grade_id; the gradebook has them in no order."""
    graded, solutions, tasks = (
        {cell.name: cell for cell in kind}
        for kind in (notebook.grade_cells, notebook.solution_cells, notebook.task_cells)
    )
    made = {}
    for source in notebook.source_cells:
        name = source.name
        new = {"code": nbformat.v4.new_code_cell, "markdown": nbformat.v4.new_markdown_cell}
        made[name] = new[source.cell_type](source.source)
        made[name].metadata["nbgrader"] = NotebookNode(
            schema_version=3,
            grade_id=name,
            grade=name in graded,
            solution=name in solutions,
            task=name in tasks,
            locked=source.locked,
            checksum=source.checksum,
        )
        if worth := graded.get(name) or tasks.get(name):
            made[name].metadata.nbgrader["points"] = worth.max_score
    return made
