"""A notebook is no longer than a learner can bear, and every page says how long it takes."""

import re
from pathlib import Path

import pytest

from course.classroom import notebooks
from helpers import reading

ROOT = notebooks.SOURCE.parent
DISCUSSION = 15
"""Minutes that a day of the week is longer than its notebook."""
EXAMPLE = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---

Two words,
<details><summary>Hint</summary>

not these.
</details>

```{code-cell} ipython3
# A remark.

x = [
    1,
]
```

```{code-cell} ipython3
:nbgrader: {grade: false, grade_id: double, locked: false, schema_version: 3, solution: true, task: false}

def double(x): ...
```

```{code-cell} ipython3
:nbgrader: {grade: true, grade_id: test-double, locked: true, points: 2, schema_version: 3, solution: false, task: false}

check.double(double)
```

Three $more + words$ here.

+++ {"nbgrader": {"grade": true, "grade_id": "why", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}}

Why?
<!-- ### BEGIN SOLUTION -->
Since it is so.
<!-- ### END SOLUTION -->

+++

The end.
"""

NUMBERED = list(enumerate(notebooks.assignments(), start=1))
each_notebook = pytest.mark.parametrize("assignment", notebooks.assignments())


def load(assignment: str) -> reading.Load:
    return reading.load(notebooks.convert(notebooks.SOURCE / f"{assignment}.md"))


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_hints_answers_tests_and_remarks_are_no_load(tmp_path: Path) -> None:
    path = tmp_path / "example.md"
    path.write_text(EXAMPLE, encoding="utf-8")
    notebook = notebooks.convert(path)
    assert reading.load(notebook) == reading.Load(10, 6, 3, 2, 5)
    assert reading.stretches(notebook) == [2, 6, 2]


def test_a_minute_is_130_words_or_ten_lines_or_a_point_and_half_an_exercise() -> None:
    assert reading.Load(1300, 0, 0, 0, 0).minutes == 10
    assert reading.Load(0, 0, 100, 0, 0).minutes == 10
    assert reading.Load(0, 0, 0, 5, 0).minutes == 10
    assert reading.Load(0, 0, 0, 0, 10).minutes == 10
    assert reading.Load(290, 0, 0, 0, 0).minutes == 0
    assert reading.Load(330, 0, 0, 0, 0).minutes == 5


@each_notebook
def test_a_notebook_is_no_longer_than_a_learner_can_bear(assignment: str) -> None:
    asked = load(assignment)
    assert asked.words <= 2750
    assert asked.code_lines <= 150
    assert 60 <= asked.minutes <= 90


@each_notebook
def test_a_learner_never_reads_long_without_doing(assignment: str) -> None:
    assert load(assignment).longest_stretch <= 450


@each_notebook
def test_its_time_stands_at_its_top(assignment: str) -> None:
    said = re.findall(r"\*\*Time:\*\* about (\d+) minutes", text(f"source/{assignment}.md"))
    assert said == [str(load(assignment).minutes)]


@each_notebook
def test_its_time_stands_on_the_instructors_first_page(assignment: str) -> None:
    row = re.search(rf"^\| .*{assignment}\.ipynb\) .*$", text("docs/index.md"), re.M)[0]
    assert row.endswith(f"| {load(assignment).minutes} |")


def test_the_readme_gives_the_range_in_which_all_times_are() -> None:
    assert "Each notebook takes 60 to 90 minutes" in " ".join(text("README.md").split())


@pytest.mark.parametrize(("day", "assignment"), NUMBERED)
def test_a_day_is_as_long_as_its_notebook_and_a_discussion(day: int, assignment: str) -> None:
    minutes = int(
        re.search(rf"^### Day {day}: .*\((\d+) minutes\)$", text("docs/plan.md"), re.M)[1]
    )
    assert minutes == load(assignment).minutes + DISCUSSION


@pytest.mark.parametrize(("part", "assignment"), NUMBERED)
def test_an_afternoon_has_less_time_for_a_notebook_than_it_takes(
    part: int, assignment: str
) -> None:
    _, afternoon = text("docs/plan.md").split("## An afternoon")
    minutes = int(re.search(rf"^\| (\d+) \| {part}: ", afternoon, re.M)[1])
    assert minutes < load(assignment).minutes
