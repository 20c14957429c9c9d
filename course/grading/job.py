"""What is sent away to be executed: a sanitized submission with all that it needs."""

import ast
import functools
import hashlib
import importlib.metadata
import itertools
import os
import pickle
import stat
from dataclasses import dataclass, field, fields
from pathlib import Path

import nbformat
from IPython.core.inputtransformer2 import TransformerManager
from nbformat.notebooknode import NotebookNode

import course

MOST_FILES = 1_000
MOST_BYTES_OF_FILES = 32 << 20


class UngradableError(Exception):
    """A submission cannot be graded; the text says why, in one line."""


@dataclass(frozen=True)
class Job:
    """A submission to execute, ready to be sent to another process or machine.

    Attributes:
        notebook: its text, JSON, sanitized by nbgrader.
        files: the data files handed in with it, and the instructor's, by relative path.
        imports: import statements of the source notebook, one a line.
        asked: names that its solutions define, which are the student's in every test.
        cell_seconds, notebook_seconds: limits on time.
        output_bytes: limit on what all cells put out.
    """

    notebook: str
    files: dict[str, bytes] = field(default_factory=dict)
    imports: str = ""
    asked: tuple[str, ...] = ()
    cell_seconds: float = 60.0
    notebook_seconds: float = 600.0
    output_bytes: int = 20 << 20

    def digest(self) -> str:
        """Names the content of this job and the software that would grade it."""
        content = [getattr(self, part.name) for part in fields(self)]
        return hashlib.sha256(_software() + pickle.dumps(content)).hexdigest()


def check_files(submission: Path) -> None:
    """Refuse the folder ``submission`` by what it holds; nothing in it is opened.

    nbgrader copies what links point at, and the copies reach the student with the feedback.

    Raises:
        UngradableError: it holds something else than files and folders, or too many of them.
    """
    if submission.is_symlink():
        raise UngradableError("a link was handed in instead of a folder")
    number = 0
    for folder, *names in os.walk(submission):
        for path in (Path(folder, name) for name in itertools.chain(*names)):
            number += 1
            mode = path.lstat().st_mode
            if number > MOST_FILES:
                raise UngradableError(f"more than {MOST_FILES:,} files were handed in")
            if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
                kind = "a link" if stat.S_ISLNK(mode) else "neither a file nor a folder"
                raise UngradableError(f"{str(path.relative_to(submission))!r} is {kind}")


@dataclass(frozen=True)
class Executed:
    """An executed submission.

    Attributes:
        notebook: its text, JSON, with outputs.
        memory: bytes, the most that was seen of the process with the student's code.
    """

    notebook: str
    memory: int = 0


def data_files(folders: list[Path], ignore: list[str]) -> dict[str, bytes]:
    """Files other than notebooks, by path in their folder; those of later folders win.

    Raises:
        UngradableError: they are larger than `MOST_BYTES_OF_FILES` together, or two of them cannot lie
            in one folder.
    """
    from nbgrader.utils import find_all_files  # slow, and the examiner does not need it

    found: dict[str, bytes] = {}
    for folder in folders:
        for path in map(Path, sorted(find_all_files(str(folder), [*ignore, "*.ipynb"]))):
            name = str(path.relative_to(folder))
            size = path.stat().st_size + sum(len(c) for n, c in found.items() if n != name)
            if size > MOST_BYTES_OF_FILES:
                raise UngradableError(
                    f"the files beside the notebook are larger than {MOST_BYTES_OF_FILES >> 20} MB"
                )
            found[name] = path.read_bytes()
    for name in found:
        if clash := found.keys() & set(map(str, Path(name).parents)):
            raise UngradableError(
                f"{clash.pop()!r} is a folder, and should be the file of that name"
            )
    return found


def is_flagged(cell: NotebookNode, flag: str) -> bool:
    """Whether nbgrader's ``flag`` ("grade", "solution", "locked") is set."""
    return bool(cell.metadata.get("nbgrader", {}).get(flag))


def is_locked(cell: NotebookNode) -> bool:
    """Whether the cell is the instructor's and students cannot change it."""
    return is_flagged(cell, "locked") and not is_flagged(cell, "solution")


def is_test(cell: NotebookNode) -> bool:
    """Whether the cell is graded by running it."""
    return (
        cell.cell_type == "code" and is_flagged(cell, "grade") and not is_flagged(cell, "solution")
    )


def import_statements(cells: list[NotebookNode]) -> str:
    """The imports at the top level of ``cells``, one a line."""
    statements = []
    for cell in cells:
        if cell.cell_type == "code":
            body = parsed(cell.source).body
            statements += [
                ast.unparse(s) for s in body if isinstance(s, ast.Import | ast.ImportFrom)
            ]
    return "\n".join(dict.fromkeys(statements))


def asked_names(cells: list[NotebookNode]) -> tuple[str, ...]:
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
        return ast.parse(TransformerManager().transform_cell(source))
    except SyntaxError:  # running the cell will say so
        return ast.Module([], [])


@functools.cache
def _software() -> bytes:
    """Digest of this package and of the versions of what it grades with."""
    packages = ("numpy", "torch", "nbgrader", "ipython", "matplotlib")
    digest = hashlib.sha256(repr([importlib.metadata.version(p) for p in packages]).encode())
    folder = Path(course.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        digest.update(os.fsencode(path.relative_to(folder)) + path.read_bytes())
    return digest.digest()


def read(path: Path) -> NotebookNode:
    """The notebook at ``path``."""
    return nbformat.read(path, as_version=4)
