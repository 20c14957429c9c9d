"""What grading costs: `make bench` prints seconds a notebook and ratios, all measured in one run.

For each notebook the demo class, without those whose files are damaged, is multiplied and graded

- by stock nbgrader, one submission after the other: `nbgrader autograde`;
- by `course grade`, with sandbox and examiner, one and two at once;
- by `course grade` on a Dask cluster of two workers on this machine;

and the same cells are run in one warm process with nothing around them: the floor, once with all
pictures drawn, as stock nbgrader does, and once without those that nobody grades, as we do. What each
way of grading takes beyond its own floor is its overhead. Marks must agree. "parent" is what the process that
writes marks takes of a processor for a notebook, once it has started, and its memory.
"""

import argparse
import contextlib
import dataclasses
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import nbformat

from course.classroom import CLERK, grade, notebooks
from course.classroom.course import Course
from course.classroom.demo import cycle as demo
from course.classroom.demo import roster
from course.classroom.demo.roster import Student
from course.grading import limited, warm, workers
from helpers.boxed import MISSING

TOOLS = Path(sys.executable).parent
SMALL = Path(__file__).parent / "small" / "small.md"
REFERENCE = Student("reference", "", right=("*",), answers=(), damage={})
STOCK = """
from nbgrader.preprocessors import *
c.Autograde.autograde_preprocessors = [
    Execute, IgnorePattern, LimitOutput, SaveAutoGrades, AssignLatePenalties, CheckCellMetadata
]
c.Execute.timeout = 60
"""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    names = ["small", *notebooks.assignments()]
    parser.add_argument("--notebooks", nargs="+", choices=names, default=names)
    parser.add_argument("--stock", type=int, default=20, help="submissions for stock nbgrader")
    parser.add_argument("--ours", type=int, nargs="+", default=[20, 100])
    parser.add_argument("--measure", nargs=4, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        folder, assignment, jobs, scheduler = arguments.measure
        print(json.dumps(measured(Path(folder), assignment, int(jobs), scheduler or None)))
        return
    if MISSING:
        sys.exit(f"bench: {MISSING}")
    print(f"{os.cpu_count()} cores. Seconds a notebook (s/nb), start-up included.\n")
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments.notebooks:
            bench(name, Path(folder, name), arguments.stock, arguments.ours)


def bench(name: str, folder: Path, n_stock: int, sizes: list[int]) -> None:
    """Measure one notebook."""
    notebook = build(name, folder)
    least = floor(notebook, draw=True), floor(notebook, draw=False)
    print(f"{name}: floor {least[0]:.3f} s/nb, {least[1]:.3f} without the pictures nobody grades")
    hand_in(folder, name, n_stock)
    stock = timed([TOOLS / "nbgrader", "autograde", name, "--force"], folder, STOCK) / n_stock
    expected = marks(folder, name)
    print(f"  stock nbgrader         N={n_stock:<5} {stock:7.3f} s/nb")
    for size in sizes:
        hand_in(folder, name, size)
        for jobs in (1, 2):
            line(name, folder, size, jobs, "", stock, least, expected)
    with cluster(2) as scheduler:
        line(name, folder, max(sizes), 2, scheduler, stock, least, expected)
    print()


def line(
    name: str,
    folder: Path,
    size: int,
    jobs: int,
    scheduler: str,
    stock: float,
    least: tuple[float, float],
    expected: dict[str, float],
) -> None:
    """Grade, compare the marks with stock nbgrader's, and print what it took."""
    command = [sys.executable, __file__, "--measure", str(folder), name, str(jobs), scheduler]
    start = time.perf_counter()
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    seconds = (time.perf_counter() - start) / size
    told = json.loads(run.stdout.splitlines()[-1])
    got = marks(folder, name)
    same = all(got[student] == mark for student, mark in expected.items())
    way = "Dask, 2 workers" if scheduler else f"ours, {jobs} at once"
    print(
        f"  {way:<22} N={size:<5} {seconds:7.3f} s/nb  {stock / seconds:5.1f}x stock  "
        f"overhead {(stock - least[0]) / (seconds - least[1]):4.1f}x less  "
        f"executing {told['executing'] / size:.3f}  first after {told['first']:.1f} s  "
        f"parent {1000 * told['cpu']:.0f} ms/nb, {told['parent'] >> 20} MB, "
        f"candidate {told['candidate'] >> 20} MB  "
        f"marks {'the same' if same else 'DIFFER'}",
        flush=True,
    )
    if not same:
        sys.exit(1)


def measured(folder: Path, assignment: str, jobs: int, scheduler: str | None) -> dict[str, float]:
    """Grade everything handed in.

    Returns:
        seconds of "executing" in all, until the "first" mark, and of processor time of this process for
        each further notebook ("cpu"); bytes of memory of this process ("parent") and of a "candidate".
    """
    begun = time.perf_counter()
    limited.start(CLERK)
    course = Course(folder)
    executing, execute = [], workers.execute

    def clocked(*arguments: object) -> object:
        start = time.perf_counter()
        try:
            return execute(*arguments)
        finally:
            executing.append(time.perf_counter() - start)

    if scheduler is None:
        workers.execute = clocked
    pairs = [(student, assignment) for student in course.students(assignment)]
    candidate = first = cpu = 0.0
    with grade.means(jobs, scheduler, course.settings([assignment])) as there:
        for graded in grade.grade(course, pairs, there, force=True):
            assert not graded.reason, graded
            candidate = max(candidate, graded.memory)
            if not first:
                first, cpu = time.perf_counter() - begun, time.process_time()
    cpu = (time.process_time() - cpu) / max(1, len(pairs) - 1)
    spent = {"executing": sum(executing), "first": first, "cpu": cpu}
    return spent | {"parent": peak(), "candidate": candidate}


def peak() -> int:
    """Bytes of memory that this process has used at most; rusage would count who started it, too."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) << 10


def build(name: str, folder: Path) -> Path:
    """A course folder with one assignment; its source notebook."""
    if name == "small":
        demo.prepare(folder, notebooks.assignments())
        shutil.rmtree(folder / "source" / notebooks.assignments()[0])
        (folder / "source" / name).mkdir()
        nbformat.write(notebooks.convert(SMALL), folder / "source" / name / f"{name}.ipynb")
    else:
        demo.prepare(folder, [name])
    outcome = Course(folder).generate(name)
    assert not outcome.reason, outcome
    return folder / "source" / name / f"{name}.ipynb"


def hand_in(folder: Path, assignment: str, size: int) -> None:
    """Let ``size`` students hand in, the class over and over; the small notebook has one student."""
    class_ = [student for student in roster.students() if not student.damage.get(assignment)]
    everyone = [REFERENCE] if assignment == "small" else class_
    for number, student in enumerate(islice(cycle(everyone), size)):
        one = dataclasses.replace(student, name=f"{student.name}-{number:04}")
        if not (folder / "submitted" / one.name).exists():
            roster.hand_in(one, assignment, folder)


def marks(folder: Path, assignment: str) -> dict[str, float]:
    """The marks in the gradebook, by student."""
    with Course(folder).gradebook() as gradebook:
        return {s.student_id: s.score for s in gradebook.assignment_submissions(assignment)}


def timed(command: list[object], folder: Path, config: str) -> float:
    """Seconds that a command takes in ``folder``, with ``config`` added to its settings."""
    settings = folder / "nbgrader_config.py"
    before = settings.read_text(encoding="utf-8")
    settings.write_text(before + config, encoding="utf-8")
    start = time.perf_counter()
    subprocess.run(list(map(str, command)), cwd=folder, check=True, capture_output=True)
    seconds = time.perf_counter() - start
    settings.write_text(before, encoding="utf-8")
    return seconds


FLOOR = """
import sys, time
import nbformat
from course.grading import warm
from course.grading.cells import import_statements, is_flagged
notebook, draw = nbformat.read(sys.argv[1], as_version=4), sys.argv[2] == "True"
clock = getattr(time, sys.argv[3])
cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
shell = warm.begin("candidate")
warm.warm_up(shell, import_statements(cells), accelerator=False)
for k in range(6):
    if k == 1:
        start = clock()
    shell.run("%reset -f")
    for cell in cells:
        shell.run(cell.source, draw or is_flagged(cell, "solution"))
sys.__stdout__.write(str((clock() - start) / 5))
"""


def floor(notebook: Path, draw: bool, clock: str = "perf_counter") -> float:
    """Seconds that the cells of ``notebook`` take in one warm process, with nothing around.

    Args:
        clock: of the module `time`.
    """
    command = [sys.executable, "-c", FLOOR, str(notebook), str(draw), clock]
    environment = os.environ | warm.ENVIRONMENT
    run = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return float(run.stdout)


@contextlib.contextmanager
def cluster(size: int) -> Iterator[str]:
    """The address of a Dask scheduler on this machine with ``size`` worker processes."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=size, threads_per_worker=1, dashboard_address=None, processes=True
    ) as dask:
        yield dask.scheduler_address


if __name__ == "__main__":
    main()
