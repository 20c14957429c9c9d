"""Names that stand in what people have, their settings and their notebooks, go on until the next release."""

import importlib

import pytest

from course import orders
from course.plugins import exchange, validate


@pytest.mark.parametrize(
    "name",
    ["Collect", "FetchAssignment", "FetchFeedback", "ReleaseAssignment", "ReleaseFeedback"]
    + ["Submit"],
)
def test_settings_that_name_the_exchange_in_the_classroom_get_it(name: str) -> None:
    old = importlib.import_module("course.classroom.exchange")
    assert getattr(old, name) is getattr(exchange, name)


def test_settings_that_name_validate_in_the_classroom_get_it() -> None:
    old = importlib.import_module("course.classroom.validate")
    assert old.name_lost_cells is validate.name_lost_cells


def test_notebooks_that_were_handed_out_find_the_tables_and_the_loop() -> None:
    from course import learners, loop

    ben = learners.printed("ben, numpy")
    assert list(ben["epoch"][:3]) == [1, 6, 11]
    assert learners.disagreement("ben, numpy", "w", ben["w"] + 0.0004) == 0
    assert learners.disagreement("ben, numpy", "w", ben["w"] + 0.0015) == pytest.approx(0.001)
    assert (loop.run, loop.kind, loop.LINES) == (orders.run, orders.kind, orders.LINES)
