"""The door: what goes in is a copy, what comes out is data, and nothing else gets through."""

import sys
import warnings

import numpy as np
import pytest
import torch
from torch import nn

from course import door


def test_arguments_are_copies_that_come_back_as_the_student_left_them() -> None:
    def spoil(x, params):
        x += 1
        params[0].data.zero_()
        params[0].grad = None

    x, w = np.ones(3), torch.tensor(2.0, requires_grad=True)
    w.grad = torch.tensor(5.0)
    reply = door.call(spoil, x, [w])
    assert np.array_equal(x, np.ones(3)) and w.item() == 2 and w.grad.item() == 5
    assert np.array_equal(reply.args[0], np.full(3, 2.0))
    assert reply.args[1][0].item() == 0 and reply.args[1][0].grad is None


def test_a_module_comes_back_trained_and_the_original_is_untouched() -> None:
    model = nn.Linear(1, 1)
    before = model.weight.item()
    reply = door.call(lambda m: m.weight.data.add_(1.0) and None, model)
    assert model.weight.item() == before
    assert reply.args[0].weight.item() == pytest.approx(before + 1)


def test_what_is_printed_or_warned_is_captured(capsys: pytest.CaptureFixture[str]) -> None:
    def noisy():
        print("out")
        print("err", file=sys.stderr)
        warnings.warn("a warning", stacklevel=1)
        return 1

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        reply = door.call(noisy)
    assert capsys.readouterr() == ("", "")
    assert reply.printed == "out\nerr\n"
    assert reply.warnings == ("a warning",)


@pytest.mark.parametrize("error", [ValueError("no"), SystemExit(3), RecursionError("deep")])
def test_an_exception_of_the_student_is_one_kind_of_error(error: BaseException) -> None:
    def fail():
        raise error

    with pytest.raises(door.StudentError) as caught:
        door.call(fail)
    assert caught.value.kinds[0] == type(error).__name__
    assert "raise error" in caught.value.line


def test_a_value_that_is_kept_and_changed_later_does_not_change_what_was_answered() -> None:
    kept = [1.0]

    def keep():
        return kept

    reply = door.call(keep)
    kept.append(2.0)
    assert reply.value == [1.0]


def test_one_number_in_any_form_is_a_number() -> None:
    for value in (3, 3.0, np.float32(3), np.array(3), np.array([3.0]), torch.tensor(3)):
        assert door.number(value) == 3.0
    assert door.number(torch.tensor([[3.0]], requires_grad=True)) == 3.0


class Liar(float):
    """A number that says it equals everything."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = float.__hash__


def test_what_is_not_exactly_a_number_is_none() -> None:
    for value in (None, "3", True, 3j, [1, 2], {}, Liar(3), np.array(["3"]), lambda: 3):
        assert door.number(value) is None
    assert door.number(torch.empty((), device="meta")) is None


def test_vectors_and_matrices_are_told_apart_by_their_axes() -> None:
    assert np.array_equal(door.vector([1, torch.tensor(2.0)]), [1, 2])
    assert np.array_equal(door.matrix([[1, 2], [3, 4]]), [[1, 2], [3, 4]])
    assert door.vector([[1, 2]]) is None
    assert door.matrix([1, 2]) is None
    assert door.vector([[1], [2, 3]]) is None
    assert door.vector([1, "2"]) is None
