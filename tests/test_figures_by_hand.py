"""The pictures of 01-by-hand hold their data, whatever the rides are."""

from collections.abc import Iterator

import numpy as np
import pytest
from matplotlib.figure import Figure

from course.figures import by_hand

HISTORY = [9.0, 3.0, 1.0]
DRAW = {
    "residual_squares": lambda x, y: by_hand.residual_squares(x, y, [-1.0, 0.4, 7.0]),
    "tangent_and_step": lambda x, y: by_hand.tangent_and_step(x, y, w0=12.0, lr=0.002),
    "training": lambda x, y: by_hand.training(x, y, {0: -3.0, 1: 0.0, 2: 5.0, 9: 8.0}, HISTORY),
    "walks": lambda x, y: by_hand.walks(x, y, [0.0001, 0.02]),
    "same_speed": lambda x, y: by_hand.same_speed({name: x - 40 for name in "abc"}),
    "two_speeds": lambda x, y: by_hand.two_speeds(x, y, 0.001, 30, reached=(20, 3.0, 4.0)),
    "derivative_error": lambda x, y: by_hand.derivative_error(x**2, 1 / y**2, 1 / x**2),
}
RIDES = {
    "far": (np.array([2.0, 11.0, 30.0]), np.array([31.0, 140.0, 395.0])),
    "back and forth": (np.array([-4.0, -1.0, 3.0]), np.array([17.0, 2.0, -12.0])),
}


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Figure]]:
    figures: list[Figure] = []
    monkeypatch.setattr(by_hand, "show", lambda figure, alt: figures.append(figure))
    return figures


@pytest.mark.parametrize("rides", RIDES)
@pytest.mark.parametrize("name", DRAW)
def test_axes_hold_all_that_is_drawn(name: str, rides: str, drawn: list[Figure]) -> None:
    DRAW[name](*RIDES[rides])
    [figure] = drawn
    for axes in figure.axes:
        points = [
            line.get_xydata() for line in axes.lines if line.get_transform() == axes.transData
        ]
        points += [
            patch.get_path().transformed(patch.get_patch_transform()).vertices
            for patch in axes.patches
        ]
        assert points
        for across, limits in enumerate((axes.get_xlim(), axes.get_ylim())):
            values = np.concatenate([some[:, across] for some in points])
            assert min(limits) <= values.min()
            assert values.max() <= max(limits)


def test_the_tangent_goes_the_way_of_the_slope_on_either_side(drawn: list[Figure]) -> None:
    x, y = RIDES["far"]
    for w0 in (0.0, 30.0):
        by_hand.tangent_and_step(x, y, w0, lr=0.0005)
        _, tangent, _ = (line.get_xydata() for line in drawn.pop().axes[0].lines)
        rise = np.diff(tangent[[0, -1]], axis=0)[0]
        slope = np.mean(2 * x * (w0 * x - y))
        assert rise[1] / rise[0] == pytest.approx(slope)
