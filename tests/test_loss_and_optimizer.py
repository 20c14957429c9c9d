"""What notebook 3 says and its checks rest on: losses, momentum, noise, and the batches that are planned."""

import numpy as np
import pytest
import torch
from torch import nn
from torch.utils.data import DataLoader

from course import data, orders, theory
from course.check import batches, minibatches
from course.check import loss_and_optimizer as check
from course.check.descents import TrainingRun
from course.check.verdict import Misconception
from course.door import probes

N_TRAINED = len(data.noisy_rides()[0]) - data.HELD_OUT


def path(n_epochs: int, clears: bool, momentum: float) -> list[float]:
    """Prices w on the way from 0, with torch's optimizer, on the four rides."""
    x, y = (torch.tensor(rides, dtype=torch.float64) for rides in data.taxi())
    w = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.01, momentum=momentum)
    prices = []
    for _ in range(n_epochs):
        nn.MSELoss()(w * x, y).backward()
        optimizer.step()
        prices.append(w.item())
        if clears:
            optimizer.zero_grad()
    return prices


def trials(seed: int | None) -> list[batches.Trial]:
    x, y = check.problems.rides(seed, data.FLAG_FALL)
    return minibatches.trials(x, y, check.problems.generator(seed, in_class=5))


def test_three_of_the_five_losses_beside_mse_depend_on_the_order_of_their_arguments() -> None:
    p, q = torch.tensor([0.2, 0.7, 0.4]), torch.tensor([0.6, 0.1, 0.8])
    change = {
        name for name, loss in check.SWAPPABLE.items() if not torch.isclose(loss(p, q), loss(q, p))
    }
    assert len(check.SWAPPABLE.keys() - {"MSELoss"}) == 5
    assert change == {"BCELoss", "PoissonNLLLoss", "CrossEntropyLoss"}


def test_a_forgotten_zero_grad_is_momentum_that_keeps_everything() -> None:
    forgotten = path(100, clears=False, momentum=0.0)
    assert forgotten == pytest.approx(path(100, clears=True, momentum=1.0))
    assert max(forgotten[50:]) > 3.9  # it still swings
    assert forgotten != pytest.approx(path(100, clears=True, momentum=0.9), abs=0.1)


def test_half_of_the_momentum_arrives_sooner_than_none() -> None:
    late = [np.abs(np.subtract(path(60, True, beta)[20:], 2)).max() for beta in (0.0, 0.5)]
    assert late[1] < late[0] / 10


def test_the_gradient_of_the_epoch_before_overshoots_and_at_a_larger_rate_diverges() -> None:
    assert orders.kind("ABECD", *data.taxi()) == "previous gradient"
    far = {
        lr: np.abs(orders.run("ABECD", *data.taxi(), lr=lr, n_epochs=40) - 2) for lr in (0.05, 0.08)
    }
    assert far[0.05].max() < 3
    assert far[0.05][-1] < 0.1
    assert far[0.08][-1] > 3


def test_through_the_valley_the_first_steps_go_to_and_fro_and_the_later_ones_along() -> None:
    x, y = data.taxi(data.FLAG_FALL)
    theta = theory.trajectory(x, y, (0.0, 0.0), 0.1, 100)
    _, modes = np.linalg.eigh(theory.hessian(x, bias=True))
    across = (theta - [2, 3]) @ modes[:, 1]
    assert np.all(across[:5] * across[1:6] < 0)
    w, b = theta[20:].T
    assert np.all(np.diff(w) < 0)
    assert np.all(np.diff(b) > 0)


def jitter(size: int, lr: float) -> float:
    """How far apart the last of 400 epochs end, in batches of ``size`` noisy rides."""
    x, y = (rides[:N_TRAINED] for rides in data.noisy_rides())
    random = np.random.default_rng(1)
    plan = np.array([random.permutation(N_TRAINED) for _ in range(400)])
    run = TrainingRun((2.0, 3.0), lr, 400)
    starts = batches.path(batches.Trial(batches.Batches(x, y, size, plan), run))
    return float(np.linalg.norm(np.std([epoch[0] for epoch in starts[300:400]], axis=0)))


def test_smaller_rates_and_larger_batches_jitter_less() -> None:
    assert jitter(1, 0.02) > jitter(4, 0.02) > jitter(4, 0.01) > 0.01
    assert jitter(N_TRAINED, 0.02) < 0.001


def test_the_best_line_of_the_noisy_rides_is_near_the_taxis() -> None:
    x, y = data.noisy_rides()
    assert x.shape == y.shape == (20,)
    assert x.min() >= 0.5
    assert x.max() <= 5
    w, b = theory.minimum(x[:N_TRAINED], y[:N_TRAINED], bias=True)
    assert w == pytest.approx(data.PRICE, abs=0.01)
    assert b == pytest.approx(data.FLAG_FALL, abs=0.02)
    traffic = (y - data.PRICE * x - data.FLAG_FALL)[:N_TRAINED]
    assert abs(np.mean(traffic)) < 0.05
    assert np.std(traffic) == pytest.approx(0.65, abs=0.05)


def test_a_guess_is_told_beside_the_run(capsys: pytest.CaptureFixture) -> None:
    check.prediction_reduction(" Faster")
    answer, verdict = capsys.readouterr().out.splitlines()
    assert answer.startswith('You said "faster". The run: after 10 epochs w is 2.000 €/km')
    assert "-55.85 with the sum" in answer
    assert verdict == "✓ prediction_reduction"


@pytest.mark.parametrize("seed", [None, 0, 38])
def test_a_loader_gives_the_batches_that_were_planned(seed: int | None) -> None:
    def record(loader: DataLoader, n_epochs: int, **_: float) -> list:
        return [[[xb.numpy(), yb.numpy()] for xb, yb in loader] for _ in range(n_epochs)]

    for trial in trials(seed):
        b, n_epochs = trial.batches, trial.run.n_epochs
        given, x, y = probes.train_on_batches(
            record, b.x, b.y, b.size, b.plan, {"n_epochs": n_epochs}
        )
        for k, epoch in enumerate(given):
            for (xb, yb), rows in zip(epoch, b.of(k), strict=True):
                np.testing.assert_array_equal(xb, b.x[rows].astype(np.float32))
                np.testing.assert_array_equal(yb, b.y[rows].astype(np.float32))
        np.testing.assert_array_equal([x, y], np.float32([b.x, b.y]))


@pytest.mark.parametrize("seed", [None, 0, 38])
def test_batches_are_shuffled_anew_and_the_last_is_smaller(seed: int | None) -> None:
    first = trials(seed)[0].batches
    assert [len(rows) for rows in first.of(0)][-1] < first.size
    for order, other in zip(first.plan, first.plan[1:], strict=False):
        assert sorted(order) == list(range(len(first.x)))
        assert not np.array_equal(order, other)


@pytest.mark.parametrize("seed", [None, 0, *range(30, 50)])
def test_one_trial_on_batches_runs_away_and_the_others_do_not(seed: int | None) -> None:
    ends = [np.linalg.norm(batches.end(trial)) for trial in trials(seed)]
    assert ends.pop(3) > 100
    assert max(ends) < 10


def test_an_optimizer_without_momentum_passes_the_first_test_and_not_the_second() -> None:
    class Plain:
        def __init__(self, params, lr, momentum=0.0):
            self.params, self.lr = list(params), lr

        def step(self):
            for p in self.params:
                if p.grad is not None:
                    p.data -= self.lr * p.grad

        def zero_grad(self):
            for p in self.params:
                p.grad = None

    check.my_sgd(Plain, momentum=False)
    for asked in (True, None):
        with pytest.raises(Misconception) as wrong:
            check.my_sgd(Plain, momentum=asked)
        assert wrong.value.tag == "momentum-ignored"
