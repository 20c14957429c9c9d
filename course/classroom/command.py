"""The command `course`: what instructors and learners run beside nbgrader's own commands.

Each verb is two functions here, what it takes and what it calls, and a module beside this one, which
is imported when the verb is run: nbgrader takes seconds to import.
"""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from course.grading.problem import Problem

NewVerb = Callable[..., argparse.ArgumentParser]
"""Makes the parser of a verb: of its name, and of `help`."""


class Parser(argparse.ArgumentParser):
    """Answers wrong use with one line."""

    def error(self, message: str) -> NoReturn:
        """Print ``message`` and stop with exit status 2."""
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


def main() -> None:
    """Run the verb that was asked for: exit status 2 for wrong use, 1 for a problem."""
    arguments = parser().parse_args()
    try:
        arguments.run(arguments)
    except KeyboardInterrupt:
        sys.exit(f"course {arguments.verb}: stopped. {arguments.stopped}")
    except (Problem, OSError) as problem:  # a full disk speaks for itself
        sys.exit(f"course {arguments.verb}: {problem}")


def parser() -> Parser:
    """What can be asked for. Each verb has `run`, and `stopped`, what to know after Ctrl-C."""
    course = Parser(prog="course", description="What you run beside nbgrader.")
    verbs = course.add_subparsers(title="verbs", dest="verb", metavar="VERB", required=True)
    for add in (
        _add_demo,
        _add_verify,
        _add_grade,
        _add_lab,
        _add_solution,
        _add_judge,
        _add_report,
        _add_export,
    ):
        add(verbs.add_parser)
    return course


def _add_demo(new: NewVerb) -> None:
    demo = new(
        "demo", help="a bundled class goes through the whole cycle, in a course folder of its own"
    )
    demo.add_argument(
        "--to", type=Path, metavar="FOLDER", help="the course folder; build/demo when left out"
    )
    _add_jobs(demo)
    demo.set_defaults(run=_demo, stopped="Run it again to grade the class.")


def _demo(arguments: argparse.Namespace) -> None:
    from course.classroom import notebooks
    from course.classroom.demo import cycle, roster
    from course.grading.sandbox import command

    folder = arguments.to or cycle.ROOT / "build" / "demo"
    class_, assignments = roster.students(), notebooks.assignments()
    print(f"A class of {len(class_)} on {len(assignments)} notebooks, graded by nbgrader.")
    sandboxed = True
    try:
        command.probe()
    except Problem as problem:
        sandboxed = False
        print(f"Without a sandbox, since the bundled class can be trusted: {problem}")
    marks = cycle.run(folder, class_, assignments, arguments.jobs, sandboxed)
    with_page = "NAME/ASSIGNMENT/ASSIGNMENT.html"
    print(f"\n{cycle.table(class_, assignments, marks)}\n")
    print(f"Feedback pages  {_short(folder / 'feedback')}/{with_page}")
    print(f"Marks as CSV    {_short(folder / 'grades.csv')}")
    print(f"nbgrader's log  {_short(folder / 'demo.log')}")


def _add_grade(new: NewVerb) -> None:
    grade = new("grade", help="grade what was handed in, in the course folder that you are in")
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
        "--update",
        action="store_true",
        help="enter in the gradebook what has changed in source/, and grade again what it affects",
    )
    _add_no_sandbox(grade)
    grade.set_defaults(run=_grade, stopped="The next run goes on where this one stopped.")


def _grade(arguments: argparse.Namespace) -> None:
    from course.grading import warm

    os.environ.update(warm.ENVIRONMENT)  # else NumPy has threads, and clerks are forked from here
    from course.grading import limited, workers

    # Nbgrader takes a second to import, and the processes that execute notebooks can start meanwhile.
    sandboxed, here = not arguments.no_sandbox, str(Path.cwd())
    if arguments.scheduler is None:
        workers.begin(workers.Settings(sandboxed=sandboxed, hidden=(here,)))
    from course.classroom import CLERK, alone, grade

    limited.start(CLERK)
    with alone.in_folder(Path.cwd()):
        said = grade.run(
            Path.cwd(),
            list(dict.fromkeys(arguments.assignments)),
            jobs=arguments.jobs,
            scheduler=arguments.scheduler,
            force=arguments.force,
            sandboxed=sandboxed,
            update=arguments.update,
        )
    print(said)


def _add_verify(new: NewVerb) -> None:
    verify = new(
        "verify",
        help="which tests give other points than stock nbgrader; in the course folder that you are in",
    )
    verify.add_argument("assignments", nargs="*", metavar="ASSIGNMENT", help="all when left out")
    _add_jobs(verify)
    verify.add_argument("--html", type=Path, metavar="FILE", help="write a page that says it, too")
    verify.add_argument(
        "--mark",
        action="store_true",
        help="tag such tests in source/, so that they run beside students' code, as in nbgrader",
    )
    _add_no_sandbox(verify)
    verify.set_defaults(run=_verify, stopped="Nothing was changed.")


def _verify(arguments: argparse.Namespace) -> None:
    from course.classroom.verify import run

    said, differs = run.run(
        Path.cwd(),
        list(dict.fromkeys(arguments.assignments)),
        jobs=arguments.jobs,
        sandboxed=not arguments.no_sandbox,
        mark=arguments.mark,
        html=arguments.html,
    )
    print(said)
    if differs:
        sys.exit(1)


def _add_lab(new: NewVerb) -> None:
    lab = new("lab", help="JupyterLab on your own copy of the notebooks, in work/")
    lab.set_defaults(run=_lab, stopped="Your notebooks are in work/.")


def _lab(arguments: argparse.Namespace) -> None:
    from course.classroom import lab

    lab.copy_new(lab.RELEASE, lab.WORK)
    lab.lab(lab.WORK)


def _add_solution(new: NewVerb) -> None:
    solution = new("solution", help="the reference notebook, once yours in work/ passes its tests")
    solution.add_argument("assignment", metavar="ASSIGNMENT")
    solution.set_defaults(run=_solution, stopped="Nothing was changed.")


def _solution(arguments: argparse.Namespace) -> None:
    from course.classroom import lab, solution

    beside = solution.solution(arguments.assignment, lab.RELEASE, lab.WORK)
    print(f"The reference solution: {_short(beside)}")


def _add_judge(new: NewVerb) -> None:
    judge = new(
        "judge", help="what a file of answers is told by the tests; in the course folder you are in"
    )
    judge.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="answers, each below `# %%%% EXERCISE: label`; or JSON",
    )
    _add_jobs(judge)
    _add_no_sandbox(judge)
    judge.set_defaults(run=_judge, stopped="Nothing was written.")


def _judge(arguments: argparse.Namespace) -> None:
    from course.classroom import judge

    sandboxed = not arguments.no_sandbox
    print(judge.run(Path.cwd(), arguments.file, arguments.jobs, sandboxed))


def _add_report(new: NewVerb) -> None:
    report = new(
        "report", help="what the class understood, as a page; in the course folder that you are in"
    )
    report.add_argument("assignments", nargs="*", metavar="ASSIGNMENT", help="all when left out")
    report.add_argument(
        "--names", action="store_true", help="say who; a page without it names nobody"
    )
    report.add_argument("--to", type=Path, metavar="FILE", default=Path("report.html"))
    report.set_defaults(run=_report, stopped="Nothing was written.")


def _report(arguments: argparse.Namespace) -> None:
    from course.classroom.report import page

    print(page.run(Path.cwd(), arguments.assignments, arguments.names, arguments.to))


def _add_export(new: NewVerb) -> None:
    export = new("export", help="the marks as a file, for people or an LMS; in the course folder")
    export.add_argument("--format", choices=["csv", "canvas", "moodle"], required=True)
    export.add_argument("--to", type=Path, metavar="FILE", required=True)
    export.set_defaults(run=_export, stopped="Nothing was written.")


def _export(arguments: argparse.Namespace) -> None:
    from course.classroom import export

    print(export.run(Path.cwd(), arguments.format, arguments.to))


def _add_jobs(verb: argparse.ArgumentParser) -> None:
    at_once = min(os.cpu_count() or 1, 8)
    verb.add_argument("-j", "--jobs", type=_count, default=at_once, help="notebooks run at once")


def _add_no_sandbox(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--no-sandbox",
        action="store_true",
        help="run students' code with your rights; only for code that you trust",
    )


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of notebooks; name one from 1 up")
    return int(text)


def _short(path: Path) -> str:
    """``path`` as seen from where we are, if it lies below."""
    path = path.resolve()
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
