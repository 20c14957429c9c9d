"""Small notebooks of other people's courses, one for each thing that a test may ask: `other_courses/*.toml`.

    ["what it is"]
    cells = '''
    S def f(x):
          return 2 * x
    T assert f(3) == 6
    '''
    wrong = ["def f(x): return x"]

S begins a solution cell, L a locked one, T a test, C another one; the other lines of a cell are indented
by two more. What is wrong stands in place of the first solution. ``files`` lie beside the notebook, and
``person`` says that a test of it may wait for somebody who looks, since the engine cannot tell.
"""

import json
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode

from course.grading import cells
from helpers import kernel, other_courses

CASES = Path(__file__).parents[1] / "other_courses"
KINDS = {"S": "# %% solution", "L": "# %% locked", "T": "# %% test", "C": "# %%"}


@dataclass(frozen=True)
class Case:
    """A notebook whose own solution is right, and wrong ones."""

    about: str
    number: int
    name: str
    cells: str
    wrong: Sequence[str]
    files: dict[str, str] = field(default_factory=dict)
    person: bool = False

    @property
    def assignment(self) -> str:
        """A name that is one of a folder."""
        return f"{self.about}-{self.number}"

    @property
    def beside(self) -> dict[str, bytes]:
        """The files beside it."""
        return {name: text.encode() for name, text in self.files.items()}

    def source(self) -> NotebookNode:
        """The instructor's notebook."""
        lines = []
        for line in self.cells.splitlines():
            kind, text = line[:1], line[2:]
            lines += [KINDS[kind], text] if kind.strip() else [text]
        return other_courses.notebook("\n".join(lines))

    def submissions(self) -> list[NotebookNode]:
        """The source itself, then the wrong ones."""
        made = [self.source() for _ in range(len(self.wrong) + 1)]
        for submission, wrong in zip(made[1:], self.wrong, strict=True):
            first = next(c for c in submission.cells if cells.is_flagged(c, "solution"))
            first.source = wrong
        return made


def read() -> list[Case]:
    """All cases."""
    return [
        Case(path.stem, number, name, **case)
        for path in sorted(CASES.glob("*.toml"))
        for number, (name, case) in enumerate(
            tomllib.loads(path.read_text(encoding="utf-8")).items(), start=1
        )
    ]


def stock(cases: Sequence[Case]) -> list[list[list[bool]]]:
    """Of each case, of each submission, of each test: whether it is passed in one kernel."""
    submissions = [(case, made) for case in cases for made in case.submissions()]
    asked = [
        {"files": case.files, "cells": [c.source for c in made.cells if c.cell_type == "code"]}
        for case, made in submissions
    ]
    argv = [sys.executable, "-W", "ignore", kernel.__file__]
    done = subprocess.run(
        argv, input=json.dumps(asked), stdout=subprocess.PIPE, text=True, check=True
    )
    told = iter(json.loads(done.stdout))
    return [[_of_tests(made, next(told)) for made in case.submissions()] for case in cases]


def _of_tests(made: NotebookNode, done: list[bool]) -> list[bool]:
    code = [cell for cell in made.cells if cell.cell_type == "code"]
    return [fine for cell, fine in zip(code, done, strict=True) if cells.is_test(cell)]
