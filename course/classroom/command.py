"""The command `course`: what instructors and learners run beside nbgrader's own commands."""

import argparse
import os
import sys
from pathlib import Path
from typing import NoReturn


class Parser(argparse.ArgumentParser):
    """Answers wrong use with one line."""

    def error(self, message: str) -> NoReturn:
        """Print ``message`` and stop with exit status 1."""
        self.exit(1, f"{self.prog}: {message} (see {self.prog} --help)\n")


def main() -> None:
    """Run the verb that was asked for."""
    parser = Parser(prog="course", description="What you run beside nbgrader.")
    verbs = parser.add_subparsers(title="verbs", dest="verb", metavar="VERB", required=True)
    demo = verbs.add_parser(
        "demo", help="a bundled class goes through the whole cycle, in a course folder of its own"
    )
    demo.add_argument(
        "--to", type=Path, metavar="FOLDER", help="the course folder; build/demo when left out"
    )
    _add_jobs(demo)
    demo.set_defaults(run=_demo, stopped="Run it again to grade the class.")
    grade = verbs.add_parser(
        "grade", help="grade what was handed in, in the course folder that you are in"
    )
    grade.add_argument("assignments", nargs="+", metavar="ASSIGNMENT")
    _add_jobs(grade)
    grade.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="run them on the Dask cluster whose scheduler is there",
    )
    grade.add_argument(
        "--force", action="store_true", help="also what was graded before and has not changed"
    )
    grade.add_argument(
        "--no-sandbox",
        action="store_true",
        help="run students' code with your rights; only for code that you trust",
    )
    grade.set_defaults(run=_grade, stopped="The next run goes on where this one stopped.")
    lab = verbs.add_parser("lab", help="JupyterLab on your own copy of the notebooks, in work/")
    lab.set_defaults(run=_lab, stopped="Your notebooks are in work/.")
    solution = verbs.add_parser(
        "solution", help="the reference notebook, once yours in work/ passes its tests"
    )
    solution.add_argument("assignment", metavar="ASSIGNMENT")
    solution.set_defaults(run=_solution, stopped="Nothing was changed.")
    report = verbs.add_parser(
        "report", help="what the class understood, as a page; in the course folder that you are in"
    )
    report.add_argument("assignments", nargs="*", metavar="ASSIGNMENT", help="all when left out")
    report.add_argument(
        "--names", action="store_true", help="say who; a page without it names nobody"
    )
    report.add_argument("--to", type=Path, metavar="FILE", default=Path("report.html"))
    report.set_defaults(run=_report, stopped="Nothing was written.")
    export = verbs.add_parser(
        "export", help="the marks as a file, for people or an LMS; in the course folder"
    )
    export.add_argument("--format", choices=["csv", "canvas", "moodle"], required=True)
    export.add_argument("--to", type=Path, metavar="FILE", required=True)
    export.set_defaults(run=_export, stopped="Nothing was written.")
    arguments = parser.parse_args()
    try:
        arguments.run(arguments)
    except KeyboardInterrupt:
        sys.exit(f"course {arguments.verb}: stopped. {arguments.stopped}")


def _add_jobs(parser: argparse.ArgumentParser) -> None:
    at_once = min(os.cpu_count() or 1, 8)
    parser.add_argument("-j", "--jobs", type=_count, default=at_once, help="notebooks run at once")


def _demo(arguments: argparse.Namespace) -> None:
    from course.classroom import notebooks  # nbgrader takes seconds to import
    from course.classroom.course import GradebookError
    from course.classroom.demo import cycle, roster
    from course.grading.sandbox import command

    folder = arguments.to or cycle.ROOT / "build" / "demo"
    class_, assignments = roster.students(), notebooks.assignments()
    print(f"A class of {len(class_)} on {len(assignments)} notebooks, graded by nbgrader.")
    sandboxed = True
    try:
        command.probe()
    except command.Unavailable as problem:
        sandboxed = False
        print(f"Without a sandbox, since the bundled class can be trusted: {problem}")
    try:
        marks = cycle.run(folder, class_, assignments, arguments.jobs, sandboxed)
    except (cycle.CannotRunError, GradebookError, OSError) as problem:
        sys.exit(f"course demo: {problem}")
    with_page = "NAME/ASSIGNMENT/ASSIGNMENT.html"
    print(f"\n{cycle.table(class_, assignments, marks)}\n")
    print(f"Feedback pages  {_short(folder / 'feedback')}/{with_page}")
    print(f"Marks as CSV    {_short(folder / 'grades.csv')}")
    print(f"nbgrader's log  {_short(folder / 'demo.log')}")


def _grade(arguments: argparse.Namespace) -> None:
    from course.classroom import grade
    from course.classroom.course import GradebookError, NoCourseError
    from course.grading import workers
    from course.grading.sandbox import command

    try:
        summary = grade.run(
            Path.cwd(),
            list(dict.fromkeys(arguments.assignments)),
            *(arguments.jobs, arguments.scheduler),
            *(arguments.force, not arguments.no_sandbox),
        )
    except (
        NoCourseError,
        grade.CannotGradeError,
        GradebookError,
        command.Unavailable,
        workers.NoClusterError,
        OSError,
    ) as problem:
        sys.exit(f"course grade: {problem}")
    print(summary)


def _lab(arguments: argparse.Namespace) -> None:
    from course.classroom import lab

    try:
        lab.copy_new(lab.RELEASE, lab.WORK)
    except OSError as problem:
        sys.exit(f"course lab: {problem}")
    lab.lab(lab.WORK)


def _solution(arguments: argparse.Namespace) -> None:
    from course.classroom import lab, solution

    try:
        beside = solution.solution(arguments.assignment, lab.RELEASE, lab.WORK)
    except (solution.NotYetError, OSError) as problem:
        sys.exit(f"course solution: {problem}")
    print(f"The reference solution: {_short(beside)}")


def _report(arguments: argparse.Namespace) -> None:
    from course.classroom import files, marks
    from course.classroom.course import NoCourseError
    from course.classroom.report import page

    options = arguments.assignments, arguments.names, arguments.to
    try:
        print(page.run(Path.cwd(), *options))
    except (NoCourseError, marks.CannotReadError, files.CannotWriteError, OSError) as problem:
        sys.exit(f"course report: {problem}")


def _export(arguments: argparse.Namespace) -> None:
    from course.classroom import export, files, marks
    from course.classroom.course import NoCourseError

    try:
        print(export.run(Path.cwd(), arguments.format, arguments.to))
    except (NoCourseError, marks.CannotReadError, files.CannotWriteError, OSError) as problem:
        sys.exit(f"course export: {problem}")


def _short(path: Path) -> str:
    """``path`` as seen from where we are, if it lies below."""
    path = path.resolve()
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of notebooks; name one from 1 up")
    return int(text)
