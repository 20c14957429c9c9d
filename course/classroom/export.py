"""Marks as files that other programs read: a table for people, and what Canvas and Moodle import.

nbgrader's own export writes a 0 for what was never handed in, and does not quote what it writes. Here a
mark that does not exist is never a 0: it is an empty cell (in Moodle's file a dash), and the table says
why. Marks are written in full, so that they are the same when they are read again.

A text that a spreadsheet would take for a formula, since it begins with = + - or @ in any width, gets an
apostrophe before it, and so does one that would begin like that in a spreadsheet that was told another
separator. What cannot be seen in a text, such as a tab or a change of direction, is written out. An LMS
then does not recognise a student who is really called that, and says so.
"""

import csv
import dataclasses
import io
import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from course.classroom import files, marks
from course.classroom.course import open_course
from course.classroom.marks import GRADED, NOT_GRADED, NOT_HANDED_IN, WAITING, Marks, Student
from course.classroom.visible import visible

TABLE = ["student_id", "last_name", "first_name", "email", "lms_user_id", "assignment", "state"]
TABLE += ["handed_in", "points", "late_penalty", "mark", "max_score"]

FORMULA = ("=", "+", "-", "\N{MINUS SIGN}", "@")
SEPARATORS = re.compile("([,;|:，；｜：﹐﹔﹕︐︓︔\u037e])")
"""What a spreadsheet may be told that cells end with; tabs and line ends are written out."""


def run(folder: Path, form: str, to: Path) -> str:
    """Write the marks of a course folder in the format ``form``; say what is in the file.

    Raises:
        Problem: the folder is no course, there are no marks, or they cannot be read; the file cannot be
            written.
    """
    files.target(to)
    class_ = marks.read(open_course(folder))
    notes: list[str] = []
    if form == "canvas":
        class_, notes = without_shared_numbers(class_)
    elif form == "moodle":
        notes = shared_columns(class_)
    text = io.StringIO()
    csv.writer(text).writerows(FORMATS[form](class_))
    files.write(to, [text.getvalue()])
    states = [class_.state(s.id, name) for s in class_.students for name in class_.assignments]
    without = ", ".join(
        f"{states.count(state)} {state}"
        for state in (WAITING, NOT_GRADED, NOT_HANDED_IN)
        if state in states
    )
    said = f"{to}: {states.count(GRADED)} marks" + (
        f"; without one: {without}." if without else "."
    )
    return "\n".join([said, *notes])


def table(class_: Marks) -> Iterator[list[str]]:
    """A line for each student and assignment, with everything that is known.

    ``points`` are those given so far, ``mark`` is what counts once nothing is missing: the points less
    the penalty for being late.
    """
    yield TABLE
    for student in class_.students:
        who = [student.id, student.last_name, student.first_name]
        for name in class_.assignments:
            submission = class_.submissions.get((student.id, name))
            known = ["", "", "", ""]
            if submission:
                time = submission.handed_in
                known = [
                    f"{time.isoformat()}Z" if time else "",
                    number(submission.score),
                    number(submission.penalty),
                    number(submission.mark),
                ]
            texts = [*who, student.email, student.lms_user_id, name]
            state = class_.state(student.id, name)
            yield [*map(text, texts), state, *known, number(class_.max_score(name))]


def canvas(class_: Marks) -> Iterator[list[str]]:
    """The gradebook file that Canvas imports: a line for each student, a column for each assignment.

    Columns as in the file that Canvas exports, which its importer (`lib/gradebook_importer.rb` in
    instructure/canvas-lms) requires in this order: Student, ID, SIS User ID, SIS Login ID, Section,
    then assignments, matched by their title; the next line gives the Points Possible. A student is
    found by ID (Canvas's own number, nbgrader's ``lms_user_id``), else by SIS Login ID (the student's
    id in nbgrader), else by name. An empty cell is no grade, and takes one away that Canvas has.
    """
    yield ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"] + [
        text(name) for name in class_.assignments
    ]
    yield ["Points Possible", "", "", "", ""] + [
        number(class_.max_score(name)) for name in class_.assignments
    ]
    for student in class_.students:
        name = ", ".join(filter(None, (student.last_name, student.first_name))) or student.id
        who = [text(name), text(student.lms_user_id), "", text(student.id), ""]
        yield who + _marks(class_, student, "")


def without_shared_numbers(class_: Marks) -> tuple[Marks, list[str]]:
    """``class_`` without students who share a Canvas number, by which marks would go to one of them.

    Returns: them, too, in a line for each number that is shared.
    """
    shared = sharing({student.id: student.lms_user_id for student in class_.students})
    lines = [
        f"Not written, since Canvas cannot tell them apart: {', '.join(map(text, ids))} all have the "
        f"number {text(number)}; run: nbgrader db student add ID --lms-user-id NUMBER"
        for number, ids in shared.items()
    ]
    unwritten = {id for ids in shared.values() for id in ids}
    others = [student for student in class_.students if student.id not in unwritten]
    return dataclasses.replace(class_, students=others), lines


def shared_columns(class_: Marks) -> list[str]:
    """In a line each, the columns that `moodle` leaves out since students have the same in it."""
    columns = {
        "ID number": {student.id: student.lms_user_id for student in class_.students},
        "Email address": {student.id: student.email for student in class_.students},
    }
    return [
        f"Without the column {title}: {', '.join(map(text, ids))} all have {text(value)} in it."
        for title, values in columns.items()
        for value, ids in sharing(values).items()
    ]


def sharing(values: dict[str, str]) -> dict[str, list[str]]:
    """The ids of those who have the same value, by it; by number if it is one, and not by case."""
    owners: dict[str, list[str]] = {}
    for id, value in values.items():
        plain = value.strip()
        key = str(int(plain)) if plain.isdecimal() else plain.casefold()
        owners.setdefault(key, []).append(id)
    return {value: ids for value, ids in owners.items() if value and len(ids) > 1}


def moodle(class_: Marks) -> Iterator[list[str]]:
    """The grades file that Moodle imports: a line for each student, a column for each assignment.

    Moodle asks on its page which column identifies students and which grade item each other column
    is (docs.moodle.org, "Grade import"; `grade/import/csv/classes/load_data.php` in moodle/moodle).
    A dash is no grade. A line whose identifying cell is empty would go to the student of the line
    before, so a column stands here only if it tells all students apart.
    """
    identifying = {
        "Username": [text(student.id) for student in class_.students],
        "ID number": [text(student.lms_user_id) for student in class_.students],
        "Email address": [text(student.email) for student in class_.students],
    }
    shown = {
        title: values
        for title, values in identifying.items()
        if all(values) and len(set(map(str.casefold, values))) == len(values)
    }
    yield ["First name", "Last name", *shown, *map(text, class_.assignments)]
    for student, *values in zip(class_.students, *shown.values(), strict=True):
        who = [text(student.first_name), text(student.last_name), *values]
        yield [*who, *_marks(class_, student, "-")]


FORMATS = {"csv": table, "canvas": canvas, "moodle": moodle}


def text(value: str) -> str:
    """``value`` as no spreadsheet takes it, or a part of it, for a formula."""
    parts = SEPARATORS.split(visible(value))
    return "".join(f"'{part}" if _is_formula(part) else part for part in parts)


def _is_formula(part: str) -> bool:
    """Whether a cell that held ``part`` would be one, with or without blanks and quotes before it."""
    forms = (part, unicodedata.normalize("NFKC", part))
    return any(re.sub(r'^[\s"]+', "", form).startswith(FORMULA) for form in forms)


def number(value: float | None) -> str:
    """``value`` in the digits that give just it when they are read, '' if there is none."""
    return "" if value is None else f"{Decimal(repr(value + 0.0)).normalize():f}"


def _marks(class_: Marks, student: Student, none: str) -> list[str]:
    found = [class_.submissions.get((student.id, name)) for name in class_.assignments]
    return [number(submission.mark) or none if submission else none for submission in found]
