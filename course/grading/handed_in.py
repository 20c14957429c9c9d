"""May what lies in a student's folder be graded, and why not."""

import glob
import itertools
import json
import os
import stat
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from course.grading import limited, read
from course.grading.problem import Problem, one_line

MOST_FILES = 1_000
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


def check(path: Path) -> None:
    """Refuse the submission that the notebook ``path`` is in, by its folder and by that file.

    Raises:
        Problem: it cannot be graded.
    """
    check_folder(path.parent)
    notebook(path)


def check_folder(submission: Path) -> None:
    """Refuse the folder ``submission`` by what it holds; nothing in it is opened.

    nbgrader copies what links point at, and the copies reach the student with the feedback.

    Raises:
        Problem: it holds something else than files and folders, or too many of them.
    """
    if submission.is_symlink():
        raise Problem("a link was handed in instead of a folder")
    number = 0
    for folder, *names in os.walk(submission):
        for path in (Path(folder, name) for name in itertools.chain(*names)):
            number += 1
            mode = path.lstat().st_mode
            if number > MOST_FILES:
                raise Problem(f"more than {MOST_FILES:,} files were handed in")
            if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
                kind = "a link" if stat.S_ISLNK(mode) else "neither a file nor a folder"
                raise Problem(f"{str(path.relative_to(submission))!r} is {kind}")


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


def data_files(listed: dict[Path, list[str]]) -> dict[str, bytes]:
    """The contents of files, by their path in their folder; those of later folders win.

    Args:
        listed: by folder, the files in it to take.

    Raises:
        Problem: they are larger than `MOST_BYTES_OF_FILES` together, or two of them cannot lie in one
            folder.
    """
    found: dict[str, bytes] = {}
    for folder, paths in listed.items():
        for path in map(Path, sorted(paths)):
            name = str(path.relative_to(folder))
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
