"""What the page to keep shows: the paths of a learner's own functions, drawn where they went."""

import ast
import importlib
import re
from pathlib import Path

import numpy as np
import pytest

from course import data, theory
from course.check import standing
from course.check.standing import page, paths
from course.check.standing.contents import COURSE, assignment_of
from course.check.standing.notes import Note
from helpers.cases import Notebook
from helpers.colours import contrast

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


def test_a_picture_says_what_it_shows_and_escapes_it() -> None:
    known = {"01-by-hand": Note([], {"w": [[0, 0.0], [9, 2.0]]})}
    text = page.page(known, "a<b")
    assert 'aria-label="w climbs from 0 to 2.00 euros per kilometre in 9 epochs."' in text
    assert "a&lt;b" in text and "a<b" not in text


@pytest.mark.parametrize("style", page.STYLES)
def test_a_path_can_be_seen_on_light_paper_and_on_dark(style: dict) -> None:
    for paper in re.findall("--page: (#\\w+)", page.TEMPLATE.template):
        assert contrast(style["color"], paper) >= 3
