"""Tests that fail because submissions are graded without a network, as far as can be told.

Their code asked for it, or something that they need should have come from there. Which code asked is what the
candidate says, and it can only make a test wait for a person.
"""

import ast
import re

from nbformat.notebooknode import NotebookNode

from course.grading.cells import flags, is_test, tree
from course.grading.identifiers import bound, changed, loaded
from course.grading.second import is_sure, points

_PROGRAM = re.compile(
    r"^[ \t]*(?:\w+[ \t]*=[ \t]*)?[!%]+[ \t]*"
    r"(?:wget|curl|git[ \t]+clone|pip3?|conda|apt(?:-get)?|gdown|kaggle|python3?[ \t]+-m[ \t]+(?:pip|spacy))\b",
    re.MULTILINE,
)
"""A command of the shell that asks the network; there nobody hears what it does."""

NOT_THERE = {"FileNotFoundError", "ImportError", "ModuleNotFoundError"}
"""What a test stops with where a file or a library was to come from the network."""


class Offline:
    """Follows the cells of one notebook, in their order."""

    def __init__(self) -> None:
        self.asked = False  # in any cell
        self.lost: set[str] = set()  # names that should have come from there

    def note(self, cell: NotebookNode, asked: bool) -> None:
        """A cell has been run that is no test; ``asked`` says whether its code asked the network."""
        asked = asked or bool(_PROGRAM.search(cell.source))
        self.asked |= asked
        stopped = any(output.output_type == "error" for output in cell.outputs)
        if asked or self.asked and stopped or loaded(cell.source) & self.lost:
            rest = _without_first_imports(cell.source)
            self.lost |= bound(rest) | changed(rest)

    def explains(self, test: NotebookNode, asked: bool) -> bool:
        """Whether ``test``, which has been run, failed and might not have done so with a network."""
        assert is_test(test)
        failed = points(test) < flags(test)["points"]
        errors = {output.get("ename") for output in test.outputs}
        missing = self.asked and not errors.isdisjoint(NOT_THERE)
        needs = asked or missing or bool(loaded(test.source) & self.lost)
        return failed and needs and not is_sure(test.source)


def _without_first_imports(source: str) -> str:
    """A cell without the imports at its top, which were done before anything else."""
    statements = tree(source).body
    while statements and isinstance(statements[0], ast.Import | ast.ImportFrom):
        statements = statements[1:]
    return ast.unparse(ast.Module(statements, []))
