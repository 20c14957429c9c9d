"""How grading scales with a cluster's workers: `make bench` prints a curve, all measured in one run.

Notebooks that wait instead of computing stand for workers on other machines, as far as this one can have them: each
takes some seconds and next to no processor. For 1, 2, 4 ... workers of a Dask cluster, each gets as many
submissions; were nothing in the way, the class would take as long whatever its size. "efficiency" is how much of that
is left. "parent" is the processor time that the process that enters marks takes for a notebook, and what a worker
takes for one, divided by it, is the number of workers from which on all wait for the parent.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

import nbformat

from course.classroom import grade
from course.classroom.course import Course
from course.classroom.demo import cycle as demo
from helpers import dasks
from helpers.boxed import MISSING

NAME = "waiting"
WAIT = 6.0
"""Seconds."""
SOLUTION = f"import time\n\ntime.sleep({WAIT})\n\n\ndef double(x):\n    return 2 * x"
TEST = "assert double(2) == 4"


def main() -> None:
    """Print the curve."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4, 8, 16])
    parser.add_argument("--each", type=int, default=4, help="submissions for each worker")
    arguments = parser.parse_args()
    if MISSING:
        sys.exit(f"bench: {MISSING}")
    print(f"{os.cpu_count()} cores; notebooks that wait, {arguments.each} a worker.\n")
    with tempfile.TemporaryDirectory() as folder:
        course = build(Path(folder))
        least = bench(course, arguments.workers[0], arguments.each, None)
        for size in arguments.workers[1:]:
            bench(course, size, arguments.each, least)


def bench(course: Course, size: int, each: int, least: float | None) -> float:
    """Measure with ``size`` workers, print a line, and return the seconds.

    Args:
        least: seconds with the fewest workers; None if it is these.
    """
    first = hand_in(course, "first", size)
    pairs = hand_in(course, "then", size * each)
    with (
        dasks.cluster(size) as (address, _),
        grade.means(1, address, course.settings([NAME])) as there,
    ):
        graded(course, first, there)  # until each worker has the course
        begun, cpu = time.perf_counter(), time.process_time()
        graded(course, pairs, there)
        seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
    parent = cpu / len(pairs)
    print(
        f"  {size:3} workers  N={len(pairs):<4} {seconds:6.1f} s  {len(pairs) / seconds:6.2f} notebooks/s  "
        f"efficiency {(least or seconds) / seconds:4.0%}  parent {1000 * parent:4.0f} ms/nb, "
        f"the limit from {seconds / each / parent:,.0f} workers on",
        flush=True,
    )
    return seconds


def graded(course: Course, pairs: list[tuple[str, str]], there: grade.Means) -> None:
    """Grade ``pairs``; all get their point."""
    for one in grade.grade(course, pairs, there, force=True):
        assert not one.reason, one
    student, name = pairs[-1]
    mark = course.mark(student, name)
    assert mark and mark.score == 1, mark


def build(folder: Path) -> Course:
    """A course folder with one assignment, which waits."""
    (folder / "source" / NAME).mkdir(parents=True)
    nbformat.write(nbformat.v4.new_notebook(), folder / "source" / "header.ipynb")
    (folder / "nbgrader_config.py").write_text(demo.CONFIG, encoding="utf-8")
    source = folder / "source" / NAME / f"{NAME}.ipynb"
    nbformat.write(notebook(f"### BEGIN SOLUTION\n{SOLUTION}\n### END SOLUTION"), source)
    course = Course(folder)
    outcome = course.generate(NAME)
    assert not outcome.reason, outcome
    return course


def notebook(solution: str) -> nbformat.NotebookNode:
    """The notebook with this solution in it."""
    made = nbformat.v4.new_notebook()
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    flags = {"schema_version": 3, "task": False, "locked": False}
    for name, code, grades in (("double", solution, False), ("test-double", TEST, True)):
        about = flags | {"grade_id": name, "grade": grades, "solution": not grades}
        about |= {"locked": grades} | ({"points": 1} if grades else {})
        made.cells.append(nbformat.v4.new_code_cell(code, id=name, metadata={"nbgrader": about}))
    return made


def hand_in(course: Course, who: str, size: int) -> list[tuple[str, str]]:
    """Let ``size`` students hand in; they and the assignment."""
    pairs = [(f"{who}-{number:04}", NAME) for number in range(size)]
    for student, _ in pairs:
        place = course.folder / "submitted" / student / NAME
        place.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook(SOLUTION), place / f"{NAME}.ipynb")
    return pairs


if __name__ == "__main__":
    main()
