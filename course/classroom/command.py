"""The command `course`: what an instructor runs beside nbgrader's own commands."""

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
    parser = Parser(prog="course", description="What an instructor runs beside nbgrader.")
    verbs = parser.add_subparsers(title="verbs", dest="verb", metavar="VERB", required=True)
    demo = verbs.add_parser(
        "demo", help="a bundled class goes through the whole cycle, in a course folder of its own"
    )
    demo.add_argument(
        "--to", type=Path, metavar="FOLDER", help="the course folder; build/demo when left out"
    )
    demo.add_argument(
        "--jobs", type=_count, default=min(os.cpu_count() or 1, 8), help="notebooks run at once"
    )
    demo.set_defaults(run=_demo)
    arguments = parser.parse_args()
    arguments.run(arguments)


def _demo(arguments: argparse.Namespace) -> None:
    from course.classroom import demo, notebooks, roster  # nbgrader takes seconds to import

    folder = arguments.to or demo.ROOT / "build" / "demo"
    class_, assignments = roster.students(), notebooks.assignments()
    print(f"A class of {len(class_)} on {len(assignments)} notebooks, graded by nbgrader.")
    try:
        marks = demo.run(folder, class_, assignments, arguments.jobs)
    except (demo.CannotRunError, OSError) as problem:
        sys.exit(f"course demo: {problem}")
    except KeyboardInterrupt:
        sys.exit("course demo: stopped. Run it again to grade the class.")
    with_page = "NAME/ASSIGNMENT/ASSIGNMENT.html"
    print(f"\n{demo.table(class_, assignments, marks)}\n")
    print(f"Feedback pages  {_short(folder / 'feedback')}/{with_page}")
    print(f"Marks as CSV    {_short(folder / 'grades.csv')}")
    print(f"nbgrader's log  {_short(folder / 'demo.log')}")


def _short(path: Path) -> str:
    """``path`` as seen from where we are, if it lies below."""
    path = path.resolve()
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise ValueError
    return count
