"""May what lies in a student's folder be graded, and why not."""

import functools
import glob
from collections.abc import Callable
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from course.grading import opened
from course.grading.problem import Problem, one_line

MOST_BYTES_OF_FILES = 32 << 20
MOST_BYTES = 128 << 20
"""Of a notebook with the outputs that were handed in, which are not looked at."""
MOST_CELLS = 2_000
LONGEST_CELL = 1_000_000
"""Characters."""


def check_name(student: str) -> None:
    """Refuse a student whose folder nbgrader cannot find by its name.

    Raises:
        Problem: it holds what a pattern would take for something else, or cannot be printed.
    """
    if glob.escape(student) != student or not student.isprintable():
        raise Problem("nbgrader cannot read the name of the student's folder")


def check(notebook: Path) -> None:
    """Refuse the submission that ``notebook`` is in, by its folder and by that file.

    Raises:
        Problem: it cannot be graded.
    """
    check_folder(notebook.parent)
    if reason := unreadable(notebook, functools.partial(opened.read, most=MOST_BYTES)):
        raise Problem(reason)


def check_folder(submission: Path) -> None:
    """Refuse the folder ``submission`` by what it holds; no file in it is opened.

    Raises:
        Problem: it holds something else than files and folders, or too many of them.
    """
    with opened.folder(submission) as folder:
        opened.look(folder)


def check_size(notebook: NotebookNode) -> None:
    """Refuse a notebook that is larger than anything that a person writes.

    Raises:
        Problem: it has too many cells, or one that is too long.
    """
    if len(notebook.cells) > MOST_CELLS:
        raise Problem(f"the notebook has more than {MOST_CELLS:,} cells")
    if any(len(cell.source) > LONGEST_CELL for cell in notebook.cells):
        raise Problem(f"a cell is longer than {LONGEST_CELL:,} characters")


def unreadable(notebook: Path, read: Callable[[Path], bytes] = Path.read_bytes) -> str:
    """Why the file ``notebook`` cannot be graded, in a few words; '' if it can be read.

    Args:
        read: reads a file; `opened.read` if it is another user's.
    """
    if not notebook.exists():
        return "nothing handed in"
    if not notebook.is_file():
        return "not a notebook: a folder of that name"
    if notebook.stat().st_size > MOST_BYTES:
        return f"not a notebook: larger than {MOST_BYTES >> 20} MB"
    try:
        nbformat.validate(nbformat.reads(read(notebook).decode(), as_version=4))
    except Problem as problem:
        return str(problem)
    except (nbformat.reader.NotJSONError, UnicodeDecodeError):
        return "not valid JSON: the file was cut off, or changed outside Jupyter"
    except Exception as error:  # nbformat raises whatever it trips over
        return one_line(f"not a notebook: {type(error).__name__}: {error}")
    return ""


def data_files(handed_in: dict[str, bytes], given: dict[str, Path]) -> dict[str, bytes]:
    """The contents of the files beside a notebook, by their path in its folder.

    Args:
        handed_in: those of the student, by path.
        given: where the instructor's lie, by path; they stand in place of the student's.

    Raises:
        Problem: they are larger than `MOST_BYTES_OF_FILES` together, or two of them cannot lie in one
            folder.
    """
    found = dict(handed_in)
    for name, path in sorted(given.items()):
        size = path.stat().st_size + sum(len(c) for n, c in found.items() if n != name)
        if size > MOST_BYTES_OF_FILES:
            raise Problem(
                f"the files beside the notebook are larger than {MOST_BYTES_OF_FILES >> 20} MB"
            )
        found[name] = path.read_bytes()
    for name in found:
        if clash := found.keys() & set(map(str, Path(name).parents)):
            raise Problem(f"{clash.pop()!r} is a folder, and should be the file of that name")
    return found
