"""Objects of classes that both sides have: they cross as what is in them, and none of their code runs."""

import enum
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.grading.given import CANDIDATE, EXAMINER, Given, fill, state_of
from course.grading.wire import FormatError

RAN: list[str] = []


class Plain:
    def __init__(self, x: object) -> None:
        self.x = x

    def __new__(cls, *args: object) -> "Plain":
        RAN.append("__new__")
        return super().__new__(cls)

    def __setattr__(self, name: str, value: object) -> None:
        RAN.append("__setattr__")
        super().__setattr__(name, value)


class Slotted:
    __slots__ = ("left", "right")


class Both(Slotted):
    pass


class Colour(enum.Enum):
    RED = 1


class Pair(NamedTuple):
    a: int
    b: int

    def sum(self) -> int:
        return self.a + self.b


class CourseError(Exception):
    pass


class Row(list):
    pass


KINDS: tuple[type, ...] = (Plain, Slotted, Both, Colour, Pair, CourseError, Row)
for kind in KINDS:
    kind.__module__ = "__main__"
SPACE: dict[str, object] = {kind.__name__: kind for kind in KINDS}


@pytest.fixture(scope="module")
def classes() -> Given:
    classes = Given(SPACE | {"enum": enum}, EXAMINER)
    classes.know([*SPACE, "enum"], ["enum"])
    return classes


def both() -> Both:
    made = Both()
    made.left, made.other = 1, 2
    return made


def error() -> CourseError:
    made = CourseError("no", 3)
    made.code = 4
    return made


@pytest.mark.parametrize("make", [lambda: Plain(3), both, lambda: Pair(1, 2), error])
def test_an_instance_arrives_with_what_is_in_it(classes: Given, make: Any) -> None:
    value = make()
    RAN.clear()
    arrived = classes.unpack(classes.pack(value))
    assert type(arrived) is type(value)
    assert state_of(arrived) == state_of(value)
    assert RAN == []


def test_a_member_arrives_as_itself(classes: Given) -> None:
    assert classes.unpack(classes.pack(Colour.RED)) is Colour.RED


def test_a_class_arrives_as_itself(classes: Given) -> None:
    assert classes.unpack(classes.pack(Plain)) is Plain


def test_what_is_more_than_its_attributes_does_not_cross(classes: Given) -> None:
    assert classes.pack(Row([1])) is None


def test_a_class_that_was_bound_to_its_name_since_is_another(classes: Given) -> None:
    other = type("Plain", (), {"__module__": "__main__"})
    assert classes.pack(other()) is None


def test_nothing_is_given_that_nobody_told_of() -> None:
    assert Given(SPACE, EXAMINER).pack(Plain(3)) is None


def test_filling_takes_away_what_is_not_in_the_state(classes: Given) -> None:
    value = both()
    fill(value, {"right": 5})
    assert state_of(value) == {"right": 5}


def test_what_holds_itself_is_declared_before_it_is_filled(classes: Given) -> None:
    made = classes.unpack(["declared", "__main__", "Slotted"])
    filled = classes.unpack(["filled", made, ["left"], made])
    assert filled is made and made.left is made


@pytest.mark.parametrize("value", [3, Colour.RED, Pair(1, 2), error(), Row()])
def test_nothing_else_is_filled(classes: Given, value: object) -> None:
    with pytest.raises(FormatError):
        classes.unpack(["filled", value, ["x"], 3])


def test_an_instance_is_known_for_as_long_as_a_test_holds_it(classes: Given) -> None:
    value, other = Plain(1), [1]
    classes.keep({0: value, 2: other})
    assert classes.living() == {0: value}
    del value
    assert classes.living() == {}


def test_what_the_test_no_longer_holds_is_forgotten_beside_the_students_code() -> None:
    candidate = Given(SPACE, CANDIDATE)
    candidate.know([*SPACE], [])
    candidate.keep({1: Plain(1), 3: Plain(3)})
    candidate.forget_but([3])
    assert [*candidate.living()] == [3]


def test_the_two_sides_number_differently() -> None:
    ours, theirs = Given(SPACE, EXAMINER), Given(SPACE, CANDIDATE)
    numbers = [side.next_number() for side in (ours, ours, theirs, theirs)]
    assert len(set(numbers)) == 4


PARTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.sampled_from([*SPACE]),
    lambda parts: st.lists(parts, max_size=3) | st.lists(parts, max_size=3).map(tuple),
    max_leaves=6,
)


@settings(max_examples=300)
@given(
    name=st.sampled_from([*SPACE, "enum", "Enum"]),
    names=st.lists(st.sampled_from(["", "x", "left", "__class__", "__dict__"]) | PARTS, max_size=3),
    values=st.lists(PARTS, max_size=3),
)
def test_a_node_that_lies_is_refused_or_makes_an_instance(
    classes: Given, name: str, names: list[Any], values: list[Any]
) -> None:
    try:
        made = classes.unpack(["given", "__main__", name, names, *values])
    except (FormatError, ValueError, TypeError, KeyError, IndexError):
        return  # all of which end the message
    assert type(made) is SPACE[name]
