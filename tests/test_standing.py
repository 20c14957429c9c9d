"""What the page to keep shows: the paths of a learner's own functions, drawn where they went."""

import ast
import importlib
from pathlib import Path

import numpy as np
import pytest

from course import data, theory
from course.check import standing
from course.check.standing import drawn, page, paths
from course.check.standing.contents import COURSE, assignment_of
from course.check.standing.drawn import Line
from course.check.standing.notes import Note
from helpers.cases import Notebook

WALKED = [(name, of) for name, walks in paths.WALKS.items() for of in walks]


def test_each_module_of_checks_is_that_of_its_notebook() -> None:
    for name, one in COURSE.items():
        check = importlib.import_module(f"course.check.{one.check}")
        assert assignment_of(check.__name__) == name
        assert tuple(judge.__name__ for judge in check.EXERCISES) == one.exercises
    assert assignment_of("course.check.values") is None


def test_torch_is_imported_when_it_is_needed_and_not_before() -> None:
    for module in Path(standing.__file__).parent.glob("*.py"):
        at_the_top = ast.parse(module.read_text(encoding="utf-8")).body
        assert "torch" not in "".join(map(ast.unparse, filter(_is_import, at_the_top)))


def _is_import(node: ast.stmt) -> bool:
    return isinstance(node, (ast.Import, ast.ImportFrom))


@pytest.mark.parametrize(("assignment", "of"), WALKED)
def test_a_path_is_the_one_that_gradient_descent_takes(assignment: str, of: str) -> None:
    names = Notebook(assignment).run()
    path = np.array(paths.walked(assignment, names, COURSE[assignment].exercises)[of])
    bias = of == "wb"
    x, y = data.taxi(data.FLAG_FALL if bias else 0.0)
    lr = paths.LR_WB if bias else paths.LR_W
    expected = theory.trajectory(x, y, (0.0,) * (1 + bias), lr, int(path[-1, 0]))
    assert np.allclose(path[:, 1:], expected[path[:, 0].astype(int)], atol=1e-4)


@pytest.mark.parametrize(("assignment", "of"), WALKED)
def test_a_function_that_does_not_stand_or_stops_has_no_path(assignment: str, of: str) -> None:
    exercise, _ = paths.WALKS[assignment][of]
    names = Notebook(assignment).run()
    others = [name for name in COURSE[assignment].exercises if name != exercise]
    assert of not in paths.walked(assignment, names, others)
    names[exercise] = lambda *args, **kwargs: 1 / 0
    assert of not in paths.walked(assignment, names, COURSE[assignment].exercises)


def test_the_page_says_how_far_the_paths_are_apart() -> None:
    known = {
        "01-by-hand": Note([], {"w": [[0, 0.0], [9, 2.0]]}),
        "02-autograd": Note([], {"w": [[0, 0.0], [9, 2.0000003]]}),
    }
    assert "nowhere further apart than 0.000001 €/km" in page.page(known, "")


def test_a_page_without_paths_is_one() -> None:
    text = page.page({name: Note(list(one.exercises)) for name, one in COURSE.items()}, "")
    assert "<figure>" not in text
    assert all(f"<h3>{one.title}</h3>" in text for one in COURSE.values())


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 30, [0, 5, 10, 15, 20, 25, 30]),
        (0, 1.98, [0, 0.5, 1, 1.5, 2]),
        (-0.3, 4.5, [-1, 0, 1, 2, 3, 4, 5]),
        (2, 2, None),
        (-1e9, 1e9, None),
    ],
)
def test_ticks_are_round_and_reach_from_end_to_end(
    low: float, high: float, expected: list[float] | None
) -> None:
    ticks = drawn.ticks(low, high)
    assert expected is None or ticks == pytest.approx(expected)
    assert ticks[0] <= low and ticks[-1] >= high and 2 <= len(ticks) <= 11


def test_a_chart_says_what_it_shows_and_escapes_it() -> None:
    text = drawn.chart([Line("a<b", [(0, 0), (1, 1)])], ("x", "y & z"), 'w "climbs"')
    assert 'aria-label="w &quot;climbs&quot;"' in text and "a&lt;b" in text and "y &amp; z" in text
