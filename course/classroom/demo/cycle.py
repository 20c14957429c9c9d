"""The bundled class goes through nbgrader's whole cycle, in a course folder of its own."""

import dataclasses
import shutil
from pathlib import Path

from tqdm import tqdm

from course.classroom import grade, notebooks
from course.classroom.course import Course, Mark, Outcome
from course.classroom.demo import roster
from course.classroom.demo.roster import Student
from course.grading.problem import Problem

ROOT = Path(__file__).parents[3]
SIGN = "# Written by `course demo`. This folder is a course of its own, and may be deleted."
CONFIG = f"""{SIGN}
from pathlib import Path

c = get_config()
load_subconfig("nbgrader_config.py", path={str(ROOT)!r})
folder = Path(__file__).resolve().parent
c.CourseDirectory.course_id = "downhill-demo"
c.CourseDirectory.root = str(folder)
# Never the gradebook of a real course.
c.CourseDirectory.db_url = f"sqlite:///{{folder / 'gradebook.db'}}"
"""

Marks = dict[tuple[str, str], Mark | str | None]
"""By student and assignment: the mark, or the reason why there is none, if one is known."""


def run(
    folder: Path, class_: list[Student], assignments: list[str], jobs: int, sandboxed: bool
) -> Marks:
    """Grade ``class_`` on ``assignments`` in ``folder``, ``jobs`` notebooks at once.

    Everything is made anew except the gradebook, which is kept: what was graded by hand stays.

    Raises:
        Problem: the folder is not the demo's, or the notebooks are not there.
    """
    prepare(folder, assignments)
    course = Course(folder)
    pairs = [(student.name, assignment) for student in class_ for assignment in assignments]
    log_file = folder / "demo.log"
    log_file.unlink(missing_ok=True)
    with open(log_file, "a", encoding="utf-8") as log:
        for assignment in tqdm(assignments, desc="releasing", unit="notebook"):
            outcome = course.generate(assignment)
            log.write(outcome.log)
            if outcome.reason:
                raise Problem(
                    f"no release version of {assignment}: {outcome.reason}. If the notebooks are "
                    f"others than in the last run, delete {folder} and run again."
                )
        for student in class_:
            for assignment in assignments:
                roster.hand_in(student, assignment, folder)
        settings = dataclasses.replace(course.settings(assignments), sandboxed=sandboxed)
        marks: Marks = {}
        with (
            grade.means(jobs, None, settings) as there,
            tqdm(total=len(pairs), desc="grading", unit="notebook") as progress,
        ):
            for graded in grade.grade(course, pairs, there, force=True):
                pair = graded.student, graded.assignment
                page = Outcome(graded.reason) if graded.reason else course.feedback(*pair)
                log.write(f"--- {' '.join(pair)}\n{graded.log}{page.log}")
                marks[pair] = page.reason or course.mark(*pair)
                progress.update()
    course.export(folder / "grades.csv")
    return marks


def prepare(folder: Path, assignments: list[str]) -> None:
    """Make ``folder`` a course folder with the reference notebooks as its source."""
    config = folder / "nbgrader_config.py"
    if folder.exists() and not folder.is_dir():
        raise Problem(f"{folder} is a file; the demo needs a folder.")
    ours = config.exists() and config.read_text(encoding="utf-8").startswith(SIGN)
    if folder.exists() and any(folder.iterdir()) and not ours:
        raise Problem(f"{folder} holds something else than a demo; name another folder.")
    if not assignments:
        raise Problem(f"no notebooks in {notebooks.SOURCE}; it takes a clone of the course.")
    for assignment in assignments:
        if not notebooks.path(assignment).exists():
            raise Problem(f"source/{assignment} is not built: run `make notebooks` first.")
    folder.mkdir(parents=True, exist_ok=True)
    config.write_text(CONFIG, encoding="utf-8")
    shutil.rmtree(folder / "source", ignore_errors=True)
    for assignment in assignments:
        source = notebooks.path(assignment)
        (folder / "source" / assignment).mkdir(parents=True)
        shutil.copy(source, folder / "source" / assignment)
    shutil.copy(notebooks.SOURCE / "header.ipynb", folder / "source")


def table(class_: list[Student], assignments: list[str], marks: Marks) -> str:
    """The marks of the class as text: a line a student, a column a notebook."""
    rows = [["", *(f"{title} " for title in [*assignments, "all"]), ""]]
    for student in class_:
        own = [marks[student.name, assignment] for assignment in assignments]
        given = [mark for mark in own if isinstance(mark, Mark)]
        cells = [_points([mark]) if isinstance(mark, Mark) else "" for mark in own]
        rows.append([student.name, *cells, _points(given), student.about])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for name, *cells, about in rows:
        columns = [f"{cell:>{width}}" for cell, width in zip(cells, widths[1:-1], strict=True)]
        lines.append("  ".join([f"{name:{widths[0]}}", *columns, about]).rstrip())
    if any(isinstance(mark, Mark) and mark.waiting for mark in marks.values()):
        lines += ["", "* The written answer waits to be graded by hand, for up to 3 points more."]
    reasons = [
        f"  {student}, {assignment}: {reason}"
        for (student, assignment), reason in sorted(marks.items())
        if isinstance(reason, str)
    ]
    if reasons:
        lines += ["", "Not graded:", *reasons]
    return "\n".join(lines)


def _points(marks: list[Mark]) -> str:
    waiting = any(mark.waiting for mark in marks)
    return f"{sum(mark.score for mark in marks):g}{'*' if waiting else ' '}"
