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
