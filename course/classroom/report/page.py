"""The class report: one page that says what a class understood, and what to look at again.

It is a single page, the course first and then a section for each assignment, because the same idea
goes wrong in several notebooks: an instructor scrolls, searches, prints or sends one file. It needs no
network and holds no script. Nobody is named unless asked for; then there is a line for each student.
"""

import re
import statistics
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import jinja2
from markupsafe import Markup, escape
from nbgrader.exchange.default import Exchange

from course.classroom import files, marks
from course.classroom.course import Course, open_course
from course.classroom.marks import Marks
from course.classroom.report import pictures, summary, understanding
from course.classroom.report.summary import Attempts, Summary, Totals
from course.classroom.report.understanding import Understanding, Verdict
from course.grading.problem import Problem
from course.plugins.exchange import parts


def run(folder: Path, assignments: list[str], names: bool, to: Path) -> str:
    """Write the report on ``assignments``, or on all, in a course folder; say where it is.

    Args:
        names: whether students are named.

    Raises:
        Problem: the folder is no course, there is nothing to report on, or it cannot be read; the page
            cannot be written.
    """
    files.target(to)
    course = open_course(folder)
    class_ = marks.read(course, assignments)
    parts = [understanding.understand(course, class_, name) for name in class_.assignments]
    graded = sum(len(part.works) for part in parts)
    if not graded:
        todo = " ".join(class_.assignments)
        raise Problem(f"nothing is graded yet; run: course grade {todo}")
    files.write(to, page(course, class_, parts, names, date.today()))
    return f"{to}: {len(class_.students)} students, {graded} graded notebooks."


def attempts(course: Course) -> Attempts:
    """What the exchange of ``course`` has kept; nothing if there is none, or we may not look."""
    inbound = Path(Exchange(config=course.config).root, course.id, "inbound")
    assignments = course.assignments()
    try:
        kept = [parts(path.name, assignments) for path in inbound.iterdir()]
    except OSError:
        return Counter()
    return Counter((student, assignment) for student, assignment, _ in kept if student)


def page(
    course: Course, class_: Marks, parts: list[Understanding], names: bool, today: date
) -> Iterator[str]:
    """The report as HTML, in pieces, since one with names has a line for each student."""
    disclosure = summary.Disclosure(class_.students, names)
    kept = attempts(course)
    return template(Path(__file__).with_name("report.html")).generate(
        course=course.id,
        today=today,
        class_=class_,
        names=names,
        parts=[summary.summarize(class_, part, kept, disclosure) for part in parts],
        totals=summary.total(class_),
        ideas=summary.ideas([finding for part in parts for finding in part.findings], disclosure),
        to_revisit=summary.to_revisit(parts, disclosure),
        label=disclosure.label,
        marks=marks,
        Verdict=Verdict,
        distribution=distribution,
        verdicts=verdicts,
    )


def template(path: Path) -> jinja2.Template:
    """The page at ``path``, which may include `style.css`; what is put into it is data."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([path.parent, Path(__file__).parent]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["code"] = code
    environment.filters["points"] = lambda value: f"{value:.4g}"
    environment.filters["moment"] = lambda value: f"{value.day} {value:%B %Y, %H:%M} UTC"
    return environment.get_template(path.name)


def code(text: str) -> Markup:
    """``text`` with what stands in backquotes set as code."""
    return Markup(re.sub("`([^`]+)`", r"<code>\1</code>", str(escape(text))))


def distribution(name: str, of: Summary | Totals) -> str:
    """The picture of the marks in ``of``."""
    points = sorted(of.marks + of.so_far)
    alt = (
        f"Points in {name}: {len(points)} students from {points[0]:.4g} to {points[-1]:.4g} of "
        f"{of.max_score:g}, half of them with {statistics.median(points):.4g} or more."
    )
    if of.so_far:
        alt += f" {len(of.so_far)} of them have no mark yet."
    return pictures.distribution(of.marks, of.so_far, of.max_score, alt)


def verdicts(of: Summary) -> str:
    """The picture of how the class did on each exercise."""
    right = {name: counts[Verdict.RIGHT] for name, counts in of.verdicts.items()}
    hardest = min(right, key=lambda name: right[name])
    alt = (
        f"How {len(of.part.works)} students did on each exercise of {of.name}. Fewest are right on "
        f"{hardest}, {right[hardest]} of them. The table below has all numbers."
    )
    return pictures.verdicts(of.verdicts, alt)
