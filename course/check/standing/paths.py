"""The ways that a learner's own functions walk on the four rides, as small numbers."""

from collections.abc import Callable, Collection
from typing import Any

from course import data, door
from course.check.standing.notes import Points

EPOCHS_W = (0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30)
EPOCHS_WB = (0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 30, 40, 60, 80, 120, 160, 320)
LR_W, LR_WB = 0.01, 0.08

Walk = Callable[[dict[str, Any]], Points]
"""From the notebook's names to a path."""


def walked(assignment: str, names: dict[str, Any], standing: Collection[str]) -> dict[str, Points]:
    """The paths of one notebook, by what they are of: "w" on y = 2x, or "wb" on y = 2x + 3.

    Args:
        names: what the notebook has defined.
        standing: the exercises that stand; others are not called.
    """
    found = {}
    for of, (exercise, walk) in WALKS.get(assignment, {}).items():
        if exercise in standing:
            try:
                found[of] = walk(names)
            except Exception:  # of the learner's code, which its test has not asked this way
                continue
    return found


def _calls(name: str, torch: bool, bias: bool) -> Walk:
    """The walk of a training function that returns its parameters first: it is called for each point."""

    def walk(names: dict[str, Any]) -> Points:
        x, y = data.taxi(data.FLAG_FALL if bias else 0.0)
        rides = [_tensor(x), _tensor(y)] if torch else [x, y]
        epochs, lr, n = (EPOCHS_WB, LR_WB, 2) if bias else (EPOCHS_W, LR_W, 1)
        path = []
        for epoch in epochs:
            found = door.call(names[name], *rides, lr=lr, n_epochs=epoch).value
            path.append([epoch, *(_number(value) for value in found[:n])])
        return path

    return walk


def _model(names: dict[str, Any]) -> Points:
    """The walk of a model from w = b = 0, trained from point to point."""
    x, y = data.taxi(data.FLAG_FALL)
    columns = [_tensor(x).reshape(-1, 1), _tensor(y).reshape(-1, 1)]
    model = door.call(names["LinearRegression"]).value
    for parameter in model.parameters():
        parameter.data.zero_()
    path: Points = []
    for before, epoch in zip((0, *EPOCHS_WB), EPOCHS_WB, strict=False):
        call = door.call(names["train_model"], model, *columns, lr=LR_WB, n_epochs=epoch - before)
        model = call.args[0]
        fares = door.call(model, _tensor([[0.0], [1.0]])).value.flatten().tolist()
        path.append([epoch, fares[1] - fares[0], fares[0]])
    return path


WALKS: dict[str, dict[str, tuple[str, Walk]]] = {
    "01-by-hand": {
        "w": ("train", _calls("train", torch=False, bias=False)),
        "wb": ("train_wb", _calls("train_wb", torch=False, bias=True)),
    },
    "02-autograd": {"w": ("train_autograd", _calls("train_autograd", torch=True, bias=False))},
    "03-loss-and-optimizer": {"w": ("train_sgd", _calls("train_sgd", torch=True, bias=False))},
    "04-model": {"wb": ("train_model", _model)},
}
"""By assignment and by what is walked: the exercise that must stand, and the walk."""


def _tensor(numbers: Any) -> Any:
    import torch  # here, since notebook 1 does without

    return torch.tensor(numbers, dtype=torch.float32)


def _number(value: object) -> float:
    number = door.number(value)
    if number is None:
        raise TypeError("no number")
    return number
