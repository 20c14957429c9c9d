"""One data set, one trajectory: the four notebooks take the same steps."""

import functools

import numpy as np
import pytest
import torch
from torch.utils.data import DataLoader, TensorDataset

from course import data, theory
from helpers.cases import Notebook
from origins import printed

BEN = printed()["Ben, NumPy"]
STAGES = [
    ("01-by-hand", "train"),
    ("02-autograd", "train_autograd"),
    ("03-loss-and-optimizer", "train_sgd"),
]


@functools.cache
def solution(assignment: str, name: str):
    return Notebook(assignment).run()[name]


def rides(assignment: str, flag_fall: float = 0.0) -> tuple:
    pair = data.taxi(flag_fall)
    return (
        pair
        if assignment == "01-by-hand"
        else tuple(torch.tensor(v, dtype=torch.float32) for v in pair)
    )


@pytest.mark.parametrize(("assignment", "name"), STAGES)
def test_the_losses_are_those_ben_printed(assignment: str, name: str) -> None:
    _, history = solution(assignment, name)(*rides(assignment))
    losses = dict(zip(map(int, BEN["epoch"]), map(float, BEN["loss"]), strict=True))
    for epoch in (1, 6, 11, 16, 21, 26):
        assert history[epoch - 1] == pytest.approx(losses[epoch], rel=1e-5)


@pytest.mark.parametrize(("assignment", "name"), STAGES)
def test_each_stage_takes_the_steps_of_the_closed_form(assignment: str, name: str) -> None:
    expected = theory.trajectory(*data.taxi(), [0.0], 0.01, 100)[:, 0]
    train = solution(assignment, name)
    for n_epochs in (0, 1, 2, 10, 50, 100):
        w, _ = train(*rides(assignment), n_epochs=n_epochs)
        assert float(w) == pytest.approx(expected[n_epochs], abs=1e-6)


@pytest.mark.parametrize(
    ("assignment", "name"), [(assignment, f"{name}_wb") for assignment, name in STAGES[:1]]
)
@pytest.mark.parametrize("flag_fall", [0.0, 3.0])
def test_training_with_a_flag_fall_finds_both_parameters(
    assignment: str, name: str, flag_fall: float
) -> None:
    w, b, history = solution(assignment, name)(*rides(assignment, flag_fall))
    assert float(w) == pytest.approx(2, abs=1e-4)
    assert float(b) == pytest.approx(flag_fall, abs=1e-4)
    assert len(history) == 1000


@pytest.mark.parametrize("flag_fall", [0.0, 3.0])
def test_training_in_batches_finds_both_parameters(flag_fall: float) -> None:
    loader = DataLoader(TensorDataset(*rides("03-loss-and-optimizer", flag_fall)), batch_size=3)
    train = solution("03-loss-and-optimizer", "train_minibatch")
    w, b, history = train(loader, lr=0.05, n_epochs=700)
    assert w == pytest.approx(2, abs=1e-4)
    assert b == pytest.approx(flag_fall, abs=1e-4)
    assert len(history) == 700


@pytest.mark.parametrize("flag_fall", [0.0, 3.0])
def test_training_until_the_slopes_are_small_finds_both_parameters(flag_fall: float) -> None:
    x, y = rides("02-autograd", flag_fall)
    w, b, n = solution("02-autograd", "train_until")(x, y, tol=1e-4)
    assert w == pytest.approx(2, abs=1e-3)
    assert b == pytest.approx(flag_fall, abs=1e-3)
    path = theory.trajectory(*data.taxi(flag_fall), [0.0, 0.0], 0.1, n)
    assert path[-1] == pytest.approx([w, b], abs=1e-4)


@pytest.mark.parametrize(
    "device",
    [
        "cpu",
        pytest.param(
            "cuda",
            marks=pytest.mark.skipif(
                not torch.cuda.is_available(), reason="no CUDA device on this machine"
            ),
        ),
    ],
)
@pytest.mark.parametrize("flag_fall", [0.0, 3.0])
def test_a_model_trained_on_a_device_finds_both_parameters_there(
    device: str, flag_fall: float
) -> None:
    model = solution("04-model", "LinearRegression")()
    X, y = (torch.tensor(v, dtype=torch.float32)[:, None] for v in data.taxi(flag_fall))
    history = solution("04-model", "train_model")(model, X, y, lr=0.1, n_epochs=700, device=device)
    w, b = (parameter for parameter in model.parameters())
    assert {w.device.type, b.device.type} == {device}
    assert w.item() == pytest.approx(2, abs=1e-4)
    assert b.item() == pytest.approx(flag_fall, abs=1e-4)
    assert np.all(np.isfinite(history)) and len(history) == 700
