"""An autograded notebook, made anew of that alone which a page shows, with the student's part as data."""

import re
from collections import Counter
from typing import Any

from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.filters import strip_ansi
from nbformat import NotebookNode, v4
from nbgrader.preprocessors import ClearHiddenTests

from course.grading import cells, tame
from course.plugins import markup

GRADE_ID = re.compile(r"[\w-]+", re.ASCII)
FLAGS = ("grade", "solution", "task", "locked")
ENCODED = ("image/png", "image/jpeg")
PRIORITY = ("text/html", "text/markdown", "image/svg+xml", "text/latex", *ENCODED, "text/plain")
"""Of what an output offers, the first of these is shown, and nothing else."""

LONGEST_ALT = 10_000
"""Characters of what is said instead of a picture."""

NOT_SHOWN = "(not shown: {})"


def as_data(nb: NotebookNode) -> NotebookNode:
    """What a page shows of ``nb``: nothing in it runs, and nothing is asked of another server."""
    return v4.new_notebook(cells=[_cell(number, cell) for number, cell in enumerate(nb.cells)])


def _cell(number: int, cell: NotebookNode) -> NotebookNode:
    known = {"id": f"cell-{number}", "metadata": _metadata(cell)}
    if cell.cell_type == "code":
        outputs = [shown for output in cell.outputs if (shown := _output(output))]
        count = _whole(cell.get("execution_count"))
        return v4.new_code_cell(cell.source, execution_count=count, outputs=outputs, **known)
    if cell.cell_type == "markdown":
        return v4.new_markdown_cell(cell.source, attachments=cell.get("attachments", {}), **known)
    # nbgrader's pages put a raw cell beside the cells, in no place of its own.
    return v4.new_markdown_cell(tame.verbatim(cell.source), **known)


def _metadata(cell: NotebookNode) -> dict[str, Any]:
    """What pages ask of a cell: what nbgrader knows of it, and whether its code has no colours."""
    plain = cell.metadata.get("magics_language") == "text"
    return _of_nbgrader(cell) | ({"magics_language": "text"} if plain else {})


def _of_nbgrader(cell: NotebookNode) -> dict[str, Any]:
    name = cells.grade_id(cell)
    if name is None or not GRADE_ID.fullmatch(name):
        return {}
    points = cells.flags(cell).get("points")
    flags = {flag: cells.is_flagged(cell, flag) for flag in FLAGS}
    worth = {"points": float(points)} if isinstance(points, int | float) else {}
    return {"nbgrader": {"grade_id": name, "schema_version": 3, **flags, **worth}}


def _output(output: NotebookNode) -> NotebookNode | None:
    kind = output.output_type
    if kind == "stream":
        return v4.new_output("stream", name=output.name, text=output.text)
    if kind == "error":
        return v4.new_output(
            "error", ename=output.ename, evalue=output.evalue, traceback=output.traceback
        )
    mime, value = _choice(output.data)
    new: dict[str, Any] = {"data": {mime: value}}
    if mime in ENCODED:
        new["metadata"] = {mime: _size_and_alt(mime, output.metadata)}
    if kind == "execute_result":
        new["execution_count"] = _whole(output.get("execution_count"))
    return v4.new_output(kind, **new)


def _choice(data: NotebookNode) -> tuple[str, str]:
    """The type and the text that are shown of what an output offers."""
    for mime in PRIORITY:
        value = data.get(mime)
        if not isinstance(value, str):
            continue
        if mime == "text/html":
            return mime, markup.clean(value)
        if mime in ("text/markdown", "text/latex"):
            return "text/html", markup.markdown(value)
        if mime not in ENCODED or markup.BASE64.fullmatch(value):
            return mime, value
    return "text/plain", NOT_SHOWN.format(", ".join(data) or "nothing")


def _size_and_alt(mime: str, metadata: NotebookNode) -> dict[str, int | str]:
    found = {**metadata, **metadata.get(mime, {})}
    sizes = {side: _whole(found.get(side)) for side in ("width", "height")}
    kept: dict[str, int | str] = {side: size for side, size in sizes.items() if size is not None}
    if isinstance(alt := found.get("alt"), str):
        kept["alt"] = alt[:LONGEST_ALT]
    return kept


def _whole(number: object) -> int | None:
    return number if type(number) is int else None


class HideHiddenTests(ClearHiddenTests):
    """Takes hidden tests from the feedback, and of their errors all but what tells the student."""

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """``nb``, where a test's error that shows a line of a hidden one is its message alone."""
        tests = [cell for cell in nb.cells if cells.is_test(cell)]
        hidden = [line for cell in tests for line in self._taken_from(cell)]
        errors = [o for cell in tests for o in cell.outputs if o.output_type == "error"]
        for error in errors:
            said = strip_ansi("\n".join(error.traceback))
            if any(line in said for line in hidden):
                error.traceback = [f"{error.ename}: {error.evalue}"]
        return nb, resources

    def _taken_from(self, cell: NotebookNode) -> list[str]:
        """The lines of the hidden tests in ``cell``, which it is without from now on."""
        before = cell.source.splitlines()
        self._remove_hidden_test_region(cell)
        after = Counter(cell.source.splitlines())
        taken = Counter(before) - after
        return [line.strip() for line in taken if re.search(r"\w", line)]
