"""Where `train_until` stops does not hang on rounding, and what never ends is stopped."""

import numpy as np
import pytest

from course.check import problems, stopping, wrong_searches

SECRETS = [f"{number:x}" for number in range(40)]


def slopes(search: stopping.Search, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The larger slope before each update of ``search``, up to the one where it stops."""
    right = wrong_searches.right(x, y, search)
    _, both = wrong_searches._walk(x, y, search)
    return np.abs(both).max(axis=1)[: right.n + 1 if right else None]


@pytest.mark.parametrize("seed", [None, problems.SECOND, 7])
def test_every_slope_is_half_a_percent_from_the_tolerance(
    seed: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for secret in SECRETS:
        monkeypatch.setenv(problems.KEY, secret)
        x, y = problems.rides(seed, flag_fall=3.0)
        for search in stopping._searches(x, y):
            assert np.all(np.abs(slopes(search, x, y) / search.tol - 1) > 0.005)


def test_the_defaults_stop_on_the_rides_of_the_notebook() -> None:
    x, y = problems.rides(None, flag_fall=3.0)
    search = stopping.Search((0.0, 0.0))
    assert np.all(np.abs(slopes(search, x, y) / search.tol - 1) > 0.004)
    assert len(slopes(search, x, y)) == 212 + 1


def test_the_searches_stop_at_once_after_some_updates_and_never() -> None:
    x, y = problems.rides(None, flag_fall=3.0)
    stops = [wrong_searches.right(x, y, search) for search in stopping._searches(x, y)]
    assert [stop and stop.n for stop in stops] == [4, 2, 12, 0, 0, 4, None, None]
