"""The mathematics that the checks, the figures and the prose rest on."""

import numpy as np
import pytest

from course import data, theory

TAXI = data.taxi()
FLAG_FALL = data.taxi(data.FLAG_FALL)


def loop(x, y, theta0, lr, n_epochs):
    """Gradient descent as a learner would write it."""
    X = theory.design(x, bias=len(theta0) == 2)
    path = [np.array(theta0, dtype=float)]
    for _ in range(n_epochs):
        path.append(path[-1] - lr * 2 / len(x) * X.T @ (X @ path[-1] - y))
    return np.array(path)


@pytest.mark.parametrize("theta0", [(0.7,), (0.7, -1.1)])
@pytest.mark.parametrize("lr", [0.01, 0.1, 0.2])
def test_the_closed_form_is_gradient_descent(theta0: tuple, lr: float) -> None:
    x, y = np.array([-1.3, 0.2, 0.9, 2.4]), np.array([0.1, 1.0, 1.4, 6.0])
    assert np.allclose(
        theory.trajectory(x, y, theta0, lr, 20), loop(x, y, theta0, lr, 20), rtol=1e-9
    )


def test_losses_are_mean_squared_errors() -> None:
    x, y = FLAG_FALL
    assert theory.loss(x, y, [2.0, 3.0]) == 0
    assert np.allclose(theory.loss(*TAXI, [[0.0], [1.0]]), [30.0, 7.5])


def test_the_curvatures_are_those_of_the_taxi() -> None:
    x, _ = TAXI
    assert theory.hessian(x, bias=False) == pytest.approx(15)
    root = np.sqrt(269)
    assert np.linalg.eigvalsh(theory.hessian(x, bias=True)) == pytest.approx(
        [(17 - root) / 2, (17 + root) / 2]
    )
    centred = x - x.mean()
    assert np.linalg.eigvalsh(theory.hessian(centred, bias=True)) == pytest.approx([2, 2.5])
    assert np.linalg.eigvalsh(theory.hessian(centred / x.std(), bias=True)) == pytest.approx([2, 2])


@pytest.mark.parametrize(
    ("rides", "theta0", "lr", "epochs"),
    [
        (TAXI, (0.0,), 0.01, (47, 90)),
        (TAXI, (0.0,), 0.04, (9, 16)),
        (TAXI, (0.0, 0.0), 0.01, (2139, 4443)),
        (FLAG_FALL, (0.0, 0.0), 0.01, (2548, 4852)),
        (FLAG_FALL, (0.0, 0.0), 0.1, (252, 479)),
        (data.long_rides(), (0.0,), 0.01, (36, 63)),
    ],
)
def test_epochs_until_the_parameters_are_within_a_thousandth_and_a_millionth(
    rides: tuple, theta0: tuple, lr: float, epochs: tuple[int, int]
) -> None:
    x, y = rides
    best = theory.minimum(x, y, bias=len(theta0) == 2)
    errors = np.max(np.abs(theory.trajectory(x, y, theta0, lr, 5000) - best), axis=1)
    assert tuple(int(np.argmax(errors < tolerance)) for tolerance in (1e-3, 1e-6)) == epochs


@pytest.mark.parametrize(
    ("lr", "fate"), [(0.005, "creeps"), (0.06, "arrives"), (0.12, "swings"), (0.14, "runs away")]
)
def test_a_rate_creeps_arrives_swings_or_runs_away(lr: float, fate: str) -> None:
    x, y = TAXI
    assert theory.fate(1 - lr * theory.hessian(x, bias=False)[0, 0]) == fate
    w = theory.trajectory(x, y, [0.0], lr, 40)[:, 0]
    left = np.abs(w - 2)
    assert (left[-1] < left[0]) == (fate != "runs away")
    assert (w[1] > 2 > w[2]) == (fate in ("swings", "runs away"))
    assert (left[3] < 0.01) == (fate == "arrives")


class TestASumForWAndAMeanForB:
    """Chen's pair: four times the rate for w, in the same valley."""

    RATES = np.array([4.0, 1.0])
    H = theory.hessian(FLAG_FALL[0], bias=True)
    SPEEDS = np.linalg.eigvals(np.diag(RATES) @ H)

    def path(self, lr: float, n_epochs: int) -> np.ndarray:
        """(w, b) from (0, 0)."""
        path = [np.zeros(2)]
        for _ in range(n_epochs):
            path.append(path[-1] - lr * self.RATES * (self.H @ (path[-1] - [2, 3])))
        return np.array(path)

    def test_no_function_has_it_as_its_gradient(self) -> None:
        second = np.diag(self.RATES) @ self.H
        assert second[0, 1] != second[1, 0]

    def test_at_001_every_step_leads_downhill_and_it_arrives(self) -> None:
        path = self.path(0.01, 3000)
        assert np.all(np.diff(theory.loss(*FLAG_FALL, path)) < 0)
        error = np.max(np.abs(path - [2, 3]), axis=1)
        assert np.argmax(error < 1e-3) == 2439

    def test_at_01_it_runs_away_where_the_mean_arrives(self) -> None:
        assert max(self.SPEEDS) * 0.1 > 2 > max(np.linalg.eigvalsh(self.H)) * 0.1

    def test_it_is_slower_at_its_best_since_its_speeds_are_farther_apart(self) -> None:
        assert max(self.SPEEDS) / min(self.SPEEDS) == pytest.approx(190.19, abs=0.01)
        assert np.linalg.cond(self.H) == pytest.approx(55.78, abs=0.01)


class TestTwoSpeeds:
    """What the eigenvalues of the four rides promise, and what they do not."""

    flat, steep = np.linalg.eigvalsh(theory.hessian(data.taxi()[0], bias=True))
    best = 2 / (flat + steep)

    def left(self, lr: float) -> np.ndarray:
        """What an epoch leaves of an error along the valley and across."""
        return np.abs(1 - lr * np.array([self.flat, self.steep]))

    def test_the_valley_is_kappa_times_slower_only_as_the_rate_goes_to_zero(self) -> None:
        times = [float(np.divide(*np.log(self.left(lr))[::-1])) for lr in (1e-7, 0.03, self.best)]
        assert times == pytest.approx([self.steep / self.flat, 77, 1], rel=1e-3)

    def test_no_constant_rate_leaves_less_than_the_best_one(self) -> None:
        kappa = self.steep / self.flat
        assert self.left(self.best) == pytest.approx((kappa - 1) / (kappa + 1))
        rates = np.linspace(0, 2 / self.steep, 1001)
        assert min(self.left(lr).max() for lr in rates) >= self.left(self.best).max() - 1e-12
