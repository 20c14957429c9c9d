"""The coverage table in the instructor's pages is complete and up to date."""

from collections import Counter

import pytest

from course.classroom import notebooks
from coverage_table import PAGE, page, points
from helpers.cases import bank

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
    assert PAGE.read_text(encoding="utf-8") == page(), "docs/coverage.md is stale: `make coverage`"


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
