"""How long a learner is with a notebook: words to read, code to follow, exercises to do.

A table of all notebooks, or of the texts that are named, as they are now:

    PYTHONPATH=tests .venv/bin/python -m helpers.reading [source/01-by-hand.md ...]
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from course.classroom import notebooks
from course.grading import cells

HINT = re.compile(r"<details>.*?</details>", re.DOTALL)
NOT_HANDED_OUT = re.compile(r"<!-- ### BEGIN (SOLUTION|MARK SCHEME).*?### END \1 -->", re.DOTALL)
WORDS_A_MINUTE, LINES_A_MINUTE, MINUTES_AN_EXERCISE, MINUTES_A_POINT = 130, 10, 2, 1


@dataclass(frozen=True)
class Load:
    """What a notebook asks of a learner."""

    words: int
    longest_stretch: int
    code_lines: int
    exercises: int
    points: int

    @property
    def minutes(self) -> int:
        """About how long it takes: to read, to follow, to think and to write, rounded to 5."""
        exact = (
            self.words / WORDS_A_MINUTE
            + self.code_lines / LINES_A_MINUTE
            + self.exercises * MINUTES_AN_EXERCISE
            + self.points * MINUTES_A_POINT
        )
        return 5 * round(exact / 5)


def stretches(notebook: NotebookNode) -> list[int]:
    """Words before the first exercise, between each two, and after the last.

    A word is what stands between two blanks in the text cells, as `wc -w` counts them: parts of a
    formula and the bars of a table are among them. What is in <details> does not count, nor what
    students do not get: model answers and the mark scheme. An exercise is a cell to be answered in.
    """
    counts = [0]
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            text = HINT.sub("", NOT_HANDED_OUT.sub("", cell.source))
            counts[-1] += len(text.split())
        if cells.is_flagged(cell, "solution"):
            counts.append(0)
    return counts


def code_lines(notebook: NotebookNode) -> int:
    """Lines of the cells that only run: of no exercise and no test, neither empty nor a comment."""
    given = [
        cell.source
        for cell in notebook.cells
        if cell.cell_type == "code"
        and not cells.is_flagged(cell, "solution")
        and not cells.is_flagged(cell, "grade")
    ]
    lines = [line.strip() for source in given for line in source.splitlines()]
    return sum(bool(line) and not line.startswith("#") for line in lines)


def load(notebook: NotebookNode) -> Load:
    """What ``notebook``, as `notebooks.convert` makes it of its text, asks of a learner."""
    words = stretches(notebook)
    graded = [cell for cell in notebook.cells if cells.is_flagged(cell, "grade")]
    return Load(
        words=sum(words),
        longest_stretch=max(words),
        code_lines=code_lines(notebook),
        exercises=len(words) - 1,
        points=sum(cells.flags(cell)["points"] for cell in graded),
    )


def main() -> None:
    """Print the load of the named texts, or of all four."""
    every = [notebooks.SOURCE / f"{name}.md" for name in notebooks.assignments()]
    print(f"{'':24} words  longest  code  exercises  points  minutes")
    for path in [Path(name) for name in sys.argv[1:]] or every:
        notebook = notebooks.convert(path)
        one = load(notebook)
        print(
            f"{path.stem:24} {one.words:5}  {one.longest_stretch:7}  {one.code_lines:4}"
            f"  {one.exercises:9}  {one.points:6}  {one.minutes:7}"
        )
        print(f"{'':24} from exercise to exercise: {stretches(notebook)}")


if __name__ == "__main__":
    main()
