"""The coverage table in the instructor's pages is complete and up to date."""

from collections import Counter

import pytest

from course.classroom import notebooks
from coverage_table import PAGE, page, points
from helpers.cases import Case, bank

ANSWERS = {
    "prediction-rate",
    "bug-hunt",
    "prediction-accumulate",
    "toy",
    "clinic",
    "prediction-reduction",
    "order",
    "order_matters",
    "prediction-bias",
    "reflection",
}
"""Exercises whose answer is a value or a text; the others are functions and classes."""


def test_the_table_is_the_one_of_the_notebooks_and_the_bank() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(bank()), (
        "docs/coverage.md is stale: `make coverage`"
    )


def of(tag: str | None, what: str, exercise: str = "gradient") -> Case:
    return Case("01-by-hand", exercise, tag, what, "")


def test_the_table_says_how_many_are_told_by_name_and_lists_the_others() -> None:
    named = [of("sum-for-mean", f"sum {n}") for n in range(199)]
    text = page(
        [of(None, "mean"), *named, of("wrong-value", "by 4.2"), of("one-ride", "one", "forward")]
    )
    assert "\n| 01-by-hand | 1 | 201 | 200 (99 %) |\n" in text
    assert "\n| 02-autograd | 0 | 0 |  |\n" in text
    assert "\n| all | 1 | 201 | 200 (99 %) |\n" in text
    assert "(2) | 1 | 199 (99 %) | sum-for-mean 199, wrong-value 1 |\n" in text
    assert " |  | 1 (100 %) | one-ride 1 |\n" in text
    assert text.count("**Told in general**") == 1
    assert "\n**Told in general**\n\n- `gradient`: by 4.2 (wrong-value)\n\n## 02" in text


@pytest.mark.parametrize("assignment", notebooks.assignments())
def test_every_exercise_serves_one_objective(assignment: str) -> None:
    named = [exercise for names in notebooks.objectives(assignment).values() for exercise in names]
    assert sorted(named) == sorted(points(assignment))


@pytest.mark.parametrize("assignment", notebooks.assignments())
def test_every_function_and_class_has_its_share_of_the_bank(assignment: str) -> None:
    cases = Counter(
        (case.exercise, case.tag is None) for case in bank() if case.assignment == assignment
    )
    for exercise in points(assignment).keys() - ANSWERS:
        assert cases[exercise, True] >= 6, f"{exercise}: {cases[exercise, True]} right"
        assert cases[exercise, False] >= 12, f"{exercise}: {cases[exercise, False]} wrong"
