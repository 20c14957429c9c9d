"""Where the time of executing one notebook goes, beside the floor: `make bench` prints it.

The floor is what the cells of the reference notebook take in one warm process with nothing around, without
the pictures that nobody grades. Executing is what the two forks take, sandbox on, from the fork to the end;
twice where tests need a second opinion. Both are seconds of processor time, the median of several runs in
turns, so that what else runs here matters little.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import bench_grading
from course.classroom import notebooks
from course.classroom.course import Course
from course.classroom.demo import roster
from course.grading import execute
from course.grading.execute import Executor, WarmProcess
from course.grading.job import Job
from course.grading.workers import Settings
from helpers.boxed import MISSING

CLOCKED = """
import functools, json, os, sys, time
from course.grading import warm

spent, counted, inside = {}, {}, []
log, side = os.dup(2), sys.argv[2]

def stop():
    now = time.thread_time()
    part = inside[-1] if inside else "rest"
    spent[part] = spent.get(part, 0.0) + now - stop.last
    stop.last = now

stop.last = stop.begun = 0

def clock(owner, name, part):
    function = getattr(owner, name)

    @functools.wraps(function)
    def clocked(*args, **kwargs):
        stop()
        counted[part] = counted.get(part, 0) + 1
        inside.append(part)
        try:
            return function(*args, **kwargs)
        finally:
            stop()
            inside.pop()

    setattr(owner, name, clocked)

def tell(**what):
    os.write(log, json.dumps(what).encode() + b"\\n")

def telling(owner, name):
    function = getattr(owner, name)

    @functools.wraps(function)
    def done(*args):
        result = function(*args)
        stop()
        tell(fork=stop.begun, spent=spent, counted=counted)
        return result

    setattr(owner, name, done)

def clocked(make):
    def made(*args):
        from course.grading import shell
        from course.grading.sandbox import confine
        from course.grading.wire import Wire

        close = confine.close_descriptors
        confine.close_descriptors = lambda keep: close({*keep, log})
        clock(confine, "this_process", "sandbox")
        clock(shell.Shell, "run", "cells")
        clock(Wire, "send", "wire")
        clock(Wire, "receive", "wire")
        if side == "candidate":
            from course.door.watch import Watch
            from course.grading.candidate import Candidate

            clock(Watch, "begin", "watch")
            clock(Watch, "changed", "watch")
            clock(Candidate, "_call", "calls")
            clock(Candidate, "_apply", "calls")
            telling(Candidate, "_answer")
        else:
            import nbformat
            from course.grading.bindings import Bindings
            from course.grading.examiner import Examiner

            clock(nbformat, "reads", "nbformat")
            clock(nbformat, "writes", "nbformat")
            clock(Bindings, "begin", "names")
            clock(Bindings, "end", "names")
            clock(Examiner, "_touched", "texts")
            clock(Examiner, "_own_texts", "texts")
            telling(Examiner, "execute")
        if "matplotlib.figure" in sys.modules:
            from matplotlib.backend_bases import FigureCanvasBase

            clock(FigureCanvasBase, "print_figure", "figures")
        run = make(*args)

        def clocked_run(*args):
            spent.clear()
            counted.clear()
            spent["fork"] = stop.last = time.thread_time()
            stop.begun = time.monotonic_ns()
            run(*args)

        return clocked_run

    return made

def wait_and_tell(*args):
    pid, status, usage = wait4(*args)
    if pid:
        tell(used=usage.ru_utime + usage.ru_stime, faults=usage.ru_minflt, warm=time.process_time())
    return pid, status, usage

wait4, os.wait4 = os.wait4, wait_and_tell
warm.candidate, warm.examiner = clocked(warm.candidate), clocked(warm.examiner)
warm.main()
"""
"""The program of a warm process, with clocks in what its forks run."""

SIDES = ("candidate", "examiner")
TURNS = 3

PARTS = {
    "fork": "the fork itself",
    "sandbox": "namespaces, limits, descriptors",
    "cells": "student's cells; tests",
    "calls": "student's functions that tests call",
    "wire": "messages, written and read",
    "figures": "pictures drawn",
    "nbformat": "notebook read, validated, written",
    "names": "what names in tests stand for",
    "texts": "what the student's texts reach for",
    "watch": "what the student's code exchanged",
    "rest": "all else",
}
"""What is clocked, without what is clocked inside of it."""


def main() -> None:
    """Print a line and a profile for each notebook."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    names = ["small", *notebooks.assignments()]
    parser.add_argument("--notebooks", nargs="+", choices=names, default=names)
    parser.add_argument("--repeats", type=int, default=15)
    arguments = parser.parse_args()
    if MISSING:
        sys.exit(f"bench: {MISSING}")
    print("Executing one notebook: seconds of processor time.\n")
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments.notebooks:
            bench(name, Path(folder, name), arguments.repeats)


@dataclass
class Taken:
    """What executing a job took, a job.

    Attributes:
        wall: seconds by the clock.
        runs: how often it was run.
        used: seconds of processor time, by who used them.
        faults: pages that the forks of either side got or copied.
        parts: by side and name of the part, the seconds and how often it was entered.
    """

    wall: float
    runs: float
    used: dict[str, float]
    faults: dict[str, float]
    parts: dict[str, dict[str, tuple[float, float]]]

    @property
    def total(self) -> float:
        """Seconds of processor time in all."""
        return sum(self.used.values())


def bench(name: str, folder: Path, repeats: int) -> None:
    """Measure one notebook, and print what was found."""
    notebook = bench_grading.build(name, folder)
    roster.hand_in(bench_grading.REFERENCE, name, folder)
    course = Course(folder)
    job = course.prepare(bench_grading.REFERENCE.name, name).jobs[name]
    floors, turns = [], []
    for _ in range(TURNS):
        floors.append(bench_grading.floor(notebook, draw=False, clock="process_time"))
        turns.append(measured(course.settings([name]), job, repeats))
    turns.sort(key=lambda taken: taken.total)
    floor, taken = statistics.median(floors), turns[TURNS // 2]
    print(
        f"{name}: floor {floor:.3f} s, executing {taken.total:.3f} s, "
        f"{taken.total / floor:.2f} x floor; {taken.runs:.0f} x run, {taken.wall:.3f} s by the clock"
    )
    used = (f"{who} {seconds * 1e3:.1f} ms" for who, seconds in taken.used.items())
    faults = (f"{side}'s {number:.0f}" for side, number in taken.faults.items())
    print(f"  {', '.join(used)}; pages copied: {', '.join(faults)}")
    for part, meaning in PARTS.items():
        both = (taken.parts[side].get(part, (0.0, 0.0)) for side in SIDES)
        shown = "  ".join(f"{spent * 1e3:7.1f} ms {count:5.0f} x" for spent, count in both)
        print(f"  {part:<9} {shown}   {meaning}")
    print(flush=True)


def measured(settings: Settings, job: Job, repeats: int) -> Taken:
    """Execute ``job`` several times, with clocks in its forks."""

    def start(argv: list[str], **options: Any) -> subprocess.Popen[bytes]:
        if "course.grading.warm" in argv:
            place = argv.index("-m")
            argv = [*argv[:place], "-c", CLOCKED, *argv[place + 2 :]]
        return popen(argv, **options)

    popen = subprocess.Popen
    with mock.patch.object(execute.subprocess, "Popen", start):
        executor = Executor(
            settings.imports, settings.sandboxed, settings.accelerator, settings.hidden
        )
        executor.execute(job)
    warm = dict(zip(SIDES, (executor.candidates, executor.examiners), strict=True))
    before = {side: told(process) for side, process in warm.items()}
    wall, own = time.perf_counter(), time.process_time()
    for _ in range(repeats):
        executor.execute(job)
    wall, own = time.perf_counter() - wall, time.process_time() - own
    after = {side: told(process) for side, process in warm.items()}
    executor.close()
    used, faults, parts = {"grader": own / repeats}, {}, {}
    for side in SIDES:
        lines = after[side][len(before[side]) :]
        ended = [line for line in lines if "used" in line]
        at_first = [line for line in before[side] if "used" in line]
        used[side] = sum(line["used"] for line in ended) / repeats
        used[f"{side}'s warm process"] = (ended[-1]["warm"] - at_first[-1]["warm"]) / repeats
        faults[side] = sum(line["faults"] for line in ended) / repeats
        forks = {line["fork"]: line for line in lines if "fork" in line}.values()  # its last line
        parts[side] = {part: _each(forks, part, repeats) for part in PARTS}
    return Taken(wall / repeats, len(ended) / repeats, used, faults, parts)


def _each(forks: Collection[dict[str, Any]], part: str, jobs: int) -> tuple[float, float]:
    """Seconds of a part and how often it was entered, a job."""
    spent, counted = (sum(f[of].get(part, 0) for f in forks) for of in ("spent", "counted"))
    return spent / jobs, counted / jobs


def told(process: WarmProcess) -> list[dict[str, Any]]:
    """What a warm process and its forks have told so far."""
    time.sleep(0.3)  # until the last fork is told of
    process.complaints.seek(0)
    lines = process.complaints.read().decode().splitlines()
    return [json.loads(line) for line in lines if line.startswith("{")]


if __name__ == "__main__":
    main()
