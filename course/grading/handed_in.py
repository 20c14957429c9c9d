"""May what lies in a student's folder be graded, and why not."""

import glob
import json
import os
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from course.grading import limited, names, opened, parse, read
from course.grading.problem import Problem, one_line

READING = "from course.grading import read, unseen"
"""What a process imports in which notebooks are read, and what stands in them."""

SECONDS = 5
"""Processor time that reading a notebook may take."""


def check_name(student: str) -> None:
    """Refuse a student whose folder nbgrader cannot find by its name.

    Raises:
        Problem: it is hidden, holds what nbgrader cuts off or a pattern would take for something else,
            or cannot be printed.
    """
    for reason in names.refused([student]).values():
        raise Problem(reason)
    if glob.escape(student) != student or not student.isprintable():
        raise Problem("nbgrader cannot read the name of the student's folder")


def check_folder(submission: Path) -> None:
    """Refuse what was handed in as ``submission`` if it is no folder, whatever lies in it.

    Raises:
        Problem: it is a link or a file, there is none, or it cannot be opened.
    """
    with opened.folder(submission):
        pass


def notebook(path: Path) -> NotebookNode:
    """The notebook that was handed in as ``path``, as `course.grading.read` makes it, in a fork.

    Raises:
        Problem: it is no notebook, or one that is larger than anything that a person writes.
    """
    try:
        text = limited.call(READING, SECONDS, read.cells, os.fspath(path))
    except limited.LimitedError as error:
        reason = f"{path.name!r} cannot be read: {error}; {parse.CLEAR}"
        raise Problem(one_line(reason)) from None
    made: NotebookNode = nbformat.from_dict(json.loads(text))
    return made
