"""What `course report` and `course export` cost for a large class: seconds, processor time, and memory.

A few of the demo class are graded on all four notebooks; then their graded notebooks and the rows of
their gradebook are copied until the class is large. Two sizes are measured,
each command in a process of its own, and the line through them is drawn to 20,000 students.
"""

import argparse
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from course.classroom import notebooks
from course.classroom.demo import cycle as demo
from course.classroom.demo import roster
from helpers.boxed import SANDBOXED

GRADED = ("alma", "boris", "hugo", "kira")
SUBMITTED = {
    "student": {"id"},
    "submitted_assignment": {"id", "student_id"},
    "submitted_notebook": {"id", "assignment_id"},
    "grade": {"id", "notebook_id"},
    "comment": {"id", "notebook_id"},
}
"""nbgrader's tables of what students handed in, and their columns that differ from student to student."""
COMMANDS = (
    ("report",),
    ("report", "--names"),
    ("export", "--format", "csv"),
)
LARGE = 20_000
MOST = 120.0, 1 << 10


class Cost(NamedTuple):
    """What a command took: seconds, seconds of processor time, and MB at the peak."""

    wall: float
    cpu: float
    memory: float


def main() -> None:
    """Print a line for each command and size; exit status 1 if 20,000 students take 2 minutes or 1 GiB."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, default=1000, help="the larger of the two sizes")
    large = parser.parse_args().students
    costs: dict[tuple[str, ...], dict[int, Cost]] = {command: {} for command in COMMANDS}
    with tempfile.TemporaryDirectory() as name:
        class_ = Path(name, "class")
        students = [student for student in roster.students() if student.name in GRADED]
        demo.run(class_, students, notebooks.assignments(), 2, SANDBOXED)
        for size in (large // 4, large):
            folder = Path(name, str(size))
            shutil.copytree(class_, folder)
            multiply(folder, size // len(GRADED))
            for command in COMMANDS:
                costs[command][size] = cost(folder, command)
    print(f"{'':32}students   seconds  processor    memory")
    for command, sizes in costs.items():
        sizes[LARGE] = at(LARGE, sizes)
        for size, (wall, cpu, memory) in sizes.items():
            told = "" if size <= large else "  from the line through both"
            what = f"course {' '.join(command)}"
            print(f"{what:32}{size:8,} {wall:7.1f} s {cpu:8.1f} s {memory:6.0f} MB{told}")
    sys.exit(
        any(sizes[LARGE].cpu > MOST[0] or sizes[LARGE].memory > MOST[1] for sizes in costs.values())
    )


def multiply(folder: Path, times: int) -> None:
    """Let ``times`` as many students have done what those in the course folder did.

    A graded notebook is a link to the one that it is a copy of. What was handed in is not looked into.
    """
    with sqlite3.connect(folder / "gradebook.db") as gradebook:
        for table, own in SUBMITTED.items():
            columns = [column for _, column, *_ in gradebook.execute(f"pragma table_info({table})")]
            copied = [f"{c} || '-' || number" if c in own else c for c in columns]
            gradebook.execute(
                "with recursive copies(number) as "
                f"(select 1 union all select number + 1 from copies where number < {times - 1}) "
                f"insert into {table} select {', '.join(copied)} from {table} cross join copies"
            )
    for student in GRADED:
        graded = folder / "autograded" / student
        for number in range(1, times):
            name = f"{student}-{number}"
            shutil.copytree(graded, graded.with_name(name), copy_function=os.link)
            for assignment in os.listdir(graded):
                (folder / "submitted" / name / assignment).mkdir(parents=True)


MEASURED = """
from pathlib import Path
from course.classroom.command import main
main()
print(next(line for line in Path("/proc/self/status").open() if line.startswith("VmHWM")))
"""


def cost(folder: Path, arguments: tuple[str, ...]) -> Cost:
    """Run the command in ``folder``; what it took, with the processes that it started."""
    start, before = time.perf_counter(), processor_time()
    command = [sys.executable, "-c", MEASURED, *arguments, "--to", "file"]
    run = subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, text=True)
    memory = int(run.stdout.split()[-2]) / 1024
    return Cost(time.perf_counter() - start, processor_time() - before, memory)


def processor_time() -> float:
    """Seconds of all processes that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def at(size: int, costs: dict[int, Cost]) -> Cost:
    """What ``size`` students cost, on the line through two sizes that were measured."""
    (small, low), (large, high) = costs.items()
    share = (size - small) / (large - small)
    return Cost(*(a + share * (b - a) for a, b in zip(low, high, strict=True)))


if __name__ == "__main__":
    main()
