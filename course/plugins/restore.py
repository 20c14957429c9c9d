"""What nbgrader's own preprocessors leave undone to a submission before it is executed."""

from pathlib import Path

import nbformat
from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook, Notebook
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade, is_solution

from course.grading import cells, tame


class Restore(NbGraderPreprocessor):
    """Take from a submission its cells, and from the gradebook what they are; after ClearOutput.

    Metadata says which cells are tests, what these are worth, and which are the instructor's own
    code, trusted while grading. nbgrader corrects a part of it and believes the rest, and a single
    broken entry can stop the grading of the whole class. Here nothing is believed but the grade_id
    of a cell. The last of several cells with the same one is taken for it; the others are ordinary
    cells, and so are those with an unknown one. Missing cells come back as they were handed out,
    except for solutions, which may stand in another cell now.
    """

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """``nb``, repaired."""
        handed_out = self._handed_out(resources["nbgrader"])
        missing = dict(handed_out)
        for cell in reversed(nb.cells):
            grade_id = cells.grade_id(cell)
            known = missing.pop(grade_id, None) if grade_id is not None else None
            cell.metadata = known.metadata if known else NotebookNode()
        position = len(nb.cells)
        for name, cell in reversed(handed_out.items()):
            if name not in missing:
                position = [cells.grade_id(cell) for cell in nb.cells].index(name)
            elif not is_solution(cell) or is_grade(cell):
                nb.cells.insert(position, cell)
        room = tame.Room()
        for cell in nb.cells:
            if cell.cell_type == "code" and not room.code(cell.source):
                cell.metadata["magics_language"] = "text"  # pages show it without colors
        nb.nbformat_minor = 5
        for number, cell in enumerate(nb.cells):
            cell.id = f"cell-{number}"  # a cell without an id would get a new one in each run
        return nb, resources

    def _handed_out(self, which: dict[str, str]) -> dict[str, NotebookNode]:
        """The cells that nbgrader knows by their grade_id, in the order of the source notebook."""
        with Gradebook(which["db_url"]) as gradebook:
            known = _cells(gradebook.find_notebook(which["notebook"], which["assignment"]))
        course = self.parent.parent.coursedir
        folder = Path(course.format_path(course.source_directory, ".", which["assignment"]))
        source = folder / f"{which['notebook']}.ipynb"
        names = map(cells.grade_id, cells.read(source).cells) if source.exists() else ()
        return {name: known[name] for name in dict.fromkeys([*names, *known]) if name in known}


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
