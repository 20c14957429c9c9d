"""What processes import before they are forked: as much as the source notebooks need, and no more."""

import functools
import re
from collections.abc import Iterable
from pathlib import Path

from nbformat.notebooknode import NotebookNode

from course.grading import cells
from course.grading.identifiers import bound, loaded

LATE = "import torch._dynamo"
"""Takes as long as torch itself, and the first step of an optimizer does it."""

_IMPORTS_LATE = re.compile(r"optim|compile|\bfunc\b|\bmeta\b")
"""What of torch has it imported."""


@functools.cache
def imports(folders: tuple[str, ...]) -> tuple[str, str]:
    """The import statements of the notebooks in ``folders``: for candidates, and for examiners.

    Candidates run tests, too, beside the student's code. Examiners run tests, and of the other cells what
    these mention.
    """
    paths = [path for folder in folders for path in sorted(Path(folder).glob("*.ipynb"))]
    every = [cell for path in paths for cell in cells.read(path).cells if cell.cell_type == "code"]
    tests = [cell for cell in every if cells.is_test(cell)]
    given = cells.import_statements([c for c in every if not cells.is_flagged(c, "grade")])
    tested = cells.import_statements(tests)
    mentioned = _mentioned(every)
    needed = [line for line in given.splitlines() if bound(line) & mentioned]
    has_torch = any("torch" in cell.source for cell in every)
    return (
        _joined([*given.splitlines(), *tested.splitlines()], every if has_torch else []),
        _joined([*needed, *tested.splitlines()], tests if has_torch else []),
    )


def _mentioned(every: list[NotebookNode]) -> set[str]:
    """Names in tests, and in read-only cells that bind any of these."""
    names: set[str] = set()
    for cell in reversed(every):
        if cells.is_test(cell) or cells.is_locked(cell) and bound(cell.source) & names:
            names |= loaded(cell.source)
    return names


def _joined(statements: list[str], using: Iterable[NotebookNode]) -> str:
    late = any(_IMPORTS_LATE.search(cell.source) for cell in using)
    return "\n".join(dict.fromkeys([*statements, *[LATE] * late]))
