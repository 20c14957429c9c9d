"""What one small submission costs: `make bench` prints seconds and ratios, all measured in one run.

One submission to a course of a single notebook is graded by stock nbgrader, `nbgrader autograde`, and by
`course grade`, in turns, each in a course folder of its own with the same gradebook and notebooks:

- an introduction to Python, which imports nothing;
- one that imports NumPy;
- the small notebook of `bench_grading`, which imports torch and Matplotlib, and trains;
- our own first notebook, with its checks, figures and torch.

What is printed is the median of several repeats, start-up included; of `course grade` also the seconds until
a notebook is executed, and what all its processes take of a processor. Marks must agree.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook

import bench_grading
from course.classroom import notebooks
from course.classroom.course import Course
from course.classroom.demo import cycle as demo
from helpers import small_courses
from helpers.boxed import MISSING

TOOLS = Path(sys.executable).parent
HELLO = {
    "double": ("def double(x):\n    return 2 * x", "assert double(3) == 6"),
    "greet": (
        "def greet(name):\n    return f'Hello, {name}!'",
        "assert greet('Ada') == 'Hello, Ada!'",
    ),
}
"""By exercise: the solution and its test."""

OURS = notebooks.assignments()[0]

FIRST = "executing since"
CLOCKED = f"""
import sys, time
from course.grading import execute
watched = execute._watched

def clocked(*arguments):
    print({FIRST!r}, time.perf_counter(), file=sys.stderr, flush=True)
    return watched(*arguments)

execute._watched = clocked
from course.classroom.command import main
main()
"""
"""`course`, which tells when it executes, by the clock that all processes share."""


@dataclass(frozen=True)
class Run:
    """Seconds of a command, until it executed the first notebook, and of processor time."""

    total: float
    first: float
    processor: float


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    names = ["hello", "solo", "small", OURS]
    parser.add_argument("--courses", nargs="+", choices=names, default=names)
    parser.add_argument("--repeats", type=int, default=7)
    arguments = parser.parse_args()
    if MISSING:
        sys.exit(f"bench: {MISSING}")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}. Seconds for one submission.\n")
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments.courses:
            bench(name, Path(folder, name), arguments.repeats)


def bench(name: str, folder: Path, repeats: int) -> None:
    """Measure one course, and print its line."""
    ours, stock = folder / "ours", folder / "stock"
    build(name, ours)
    shutil.copytree(ours, stock)
    (stock / "nbgrader_config.py").write_text(small_courses.STOCK, encoding="utf-8")
    ways = {
        stock: [TOOLS / "nbgrader", "autograde", name, "--force"],
        ours: [sys.executable, "-c", CLOCKED, "grade", name, "--force"],
    }
    taken: dict[Path, list[Run]] = {way: [] for way in ways}
    for _ in range(repeats):
        for way, command in ways.items():
            taken[way].append(run(command, way))
    totals = {way: [one.total for one in runs] for way, runs in taken.items()}
    theirs, own = (statistics.median(totals[way]) for way in (stock, ours))
    first = statistics.median(one.first for one in taken[ours])
    processor = statistics.median(one.processor for one in taken[ours])
    same = mark(stock, name) == mark(ours, name)
    print(
        f"{name:<12} stock nbgrader {theirs:6.2f} s (least {min(totals[stock]):.2f})   "
        f"course grade {own:6.2f} s (least {min(totals[ours]):.2f})   "
        f"executing after {first:.2f} s   processor {processor:.2f} s   "
        f"ours/stock {own / theirs:.2f}   marks {'the same' if same else 'DIFFER'}",
        flush=True,
    )
    if not same:
        sys.exit(1)


def run(command: list[object], folder: Path) -> Run:
    """What a command takes in ``folder``."""
    path = os.pathsep.join((str(TOOLS), os.environ["PATH"]))  # nbgrader starts a kernel from there
    start, before = time.perf_counter(), processor_time()
    done = subprocess.run(
        list(map(str, command)),
        cwd=folder,
        env=os.environ | {"PATH": path},
        check=True,
        capture_output=True,
        text=True,
    )
    end = time.perf_counter()
    told = done.stderr.partition(FIRST)[2].split()
    first = float(told[0]) if told else end
    return Run(end - start, first - start, processor_time() - before)


def processor_time() -> float:
    """Seconds that ended children of this process took, with theirs."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def build(name: str, folder: Path) -> None:
    """A course folder in which one student has handed in the solution of ``name``."""
    if name == OURS:
        demo.prepare(folder, [name])
    else:
        (folder / "source" / name).mkdir(parents=True)
        (folder / "nbgrader_config.py").write_text(demo.CONFIG, encoding="utf-8")
        nbformat.write(nbformat.v4.new_notebook(), folder / "source" / "header.ipynb")
        made = {"hello": hello, "small": small}.get(name, lambda: small_courses.source(name))()
        nbformat.write(made, folder / "source" / name / f"{name}.ipynb")
    outcome = Course(folder).generate(name)
    assert not outcome.reason, outcome
    handed_in = folder / "submitted" / "ada" / name
    handed_in.mkdir(parents=True)
    shutil.copy(folder / "source" / name / f"{name}.ipynb", handed_in)


def hello() -> nbformat.NotebookNode:
    """The instructor's notebook of the introduction to Python."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    made = nbformat.v4.new_notebook(metadata={"kernelspec": kernel})
    for exercise, (solution, test) in HELLO.items():
        marked = f"### BEGIN SOLUTION\n{solution}\n### END SOLUTION"
        flags = {"schema_version": 3, "grade": False, "solution": True, "locked": False}
        about = flags | {"grade_id": exercise, "task": False}
        made.cells.append(nbformat.v4.new_code_cell(marked, metadata={"nbgrader": about}))
        about = about | {"grade": True, "solution": False, "locked": True, "points": 1}
        about = about | {"grade_id": f"test-{exercise}"}
        made.cells.append(nbformat.v4.new_code_cell(test, metadata={"nbgrader": about}))
    return made


def small() -> nbformat.NotebookNode:
    """The instructor's notebook that trains a model."""
    return notebooks.convert(bench_grading.SMALL)


def mark(folder: Path, name: str) -> float:
    """What the gradebook in ``folder`` has for the submission."""
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
        score: float = gradebook.find_submission(name, "ada").score
        return score


if __name__ == "__main__":
    main()
