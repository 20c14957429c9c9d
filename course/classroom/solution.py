"""A learner's own copy of the notebooks, in `work/`: made once, and never written over."""

import os
import shutil
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from course.classroom import notebooks
from course.grading.job import is_test

RELEASE = notebooks.SOURCE.parent / "release"
WORK = notebooks.SOURCE.parent / "work"
TIMEOUT = 120
"""Seconds a cell."""


class NotYetError(Exception):
    """The reference solution is not to be shown; the text says why, in one line."""


def copy_new(release: Path, work: Path) -> None:
    """Copy to ``work`` what it does not have of ``release``; what it has stays as it is."""
    for file in filter(Path.is_file, sorted(release.rglob("*"))):
        own = work / file.relative_to(release)
        own.parent.mkdir(parents=True, exist_ok=True)
        _copy_once(file, own)


def lab(work: Path) -> None:
    """Open JupyterLab on ``work``, until it is closed. The command `course` works in it."""
    from jupyterlab.labapp import LabApp

    os.environ["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    os.chdir(notebooks.SOURCE.parent)  # where Validate finds the course's settings
    options = [f"--ServerApp.root_dir={work}"]
    if os.name == "posix":  # a login shell would set another PATH
        shell = {"shell_command": [os.environ.get("SHELL", "sh")]}
        options.append(f"--ServerApp.terminado_settings={shell}")
    LabApp.launch_instance(options)


def solution(assignment: str, release: Path, work: Path) -> Path:
    """Put the reference notebook beside the learner's, once theirs passes every visible test.

    Returns: where it lies. What lies there already is left as it is.

    Raises:
        NotYetError: a test does not pass, or there is no such notebook.
    """
    reference = notebooks.path(assignment)
    if not reference.exists():
        raise NotYetError(
            f"no notebook {assignment}; there are {', '.join(notebooks.assignments())}."
        )
    own = work / assignment / f"{assignment}.ipynb"
    if not own.exists():
        raise NotYetError(f"no {own}; `course lab` puts it there.")
    if failed := failing(own, release / assignment / own.name):
        raise NotYetError(f"these do not pass yet: {', '.join(failed)}. Run them in {own.name}.")
    beside = own.with_name(f"{assignment}-solution.ipynb")
    _copy_once(reference, beside)
    return beside


def failing(own: Path, release: Path) -> list[str]:
    """Names of the test cells of ``release`` that do not pass, or are not there, in ``own``."""
    from course.classroom.cycle import unreadable  # nbgrader takes seconds to import

    if reason := unreadable(own):
        raise NotYetError(f"{own} cannot be read: {reason}.")
    notebook = nbformat.read(own, as_version=4)
    NotebookClient(
        notebook,
        timeout=TIMEOUT,
        allow_errors=True,
        extra_arguments=["--log-level=ERROR"],  # a kernel warns of how it talks to us
        resources={"metadata": {"path": own.parent}},
    ).execute()
    passed = {grade_id for grade_id, cell in _tests(notebook).items() if not _has_error(cell)}
    return [grade_id for grade_id in _tests(nbformat.read(release, 4)) if grade_id not in passed]


def _copy_once(file: Path, to: Path) -> None:
    """Copy ``file`` as a whole; what lies there already stays as it is."""
    if not to.exists():
        unfinished = to.with_name(f"{to.name}.part")
        shutil.copy(file, unfinished)
        unfinished.replace(to)


def _tests(notebook: NotebookNode) -> dict[str, NotebookNode]:
    return {cell.metadata.nbgrader.grade_id: cell for cell in notebook.cells if is_test(cell)}


def _has_error(cell: NotebookNode) -> bool:
    return any(output.output_type == "error" for output in cell.outputs)
