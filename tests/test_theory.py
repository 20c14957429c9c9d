"""The mathematics that the checks, the figures and the prose rest on."""

import numpy as np
import pytest

from course import data, printed, theory

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


def test_printed_tables_are_there_digit_for_digit() -> None:
    ben = printed.table("ben, numpy")
    assert list(ben["epoch"][:3]) == [1, 6, 11]
    assert ben["loss"][3] == 0.22892293
    with pytest.raises(KeyError, match="no stage 'zoe, numpy'; there are ada, autograd"):
        printed.table("zoe, numpy")


def test_disagreement_forgives_the_rounding_of_the_last_digit_and_no_more() -> None:
    w = printed.table("ben, numpy")["w"]
    assert printed.disagreement("ben, numpy", "w", w + 0.0004) == 0
    assert printed.disagreement("ben, numpy", "w", w + 0.0015) == pytest.approx(0.001)


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
