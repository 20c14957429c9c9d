"""The door: what goes in is a copy, what comes out is data, and nothing else gets through."""

import contextlib
import sys
import time
import warnings
from array import array
from collections import Counter, OrderedDict, UserDict, defaultdict, namedtuple
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

import numpy as np
import pytest
import torch
from torch import nn

from course import door
from course.door import forms, situations


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
    for value in (Fraction(3), Decimal(3), np.array([Fraction(3)]), np.array([[3.0]]), [3]):
        assert door.number(value) == 3.0
    assert door.number(torch.tensor([[3.0]], requires_grad=True)) == 3.0


class Liar(float):
    """A number that says it equals everything."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = float.__hash__


def test_a_number_that_lies_comes_out_as_a_number() -> None:
    for told in (door.call(lambda: Liar(3)).value, door.plain(Liar(3))):
        assert type(told) is float
        assert told == 3


def test_what_is_not_exactly_a_number_is_none() -> None:
    for value in (None, "3", True, 3j, [1, 2], {}, np.array(["3"]), lambda: 3):
        assert door.number(value) is None
    assert door.number(torch.empty((), device="meta")) is None


def test_vectors_and_matrices_are_told_apart_by_their_axes() -> None:
    assert np.array_equal(door.vector([1, torch.tensor(2.0)]), [1, 2])
    assert np.array_equal(door.matrix([[1, 2], [3, 4]]), [[1, 2], [3, 4]])
    assert door.vector([[1, 2]]) is None
    assert door.matrix([1, 2]) is None
    assert door.vector([[1], [2, 3]]) is None
    assert door.vector([1, "2"]) is None


def test_containers_of_any_kind_come_out_as_dicts_lists_and_tuples() -> None:
    lists = array("d", [1.0]), {"a": 1.0}.values(), np.array([1.0], dtype=object)
    dicts = Counter("a"), OrderedDict(a=1), defaultdict(int, a=1), UserDict(a=1)
    for value in lists:
        assert repr(door.plain(value)) == "[1.0]"
    for value in (*dicts, MappingProxyType({"a": 1})):
        assert repr(door.plain(value)) == "{'a': 1}"
    assert repr(door.plain(namedtuple("Line", "w b")(1, Fraction(1, 2)))) == "(1, 0.5)"
    assert type(door.plain(np.ma.array([1.0]))) is np.ndarray


def test_what_has_no_end_is_an_error_of_the_student() -> None:
    class Endless(list):
        def __iter__(self):
            while True:
                yield 1.0

    around: list = []
    around.append(around)
    for value in (Endless(), around):
        with pytest.raises(door.StudentError, match="came back"):
            door.call(lambda value=value: value)
        with pytest.raises(door.StudentError, match="came back"):
            door.plain(value)


def test_numbers_side_by_side_may_each_have_a_shape() -> None:
    for value in (
        (1, 2),
        (np.array([1.0]), np.array([[2.0]])),
        np.array([[1], [2]]),
        [torch.tensor(1), torch.tensor([2.0], requires_grad=True)],
        {0: 1.0, 1: 2.0},
    ):
        assert np.array_equal(door.numbers(value), [1, 2])
    for value in (
        3.0,
        [[1, 2]],
        np.array([[1, 2]]),
        {"a": 1, "b": 2},
        [1, "2"],
        None,
        "12",
        {1, 2},
    ):
        assert door.numbers(value) is None


def test_a_tensor_comes_out_without_its_graph_and_tells_that_it_had_one() -> None:
    w = torch.tensor(1.0, requires_grad=True)

    def steps(n: int) -> tuple[torch.Tensor, list[float]]:
        moved = w
        for _ in range(n):
            moved = moved - 0.1
        return moved, [0.0]

    leaf, moved = door.call(steps, 0), door.call(steps, 5)
    assert leaf.value[0].is_leaf
    assert leaf.value[0].requires_grad
    assert not moved.value[0].is_leaf
    assert leaf.operations == 0
    assert moved.operations == 6
    assert door.call(steps, 5000).operations == forms.MOST_OPERATIONS


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (3.0000000000000018, "3"),
        (np.float64(-2.5), "-2.5"),
        ("3", "'3'"),
        (
            (np.float64(1), np.ones(4), [1, 2]),
            "a tuple of 3 (1, an array of shape (4,), a list of 2)",
        ),
        ({"w": 1.0, "b": 2.0}, "a dict with the keys 'w', 'b'"),
        (torch.ones(2, 1), "a tensor of shape (2, 1)"),
        (torch.tensor(3.0), "a tensor of one number"),
        ("0123456789" * 4, "'012345678901234567890123456789…'"),
        ({"w": 1.0}, "a dict with the key 'w'"),
        (np.mean, "a function"),
        ((number for number in "ab"), "a generator"),
        (Fraction, "a class"),
    ],
)
def test_a_message_says_what_a_value_is(value: object, words: str) -> None:
    assert door.describe(value) == words


def test_the_stand_in_for_an_accelerator_takes_what_an_accelerator_takes() -> None:
    def copied(device: str) -> list[object]:
        there, here = torch.ones(3, 2, device=device), torch.zeros(2)
        here[1] = there[0, 0].detach()
        order, mask = torch.tensor([2, 0]), torch.tensor([True, False, True])
        there[order, torch.tensor(1)] = 5.0
        losses = [there.mean(), there[order].mean(), there[mask].sum()]
        table = there[torch.ones(3, 2, dtype=torch.bool)]
        assert {t.device.type for t in (*losses, table)} == {device}
        return [torch.tensor(losses).shape, there.cpu().tolist(), table.to("cpu").numpy().shape]

    reply = door.call(copied, "meta", situations=(situations.numbers_from_meta(),))
    assert reply.value == [(3,), [[0.0, 0.0]] * 3, (6,)]


def test_two_tensors_on_different_devices_do_not_meet_on_the_stand_in_either() -> None:
    def add(index: torch.Tensor) -> torch.Tensor:
        return torch.ones(3)[index.to("meta")]

    for function in (add, lambda index: torch.ones(2, device="meta") + index):
        with pytest.raises(door.StudentError, match="same device"):
            door.call(function, torch.tensor([0, 1]), situations=(situations.numbers_from_meta(),))


def test_what_ends_just_when_its_time_is_over_interrupts_nothing_after_it() -> None:
    for number in range(2000):
        seconds = 0.0005
        with contextlib.suppress(TimeoutError), situations.time_limit(seconds):
            begin = time.process_time()
            while time.process_time() - begin < seconds * (1 + number % 40 / 100):
                pass
        for _ in range(1000):  # where an interrupt would strike that came too late
            pass
