"""What the frameworks raise at learners is explained by its cause; each error here is a real one."""

import numpy as np
import pytest
import torch
from torch import nn

from course import door
from course.check import messages
from course.check.errors import explain


def leaf() -> torch.Tensor:
    return torch.tensor(1.0, requires_grad=True)


def in_place_on_a_leaf() -> None:
    w = leaf()
    w -= 0.1


def second_backward() -> None:
    loss = leaf() ** 2
    loss.backward()
    loss.backward()


def grad_of_a_computed_tensor() -> None:
    w = leaf() * 2
    (w**2).backward()
    with torch.no_grad():
        w -= 0.1 * w.grad


def exclusive_or() -> None:
    (leaf() ^ 2).backward()


X, ROW = torch.ones(4, 1), torch.ones(4)
ERRORS = {
    "in-place-on-a-leaf": in_place_on_a_leaf,
    "second-backward": second_backward,
    "no-graph": lambda: torch.tensor(1.0).backward(),
    "backward-of-a-vector": lambda: (leaf() * ROW).backward(),
    "numpy-of-a-graph": lambda: np.mean((leaf() * ROW).numpy()),
    "integer-parameter": lambda: torch.tensor(0, requires_grad=True),
    "layer-shape": lambda: nn.Linear(1, 1)(ROW),
    "dtype-mismatch": lambda: nn.Linear(1, 1)(X.double()),
    "two-devices": lambda: nn.Linear(1, 1).to("meta")(X),
    "loss-class-called-with-data": lambda: nn.MSELoss(ROW, ROW),
    "shape-mismatch": lambda: torch.ones(4) + torch.ones(3),
    "no-parameters": lambda: torch.optim.SGD([], lr=0.1),
    "optimizer-of-a-non-leaf": lambda: torch.optim.SGD([leaf() * 2], lr=0.1),
    "optimizer-needs-a-list": lambda: torch.optim.SGD(leaf(), lr=0.1),
    "grad-is-none": lambda: leaf().grad.zero_(),
    "none-used": lambda: None.mean(),
    "unknown-function": lambda: torch.averge(ROW),
    "item-of-many": lambda: ROW.item(),
    "caret-for-power": exclusive_or,
    "unknown-name": lambda: y_predicted,  # noqa: F821
    "division-by-zero": lambda: 1 / 0,
}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("tag", ERRORS)
def test_an_error_is_explained_by_its_cause(tag: str) -> None:
    with pytest.raises(door.StudentError) as raised:
        door.call(ERRORS[tag])
    told, facts = explain(raised.value)
    assert told == tag, raised.value
    assert messages.text(told, **facts)


@pytest.mark.filterwarnings("ignore")
def test_one_mistake_has_one_explanation_whichever_line_fails() -> None:
    with pytest.raises(door.StudentError) as raised:
        door.call(grad_of_a_computed_tensor)
    assert explain(raised.value)[0] == "grad-is-none"


def test_an_unknown_error_is_told_with_its_text_and_its_line() -> None:
    def fails() -> None:
        raise OSError("the disk is full")

    with pytest.raises(door.StudentError) as raised:
        door.call(fails)
    tag, facts = explain(raised.value)
    text = messages.text(tag, **facts)
    assert tag == "error"
    assert "OSError: the disk is full" in text and 'raise OSError("the disk is full")' in text
