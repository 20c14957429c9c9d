"""Write docs/coverage.md: what each exercise teaches, what tests it, and what it can tell.

Made from the notebooks (objectives, exercises, test cells, points) and the bank (verdicts).
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from course.check import messages
from course.classroom import notebooks
from course.grading import cells
from helpers.cases import Case, bank

PAGE = Path(__file__).parents[1] / "docs" / "coverage.md"
HEAD = """# What is taught, and what the tests can tell

For each exercise: the objective it serves, its points, the solutions in `tests/bank` that its test
cells accept, and the misconceptions they name, each with the number of wrong solutions it is shown
on. A solution is told by name if its message says what went wrong, and in general if it says no more
than that something did; each notebook's section ends with those. Made by `make coverage`; a test says
when it is stale. The messages themselves stand in `course/check/messages/`.

| notebook | right | wrong | told by name |
|---|---|---|---|
"""


def points(assignment: str) -> dict[str, dict[str, int]]:
    """For each exercise its graded cells and their points."""
    every = notebooks.convert(notebooks.SOURCE / f"{assignment}.md").cells
    found = {cells.grade_id(cell): {} for cell in every if cells.is_flagged(cell, "solution")}
    for cell in every:
        if cells.is_flagged(cell, "grade"):
            name = cells.grade_id(cell)
            found[cells.exercise_of(name, found)][name] = cells.flags(cell)["points"]
    return found


def is_named(case: Case) -> bool:
    """Whether a wrong solution is told its cause."""
    return case.tag not in messages.GENERAL


def share(cases: Iterable[Case]) -> str:
    """How many of the wrong solutions are told by name; all of them are 100 %, and no fewer."""
    named = [is_named(case) for case in cases if case.tag is not None]
    return f"{sum(named)} ({100 * sum(named) // len(named)} %)" if named else ""


def page(cases: list[Case]) -> str:
    """The text of docs/coverage.md for a bank of ``cases``."""
    assignments = {
        name: [case for case in cases if case.assignment == name]
        for name in notebooks.assignments()
    }
    parts = [HEAD]
    for name, own in (assignments | {"all": cases}).items():
        right = sum(case.tag is None for case in own)
        parts.append(f"| {name} | {right} | {len(own) - right} | {share(own)} |\n")
    for name, own in assignments.items():
        parts += [f"\n## {name}\n", *_tables(name, own), _nameless(own)]
    return "".join(parts)


def _tables(assignment: str, cases: list[Case]) -> list[str]:
    """For each objective of a notebook the table of its exercises."""
    parts = []
    worth = points(assignment)
    for goal, exercises in notebooks.objectives(assignment).items():
        parts.append(f"\n**{goal[0].upper()}{goal[1:]}**\n")
        parts.append(
            "\n| exercise | graded cells (points) | right | told by name | wrong, by misconception |"
        )
        parts.append("\n|---|---|---|---|---|\n")
        for exercise in exercises:
            own = [case for case in cases if case.exercise == exercise]
            tags = Counter(case.tag for case in own)
            right = tags.pop(None, "")
            graded = ", ".join(f"`{name}` ({n})" for name, n in worth[exercise].items())
            told = ", ".join(f"{tag} {n}" for tag, n in sorted(tags.items())) or "by hand"
            parts.append(f"| `{exercise}` | {graded} | {right} | {share(own)} | {told} |\n")
    return parts


def _nameless(cases: list[Case]) -> str:
    """A list of the wrong solutions that are told in general, by exercise."""
    causes: dict[str, list[str]] = {}
    for case in cases:
        if case.tag is not None and not is_named(case):
            causes.setdefault(case.exercise, []).append(f"{case.what} ({case.tag})")
    lines = [f"- `{exercise}`: {'; '.join(own)}\n" for exercise, own in causes.items()]
    return "".join(["\n**Told in general**\n\n", *lines]) if lines else ""


if __name__ == "__main__":
    PAGE.write_text(page(bank()), encoding="utf-8")
