"""What the linked figure leaves where nothing can be moved, and what it gives to the page."""

import html
import re
import subprocess
import sys

import numpy as np
import pytest

from course import data, theory
from course.figures import linked

WIDGET = "application/vnd.jupyter.widget-view+json"
TAXI, FLAG_FALL = data.taxi(), data.taxi(data.FLAG_FALL)


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[dict]:
    """What has been displayed."""
    bundles = []
    monkeypatch.setattr(linked, "display", lambda bundle, **_: bundles.append(bundle))
    return bundles


@pytest.mark.parametrize(("rides", "start"), [(TAXI, (0.0,)), (FLAG_FALL, (0.0, 0.0))])
def test_a_still_picture_that_says_what_it_shows_comes_with_the_widget(
    shown: list[dict], rides: tuple, start: tuple
) -> None:
    linked.linked_figure(*rides, start=start)
    [bundle] = shown
    assert bundle.keys() == {WIDGET, "text/html", "text/plain"}
    alt = html.unescape(re.search(r'alt="([^"]*)"', bundle["text/html"])[1])
    assert alt == bundle["text/plain"]
    assert f"the loss, {theory.loss(*rides, start):.2f} €²" in alt


def test_the_still_picture_is_the_same_on_the_next_run(shown: list[dict]) -> None:
    for _ in range(2):
        linked.linked_figure(*TAXI)
    first, second = ({k: v for k, v in bundle.items() if k != WIDGET} for bundle in shown)
    assert first == second


@pytest.mark.parametrize("start", [(0.0,), (3.5,), (2.0,), (0.0, 0.0), (2.0, 3.0), (-1.0, 9.0)])
@pytest.mark.parametrize("rides", [TAXI, FLAG_FALL, data.long_rides()])
def test_start_and_minimum_are_in_the_picture(rides: tuple, start: tuple) -> None:
    given = linked.figure(*rides, start, 0.01)
    best = theory.minimum(*rides, bias=len(start) == 2)
    for name, *values in zip("wb", start, best, strict=False):
        low, high = given["axes"][name]["ends"]
        assert all(low < value < high for value in values)


def test_on_a_ring_the_loss_is_the_same_everywhere() -> None:
    for ring in linked.figure(*FLAG_FALL, (0.0, 0.0), 0.01)["curves"]:
        losses = theory.loss(*FLAG_FALL, ring)
        assert np.allclose(losses, losses[0], rtol=1e-3)


@pytest.mark.parametrize("start", [(0.0,), (0.0, 0.0)])
def test_the_rate_can_be_set_to_stable_ones_and_to_others(start: tuple) -> None:
    rates = linked.figure(*TAXI, start, 0.01)["rates"]
    bound = 2 / np.linalg.eigvalsh(theory.hessian(TAXI[0], len(start) == 2))[-1]
    assert rates["step"] < bound < rates["max"] / 1.2


@pytest.mark.parametrize(("x", "start"), [([2.0, 2.0], (0.0, 0.0)), ([0.0, 0.0], (0.0,))])
def test_rides_without_a_single_best_line_are_refused(x: list, start: tuple) -> None:
    with pytest.raises(ValueError, match="no single best line"):
        linked.linked_figure(np.array(x), np.array([1.0, 2.0]), start)


def test_figures_can_be_imported_where_there_are_no_widgets() -> None:
    code = "import sys; from course.figures import linked; print('anywidget' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
