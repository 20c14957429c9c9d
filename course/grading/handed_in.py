"""May what lies in a student's folder be graded, and why not."""

import glob
import json
import os
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from course.grading import limited, opened, read
from course.grading.problem import Problem, one_line

MOST_BYTES_OF_FILES = 32 << 20
SECONDS = 5
"""Processor time that reading a notebook may take."""


def check_name(student: str) -> None:
    """Refuse a student whose folder nbgrader cannot find by its name.

    Raises:
        Problem: it holds what a pattern would take for something else, or cannot be printed.
    """
    if glob.escape(student) != student or not student.isprintable():
        raise Problem("nbgrader cannot read the name of the student's folder")


def check_folder(submission: Path) -> None:
    """Refuse the folder ``submission`` by what it holds; no file in it is opened.

    Raises:
        Problem: it holds something else than files and folders, or too many of them.
    """
    with opened.folder(submission) as folder:
        opened.look(folder)


def notebook(path: Path) -> NotebookNode:
    """The notebook that was handed in as ``path``, as `course.grading.read` makes it, in a fork.

    Raises:
        Problem: it is no notebook, or one that is larger than anything that a person writes.
    """
    imports = "from course.grading import read"
    try:
        text = limited.call(imports, SECONDS, read.cells, os.fspath(path))
    except limited.LimitedError as error:
        raise Problem(one_line(f"the notebook cannot be read: {error}; {read.HELP}")) from None
    made: NotebookNode = nbformat.from_dict(json.loads(text))
    return made


def unreadable(notebook: Path) -> str:
    """Why an instructor's, or one's own, notebook cannot be read, in a few words; '' if it can be."""
    if not notebook.exists():
        return "nothing handed in"
    if not notebook.is_file():
        return "not a notebook: a folder of that name"
    try:
        nbformat.validate(nbformat.reads(notebook.read_text(encoding="utf-8"), as_version=4))
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
