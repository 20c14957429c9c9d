"""Classes in which costly notebook files are handed in, and what grading them takes."""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

from course.classroom import grade
from course.classroom.course import Course
from course.classroom.demo import cycle as demo
from course.classroom.demo import roster
from course.classroom.demo.roster import Student
from helpers.hostile import NAME, hand_in

ATTACKS = sorted((Path(__file__).parents[1] / "attacks" / "cost").glob("*.py"))
HONEST = Student("zz-honest", "", ("*",), (), {})


def a_class(folder: Path, attacks: list[Path]) -> Course:
    """A course where an honest student has handed in, and one for each attack."""
    demo.prepare(folder, [NAME])
    course = Course(folder)
    assert course.generate(NAME).reason == ""
    roster.hand_in(HONEST, NAME, folder)
    for attack in attacks:
        hand_in(attack, folder)
    return course


def measured(folder: Path, step: str) -> dict:
    """What a step of the class in ``folder`` said and took, in a process of its own.

    Args:
        step: "grade" or "feedback".

    Returns: by student, why it failed ("reasons"), the seconds ("seconds") and the processor time of
        the grader ("processor") until then since the one before; and the most bytes of memory that
        the grader used ("memory").
    """
    command = [sys.executable, "-m", "helpers.costly", str(folder), step]
    run = subprocess.run(
        command, cwd=Path(__file__).parents[1], stdout=subprocess.PIPE, text=True, check=True
    )
    return json.loads(run.stdout.splitlines()[-1])


def main(folder: str, step: str) -> None:
    """Print as JSON what `measured` returns."""
    course = Course(Path(folder))
    told: dict = {"reasons": {}, "seconds": {}, "processor": {}}
    clock = time.perf_counter(), time.process_time()
    for student, reason in STEPS[step](course):
        now = time.perf_counter(), time.process_time()
        told["reasons"][student] = reason
        told["seconds"][student], told["processor"][student] = now[0] - clock[0], now[1] - clock[1]
        clock = now
    told["memory"] = peak()
    print(json.dumps(told))


def _graded(course: Course) -> list[tuple[str, str]]:
    pairs = [(student, NAME) for student in course.students(NAME)]
    with grade.means(2, None, course.settings([NAME])) as there:
        for done in grade.grade(course, pairs, there, force=True):
            yield done.student, done.reason


def _shown(course: Course) -> list[tuple[str, str]]:
    for student in course.students(NAME):
        if course.graded(student, NAME):
            yield student, course.feedback(student, NAME).reason


STEPS = {"grade": _graded, "feedback": _shown}


def peak() -> int:
    """Bytes of memory that this process has used at most; rusage would count who started it, too."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) << 10


if __name__ == "__main__":
    main(*sys.argv[1:])
