"""Before anything is graded: are the tests in `source/` those that the gradebook holds?

What differs is said, and entered in the gradebook if the instructor wants it. What was given by hand
stays: an assignment is entered as a whole or not at all, and refused where this would take a mark or a
comment away. `release/` is not touched.
"""

import shlex
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import nbformat
from nbgrader.api import (
    Assignment,
    Comment,
    Grade,
    Gradebook,
    GradeCell,
    MissingEntry,
    Notebook,
    SolutionCell,
    SourceCell,
    SubmittedNotebook,
    TaskCell,
)

from course.classroom.course import Course
from course.grading import cells
from course.grading.problem import Problem
from course.plugins import entered
from course.plugins.entered import Cell, Source

TABLES = {"grade": GradeCell, "solution": SolutionCell, "task": TaskCell}
MOST_NAMED = 3


def settle(course: Course, assignments: Sequence[str], update: bool) -> None:
    """See to it that the gradebook holds what `source/` has of each of ``assignments``.

    Prints where they differ. That is entered with ``update``, or when whoever is at the terminal says so.

    Raises:
        Problem: it is not to be entered, or cannot be, and the gradebook is as it was; or there is no
            such assignment.
    """
    with course.gradebook() as gradebook:
        differing, lines = {}, []
        for name in assignments:
            source = entered.in_source(course.config, course.directory, name)
            known = entered.in_gradebook(gradebook, name)
            if known is None and not source:
                raise Problem(f"{name} is not in the gradebook, and has no notebook in source/.")
            if found := entered.differences(name, source, known):
                differing[name] = source
                lines += [f"  {name}: {line}" for line in found]
        if not differing:
            return
        print("source/ and the gradebook differ:", *lines, sep="\n", flush=True)
        if not (update or _is_wanted()):
            command = shlex.join(["course", "grade", *assignments, "--update"])
            raise Problem(f"nothing is graded before the gradebook holds the same; run: {command}")
        for name, source in differing.items():
            _enter(course, gradebook, name, source)
    print("The gradebook holds what source/ has.", flush=True)


def _is_wanted() -> bool:
    """Ask at a terminal; where there is none, nobody says so."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    try:
        answer = input("Enter it in the gradebook, and grade again what it affects? [y/N] ")
    except EOFError:
        return False
    return answer.strip().lower() in ("y", "yes")


def _enter(course: Course, gradebook: Gradebook, name: str, source: dict[str, Source]) -> None:
    """Enter ``source`` in one transaction.

    Raises:
        Problem: a mark or a comment that was given by hand would be lost.
    """
    session = gradebook.db
    with session.no_autoflush:
        try:
            assignment = gradebook.find_assignment(name)
        except MissingEntry:
            assignment = Assignment(name=name, course_id=gradebook.course_id)
            session.add(assignment)
        rows = {row.name: row for row in assignment.notebooks}
        gone = [part for row in rows.values() for part in _gone(row, source)]
        _refuse_loss(gone)
        for part in gone:
            session.delete(part)
        added = []
        for notebook, new in source.items():
            row = rows.get(notebook) or _new_notebook(session, assignment, notebook)
            row.kernelspec = new.kernel
            added += [_enter_cell(session, row, *cell) for cell in new.cells.items()]
        if any(added):
            _forget_signatures(course, assignment)
        session.commit()


def _gone(row: Notebook, source: dict[str, Source]) -> Iterator[Any]:
    """What the gradebook has of cells that are no more: each with its grades and comments.

    And the notebook, if it is no more. One without such cells is nothing that `source` has.
    """
    is_gone = row.name not in source
    left = {} if is_gone else source[row.name].cells
    for kind, known in entered.rows_of(row).items():
        for cell in known:
            if cell.name not in left or kind not in left[cell.name].kinds:
                yield from cell.grades or ()
                yield from cell.comments or ()
                yield cell
    yield from (text for text in row.source_cells if text.name not in left)
    if is_gone and row.source_cells:
        yield from row.submissions
        yield row


def _refuse_loss(gone: Iterable[Any]) -> None:
    lost: dict[str, list[str]] = {}
    for part in gone:
        if _is_by_hand(part):
            lost.setdefault(part.cell.name, []).append(part.student.id)
    for name, students in lost.items():
        named = [*dict.fromkeys(students)]
        more = ["others"] if len(named) > MOST_NAMED else []
        raise Problem(
            f"{name} has marks or comments by hand ({', '.join(named[:MOST_NAMED] + more)}), which "
            "would go with it; put it back in source/, or clear them in the formgrader first."
        )


def _is_by_hand(part: Any) -> bool:
    if isinstance(part, Grade):
        return part.manual_score is not None or part.extra_credit is not None
    return isinstance(part, Comment) and bool(part.manual_comment)


def _new_notebook(session: Any, assignment: Assignment, name: str) -> Notebook:
    """A notebook in the gradebook, also of each submission that is there already."""
    row = Notebook(name=name, assignment=assignment)
    session.add(row)
    for submission in assignment.submissions:
        session.add(SubmittedNotebook(notebook=row, assignment=submission))
    return row


def _enter_cell(session: Any, notebook: Notebook, name: str, cell: Cell) -> bool:
    """Enter one cell, and say whether it has marks or comments that it did not have before."""
    added = False
    for kind in cell.kinds:
        row = _named(entered.rows_of(notebook)[kind], name)
        if is_new := row is None:
            row = TABLES[kind](name=name, notebook=notebook)
            session.add(row)
        if kind != "solution":
            row.max_score, row.cell_type = cell.points, cell.cell_type
        added |= is_new
        for submission in notebook.submissions if is_new else ():
            if kind != "solution":
                session.add(Grade(cell=row, notebook=submission))
            if kind != "grade":
                session.add(Comment(cell=row, notebook=submission))
    text = _named(notebook.source_cells, name)
    if text is None:
        text = SourceCell(name=name, notebook=notebook)
        session.add(text)
    text.cell_type, text.locked = cell.cell_type, cell.locked
    text.source, text.checksum = cell.source, cell.checksum
    return added


def _named(rows: Iterable[Any], name: str) -> Any:
    return next((row for row in rows if row.name == name), None)


def _forget_signatures(course: Course, assignment: Assignment) -> None:
    """Have submissions graded again that have no mark for a new cell, or in a new notebook.

    Without this, what was graded with this cell before, and then without it, would count as graded.
    """
    for submission in assignment.submissions:
        for path in course.graded(submission.student.id, assignment.name).values():
            try:
                graded = cells.read(path)
            except Exception:  # not written to its end, and graded again for that
                continue
            graded.metadata.get("downhill", {}).pop("graded", None)
            unfinished = path.with_name(f"{path.name}.part")
            nbformat.write(graded, unfinished)
            shutil.copymode(path, unfinished)
            unfinished.replace(path)
