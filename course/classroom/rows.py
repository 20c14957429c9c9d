"""The rows that nbgrader's gradebook has of submissions, read and written for many of them at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from nbgrader import api
from sqlalchemy import Table, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

Pair = tuple[str, str]
"""Student and assignment."""
Row = dict[str, Any]
Rows = dict[str, dict[str, Row]]
"""By table, and by key."""

STRUCTURE: tuple[Table, ...] = tuple(
    kind.__table__
    for kind in (
        api.Course,
        api.Assignment,
        api.Notebook,
        api.BaseCell,
        api.GradeCell,
        api.SolutionCell,
        api.TaskCell,
        api.SourceCell,
    )
)
"""Tables of what is handed out, each after those that it refers to."""

ASSIGNMENT: Table = api.Assignment.__table__
STUDENT, SUBMISSION, NOTEBOOK, GRADE, COMMENT = SUBMITTED = tuple(
    kind.__table__
    for kind in (
        api.Student,
        api.SubmittedAssignment,
        api.SubmittedNotebook,
        api.Grade,
        api.Comment,
    )
)
"""Tables of what is handed in, each after those that it refers to."""


def structure(session: Session) -> dict[str, list[Row]]:
    """All that the gradebook has of what is handed out, by table."""
    return {
        table.name: [
            dict(row) for row in session.execute(select(table).order_by(table.c.id)).mappings()
        ]
        for table in STRUCTURE
    }


def enter_structure(session: Session, rows: dict[str, list[Row]]) -> None:
    """Enter in an empty gradebook what `structure` told of another one."""
    for table in reversed(STRUCTURE):
        session.execute(table.delete())
    for table in STRUCTURE:
        _insert(session, table, rows[table.name])
    session.commit()


def read(session: Session, pairs: Collection[Pair], to_change: bool = False) -> dict[Pair, Rows]:
    """What the gradebook has of these submissions; of one that it does not know, empty tables.

    Args:
        to_change: where the database can, nobody else changes them before the transaction ends.
    """

    def rows(table: Table, column: str, keys: Collection[str]) -> list[Row]:
        wanted = select(table).where(table.c[column].in_(list(keys)))
        wanted = wanted.with_for_update() if to_change else wanted
        return [dict(row) for row in session.execute(wanted).mappings()] if keys else []

    found = {pair: nothing() for pair in pairs}
    students = {student for student, _ in pairs}
    of_student = defaultdict(list)
    for pair in pairs:
        of_student[pair[0]].append(pair)
    for row in rows(STUDENT, "id", students):
        for pair in of_student[row["id"]]:
            found[pair][STUDENT.name][row["id"]] = row
    found_names = session.execute(select(api.Assignment.id, api.Assignment.name))
    names: dict[str, str] = {key: name for key, name in found_names}
    owners: dict[str, Pair] = {}
    for row in rows(SUBMISSION, "student_id", students):
        pair = row["student_id"], names.get(row["assignment_id"], "")
        if pair in found:
            owners[row["id"]] = pair
            found[pair][SUBMISSION.name][row["id"]] = row
    below: dict[str, Pair] = {}
    for row in rows(NOTEBOOK, "assignment_id", owners):
        below[row["id"]] = owners[row["assignment_id"]]
        found[below[row["id"]]][NOTEBOOK.name][row["id"]] = row
    for table in (GRADE, COMMENT):
        for row in rows(table, "notebook_id", below):
            found[below[row["notebook_id"]]][table.name][row["id"]] = row
    return found


def nothing() -> Rows:
    """What the gradebook has of a submission that it does not know."""
    return {table.name: {} for table in SUBMITTED}


def enter(session: Session, rows: Rows) -> None:
    """Enter the rows of a submission in a gradebook that has none of them."""
    for table in SUBMITTED:
        _insert(session, table, list(rows[table.name].values()))
    session.commit()


def change(session: Session, changes: Iterable[tuple[Rows, Rows]]) -> None:
    """Write what is different after something than it was before; the caller commits.

    A column that is the same stays as it is in the gradebook.
    """
    new: dict[str, list[Row]] = defaultdict(list)
    other: dict[tuple[str, tuple[str, ...]], list[Row]] = defaultdict(list)
    gone: dict[str, list[str]] = defaultdict(list)
    for before, after in changes:
        for table in SUBMITTED:
            old = before[table.name]
            for key, row in after[table.name].items():
                if key not in old:
                    new[table.name].append(row)
                elif columns := tuple(name for name in row if row[name] != old[key][name]):
                    told = {f"new_{name}": row[name] for name in columns}
                    other[table.name, columns].append({"key": key, **told})
            gone[table.name] += old.keys() - after[table.name].keys()
    for table in SUBMITTED:
        _insert(session, table, list({row["id"]: row for row in new[table.name]}.values()))
    by_name = {table.name: table for table in SUBMITTED}
    for (name, columns), rows in other.items():
        values: dict[str, Any] = {column: bindparam(f"new_{column}") for column in columns}
        table = by_name[name]
        update = table.update().where(table.c.id == bindparam("key")).values(values)
        session.connection().execute(update, rows)
    for table in reversed(SUBMITTED):
        if gone[table.name]:
            session.execute(table.delete().where(table.c.id.in_(gone[table.name])))


def enroll(session: Session, students: Iterable[str]) -> None:
    """Enter ``students``, those whom the gradebook does not know; none whose name is no text."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    rows = [{"id": student} for student in students if _is_text(student)]
    if rows:
        session.execute(insert(STUDENT).on_conflict_do_nothing(), rows)
        session.commit()


def _is_text(name: str) -> bool:
    try:
        return bool(name.encode())
    except UnicodeEncodeError:
        return False


def _insert(session: Session, table: Table, rows: list[Row]) -> None:
    if rows:
        session.execute(table.insert(), rows)
