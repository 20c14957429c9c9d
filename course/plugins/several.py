"""nbgrader's Autograde takes each notebook of a submission for itself, wherever in it that lies.

By itself it stops at the first notebook that it cannot read, and removes what it had made of the
others; and it looks for notebooks in their own folders only. `nbgrader_config.py` calls `each_for_itself`.
"""

import contextlib
import fnmatch
import functools
import traceback
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from course.grading.problem import Problem
from course.plugins import found

init_notebooks = Autograde.init_notebooks
init_assignment = Autograde.init_assignment
convert_single_notebook = Autograde.convert_single_notebook
convert_notebooks = Autograde.convert_notebooks


def each_for_itself() -> None:
    """Change which notebooks Autograde grades in this process, and what one costs the others."""
    Autograde.init_notebooks = _init_notebooks
    Autograde.init_assignment = _init_assignment
    Autograde.convert_single_notebook = _convert_single_notebook
    Autograde.convert_notebooks = _convert_notebooks


@functools.wraps(init_notebooks)
def _init_notebooks(converter: Autograde) -> None:
    """Look for submissions, also for those whose notebooks lie elsewhere than in their folder."""
    nothing = None
    try:
        init_notebooks(converter)
    except NbGraderException as error:
        nothing = error
    with contextlib.suppress(DBAPIError):  # asked once more for each submission, which says so
        _add_misplaced(converter)
    if nothing and not converter.assignments:
        raise nothing


def _add_misplaced(converter: Autograde) -> None:
    course = converter.coursedir
    with Gradebook(course.db_url, course.course_id) as gradebook:
        names = [assignment.name for assignment in gradebook.assignments]
    for assignment in fnmatch.filter(names, course.assignment_id):
        for student in found.students(course, assignment, course.student_id):
            folder = str(found.folder(course, student, assignment))
            if folder in converter.assignments:
                continue
            try:
                found.find(course, student, assignment)
            except Problem as problem:
                converter.log.warning("%s: %s", folder, problem)
            else:
                converter.assignments[folder] = []


@functools.wraps(init_assignment)
def _init_assignment(converter: Autograde, assignment: str, student: str) -> None:
    """Have those notebooks graded that were found, and those that cannot be told fail one by one."""
    course = converter.coursedir
    there = found.find(course, student, assignment)
    folder = found.folder(course, student, assignment)
    unknown = [path for path in converter.notebooks if Path(path).stem not in there.names]
    names = fnmatch.filter([*there.files, *there.reasons], course.notebook_id)
    converter.notebooks = sorted([*unknown, *(str(folder / f"{name}.ipynb") for name in names)])
    converter.failed = []
    init_assignment(converter, assignment, student)
    for note in there.notes:
        converter.log.warning(note)


@functools.wraps(convert_single_notebook)
def _convert_single_notebook(converter: Autograde, path: str) -> None:
    """Grade a notebook; if that cannot be done, it waits for a person, and the others go on."""
    try:
        convert_single_notebook(converter, path)
    except SQLAlchemyError:
        raise
    except Exception as error:
        converter.failed.append(path)
        if len(converter.failed) == len(converter.notebooks):
            raise
        converter.log.error(traceback.format_exc())
        which = converter.init_single_notebook_resources(path)["nbgrader"]
        _let_wait(which)
        converter.not_graded.append(f"{which['notebook']}.ipynb of {which['student']}: {error}")


def _let_wait(which: dict[str, str]) -> None:
    """What is in the gradebook of a notebook is no mark: that of an attempt before, or a zero."""
    with Gradebook(which["db_url"]) as gradebook:
        submitted = gradebook.find_submission_notebook(
            which["notebook"], which["assignment"], which["student"]
        )
        for grade in submitted.grades:
            grade.needs_manual_grade = True
        gradebook.db.commit()


@functools.wraps(convert_notebooks)
def _convert_notebooks(converter: Autograde) -> None:
    """Grade all that was found, and fail in the end if a part of a submission could not be."""
    converter.not_graded = []
    convert_notebooks(converter)
    if converter.not_graded:
        problem = f"{'; '.join(converter.not_graded)}; all others are graded"
        converter.log.error("Not all notebooks could be graded.\nProblem: %s", problem)
        raise NbGraderException("Please see the error log above.")
