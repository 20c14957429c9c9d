"""The cells of a notebook: which are nbgrader's, what they are for, and what code in them names."""

import ast
import functools
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import nbformat
from IPython.core.inputtransformer2 import TransformerManager
from nbformat.notebooknode import NotebookNode

BESIDE = "beside"
"""The tag of a test cell that is to be run beside the student's code."""

PREFIX = "test-"
"""Before the name of an exercise in that of its test cell."""


def read(path: Path) -> NotebookNode:
    """The notebook at ``path``."""
    notebook: NotebookNode = nbformat.read(path, as_version=4)
    return notebook


def flags(cell: dict[str, Any]) -> dict[str, Any]:
    """What nbgrader's metadata says of ``cell``, read as a notebook or as JSON; {} if there is none."""
    found = cell["metadata"].get("nbgrader")
    return found if isinstance(found, dict) else {}


def grade_id(cell: dict[str, Any]) -> str | None:
    """The name that ``cell`` says it has, whether or not there is such a cell."""
    name = flags(cell).get("grade_id")
    return name if isinstance(name, str) else None


def exercise_of(name: str, exercises: Iterable[str]) -> str | None:
    """Which of ``exercises`` the graded cell ``name`` gives points for; None if it is none of them.

    An exercise `gradient` has its points on `gradient` itself, on `test-gradient`, or on parts such
    as `test-gradient-general`. Where several fit, the longest name does.
    """
    asked = name.removeprefix(PREFIX)
    fitting = [known for known in exercises if f"{asked}-".startswith(f"{known}-")]
    return max(fitting, key=len, default=None)


def is_flagged(cell: dict[str, Any], flag: str) -> bool:
    """Whether nbgrader's ``flag`` ("grade", "solution", "locked") is set."""
    return bool(flags(cell).get(flag))


def is_locked(cell: NotebookNode) -> bool:
    """Whether the cell is the instructor's and students cannot change it."""
    return is_flagged(cell, "locked") and not is_flagged(cell, "solution")


def is_test(cell: NotebookNode) -> bool:
    """Whether the cell is graded by running it."""
    return (
        cell.cell_type == "code" and is_flagged(cell, "grade") and not is_flagged(cell, "solution")
    )


def is_beside(cell: NotebookNode) -> bool:
    """Whether the cell is a test whose author chose that it is run beside the student's code."""
    return is_test(cell) and BESIDE in cell["metadata"].get("tags", [])


def import_statements(cells: list[NotebookNode]) -> str:
    """The imports at the top level of ``cells``, one a line.

    So is that of pyplot where Matplotlib is mentioned at all: it complains where it cannot keep its fonts.
    """
    statements = []
    for cell in cells:
        if cell.cell_type == "code":
            if "matplotlib" in cell.source:
                statements.append("import matplotlib.pyplot")
            body = parsed(cell.source).body
            statements += [
                ast.unparse(s) for s in body if isinstance(s, ast.Import | ast.ImportFrom)
            ]
    return "\n".join(dict.fromkeys(statements))


def defined_names(cells: list[NotebookNode]) -> tuple[str, ...]:
    """Names that solutions among ``cells`` define at their top level, imports aside."""
    names = set()
    for cell in cells:
        if cell.cell_type == "code" and is_flagged(cell, "solution"):
            for statement in parsed(cell.source).body:
                if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                    names.add(statement.name)
                elif isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign):
                    nodes = ast.walk(statement)
                    names |= {
                        node.id
                        for node in nodes
                        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
                    }
    return tuple(sorted(names))


def parsed(source: str) -> ast.Module:
    """The syntax tree of a cell; that of an empty one if it has none."""
    try:
        return ast.parse(transformed(source))
    except SyntaxError:  # running the cell will say so
        return ast.Module([], [])


@functools.lru_cache(maxsize=256)
def tree(source: str) -> ast.Module:
    """`parsed`, and the same one again for the same source: to be read, and not to be changed."""
    return parsed(source)


def transformed(source: str) -> str:
    """A cell as plain Python, what IPython alone understands written as calls."""
    try:
        return TransformerManager().transform_cell(source)
    except SyntaxError:
        return ""
