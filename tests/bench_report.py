"""What `course report` and `course export` cost for a large class: seconds, and memory at the peak.

A few of the demo class are graded on all four notebooks; then their graded notebooks and the rows of
their gradebook are copied until the class is large.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from nbgrader.api import Grade, Student, SubmittedAssignment, SubmittedNotebook, new_uuid
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from course.classroom import notebooks
from course.classroom.course import Course
from course.classroom.demo import cycle as demo
from course.classroom.demo import roster
from helpers.boxed import SANDBOXED

GRADED = ("alma", "boris", "hugo", "kira")
MOST_SECONDS, MOST_BYTES = 60, 1 << 30


def main() -> None:
    """Print a line for each command; exit status 1 if one takes a minute or 1 GiB."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, default=1000)
    size = parser.parse_args().students
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        class_ = [student for student in roster.students() if student.name in GRADED]
        demo.run(folder, class_, notebooks.assignments(), 2, SANDBOXED)
        multiply(folder, size)
        disk = sum(path.stat().st_size for path in folder.rglob("autograded/*/*/*.ipynb"))
        print(f"{size} students, 4 assignments, {disk / 1e6:.0f} MB of graded notebooks.")
        runs = [["report"], ["report", "--names"]]
        runs += [["export", "--format", form] for form in ("csv", "canvas", "moodle")]
        too_much = [run for run in runs if costs_too_much(folder, run)]
    sys.exit(bool(too_much))


def multiply(folder: Path, size: int) -> None:
    """Let ``size`` students have done what the graded ones did, over and over."""
    with Course(folder).gradebook() as gradebook:
        session = gradebook.db()
        originals = {name: submissions(session, name) for name in GRADED}
        for number, original in enumerate(islice(cycle(GRADED), size - len(GRADED))):
            student = f"{original}-{number:04}"
            who = {"id": student, "last_name": original, "email": f"{student}@example.org"}
            session.execute(insert(Student), [who])
            for submission, notebook, grades in originals[original]:
                one = {"id": new_uuid(), "student_id": student}
                nb = {"id": new_uuid(), "assignment_id": one["id"]}
                session.execute(insert(SubmittedAssignment), [submission | one])
                session.execute(insert(SubmittedNotebook), [notebook | nb])
                own = [{"id": new_uuid(), "notebook_id": nb["id"]} for _ in grades]
                copies = [grade | new for grade, new in zip(grades, own, strict=True)]
                session.execute(insert(Grade), copies)
            for place in ("submitted", "autograded"):
                shutil.copytree(folder / place / original, folder / place / student)
        session.commit()


def submissions(session: Session, student: str) -> list[tuple[dict, dict, list[dict]]]:
    """The rows of what ``student`` handed in: the submission, its notebook, and the grades."""
    found = []
    for submission in rows(session, SubmittedAssignment, student_id=student):
        [notebook] = rows(session, SubmittedNotebook, assignment_id=submission["id"])
        grades = rows(session, Grade, notebook_id=notebook["id"])
        found.append((submission, notebook, grades))
    return found


def rows(session: Session, table: type, **where: str) -> list[dict]:
    """The rows of one of nbgrader's tables in which a column has a value."""
    columns = list(table.__table__.columns)
    return [dict(row._mapping) for row in session.execute(select(*columns).filter_by(**where))]


MEASURED = """
from pathlib import Path
from course.classroom.command import main
main()
print(next(line for line in Path("/proc/self/status").open() if line.startswith("VmHWM")))
"""


def costs_too_much(folder: Path, arguments: list[str]) -> bool:
    """Run the command in ``folder`` and print what it took."""
    start = time.perf_counter()
    command = [sys.executable, "-c", MEASURED, *arguments, "--to", "file"]
    run = subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, text=True)
    seconds = time.perf_counter() - start
    memory = int(run.stdout.split()[-2]) << 10
    print(f"  course {' '.join(arguments):<24} {seconds:6.1f} s  {memory >> 20:4} MB", flush=True)
    return seconds > MOST_SECONDS or memory > MOST_BYTES


if __name__ == "__main__":
    main()
