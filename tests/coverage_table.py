"""Write docs/coverage.md: what each exercise teaches, what tests it, and what it can tell.

Made from the notebooks (objectives, exercises, test cells, points) and the bank (verdicts).
"""

from collections import Counter
from pathlib import Path

from course.classroom import notebooks
from course.grading import cells
from helpers.cases import bank

PAGE = Path(__file__).parents[1] / "docs" / "coverage.md"
HEAD = """# What is taught, and what the tests can tell

For each exercise: the objective it serves, its points, the solutions in `tests/bank` that its test
cells accept, and the misconceptions they name, each with the number of wrong solutions it is shown
on. Made by `make coverage`; a test says when it is stale. The messages themselves stand in
`course/check/messages/`.
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


def page() -> str:
    """The text of docs/coverage.md."""
    cases = bank()
    parts = [HEAD]
    for assignment in notebooks.assignments():
        parts.append(f"\n## {assignment}\n")
        worth = points(assignment)
        for goal, exercises in notebooks.objectives(assignment).items():
            parts.append(f"\n**{goal[0].upper()}{goal[1:]}**\n")
            parts.append("\n| exercise | graded cells (points) | right | wrong, by misconception |")
            parts.append("\n|---|---|---|---|\n")
            for exercise in exercises:
                own = [c for c in cases if (c.assignment, c.exercise) == (assignment, exercise)]
                tags = Counter(case.tag for case in own)
                right = tags.pop(None, 0)
                graded = ", ".join(f"`{name}` ({n})" for name, n in worth[exercise].items())
                told = ", ".join(f"{tag} {n}" for tag, n in sorted(tags.items())) or "by hand"
                parts.append(f"| `{exercise}` | {graded} | {right or ''} | {told} |\n")
    return "".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
