"""What is carried by value besides plain data: Python's library, long lists, NumPy, images."""

import collections
import contextlib
import datetime
import decimal
import fractions
import http
import pathlib
import random
import subprocess
import sys
import tracemalloc
import typing
import zoneinfo
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as np_st
from PIL import Image

from course.grading.wire import (
    MAX_DEPTH,
    MAX_INT_BITS,
    MAX_NODES,
    FormatError,
    annotations,
    limits,
    standard,
)
from course.grading.wire.kinds import KINDS
from helpers.wires import EDITS, Reference, deliver, edited, frame, frame_of, pack_nothing, travel

Point = collections.namedtuple("Point", "x y")


class Line(typing.NamedTuple):
    """A named tuple with types and a default."""

    start: Point
    length: float = 1.0


class Vector(typing.NamedTuple):
    x: float
    y: float

    def norm(self) -> float:
        return abs(complex(*self))


class Stack(list):
    def top(self) -> object:
        return self[-1]


BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")

OLD_FORMS = {
    "List": int,
    "Optional": str,
    "Union": (int, str, None),
    "Tuple": (int, ...),
    "Type": int,
}

VALUES = [
    bytearray(b"ab"),
    fractions.Fraction(-1, 3),
    *map(decimal.Decimal, ("1.50", "-0", "Infinity", "NaN", "sNaN12", "1E+999")),
    datetime.date(2024, 2, 29),
    datetime.time(1, 2, 3, 4, fold=1),
    datetime.datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=BERLIN),
    datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC),
    datetime.timedelta(-1, 2, 3),
    datetime.timezone(datetime.timedelta(hours=2), "home"),
    BERLIN,
    collections.Counter("abca"),
    collections.OrderedDict(b=1, a=2),
    *(collections.defaultdict(kind, a=1) for kind in (None, int, list, float, str, dict, set)),
    collections.deque([1, 2]),
    collections.deque([1, 2], 3),
    Line(Point(1, 2), 0.5),
    {Point(1, 2): {datetime.date(2024, 1, 1)}},
    frozenset({fractions.Fraction(1, 2), decimal.Decimal(3)}),
    pathlib.PurePosixPath("a/b"),
    pathlib.PureWindowsPath("c:\\a"),
    {"b": 1, "a": 2}.keys(),
    {"b": 1, "a": [2]}.items(),
    int,
    type(None),
    ValueError,
    *(list[int], dict[str, list[float | None]], tuple[int, ...], int | str | None, set[ValueError]),
    *(getattr(typing, form)[parts] for form, parts in OLD_FORMS.items()),
    *(typing.Any, typing.Callable, typing.Callable[..., typing.Any], typing.Callable[[], int]),
    *(typing.Callable[[int, str], float], collections.abc.Callable[[int], str]),
    *(collections.abc.Iterable[int], typing.Iterator[list[int]]),
    np.float64,
    np.dtype("f4"),
    np.dtype("O"),
    np.dtype("U5"),
    np.dtype("M8[3D]"),
    np.dtype([("a", "i4"), ("b", "U3", (2,))]),
    np.datetime64("2024-01-01"),
    np.datetime64("NaT", "s"),
    np.timedelta64(5, "h"),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: f"{type(value).__name__} {value!r:.20}")
def test_it_arrives_as_it_was_sent(value: object) -> None:
    arrived = travel(value)
    assert type(arrived) is type(value) or type(arrived).__name__ == type(value).__name__
    assert repr(arrived) == repr(value)


@pytest.mark.parametrize("bits", [63, 64, 4095, 4096, 4097, MAX_INT_BITS - 1])
def test_a_large_integer_arrives(bits: int) -> None:
    for value in (2**bits, -(2**bits), 2**bits - 1):
        assert travel(value) == value


ARRAYS = {
    "dates": np.array(["2024-01-01", "NaT"], "M8[D]"),
    "spans": np.array([[1, 2]], "m8[10ms]"),
    "objects": np.array([[1, "a"], [None, [1, [2]]]], object),
    "lists of one length": np.array([None, None]),
    "no objects": np.empty((0, 3), object),
    "records": np.array(
        [(1, "ab", [1, 2], True)], [("a", "i4"), ("b", "U3"), ("c", "f8", 2), ("d", "?")]
    ),
    "bytes": np.array([b"ab", b"c"], "S2"),
}
ARRAYS["lists of one length"][:] = [[1, 2]], [3, 4]


@pytest.mark.parametrize("name", ARRAYS)
def test_an_array_arrives_as_it_was_sent(name: str) -> None:
    arrived = travel(ARRAYS[name])
    assert arrived.dtype == ARRAYS[name].dtype and arrived.shape == ARRAYS[name].shape
    assert repr(arrived.tolist()) == repr(ARRAYS[name].tolist())


def test_an_item_of_a_record_array_arrives() -> None:
    record = ARRAYS["records"][0]
    assert travel(record).dtype == record.dtype and repr(travel(record)) == repr(record)


@pytest.mark.parametrize("mask", [[0, 1], False, np.ma.nomask])
def test_a_masked_array_arrives(mask: object) -> None:
    sent = np.ma.masked_array([1.5, 2.5], mask, fill_value=-1)
    arrived = travel(sent)
    assert repr(arrived) == repr(sent) and arrived.fill_value == -1


def test_what_is_masked_is_the_same_object() -> None:
    assert travel(np.ma.masked) is np.ma.masked


def test_values_of_a_dict_arrive() -> None:
    assert list(travel({"b": 1, "a": 2}.values())) == [1, 2]


def test_random_numbers_go_on_where_they_were() -> None:
    python, numpy, older = random.Random(3), np.random.default_rng(3), np.random.RandomState(3)
    python.gauss(0, 1), numpy.integers(5, dtype=np.int32), older.randn()
    python_there, numpy_there, older_there = travel((python, numpy, older))
    assert [python.gauss(0, 1), python.random()] == [
        python_there.gauss(0, 1),
        python_there.random(),
    ]
    assert (
        numpy.integers(9, size=5, dtype=np.int32).tolist()
        == numpy_there.integers(9, size=5, dtype=np.int32).tolist()
    )
    assert older.randn(3).tolist() == older_there.randn(3).tolist()


@pytest.mark.parametrize(
    "mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "HSV", "I", "F"]
)
def test_an_image_arrives(mode: str) -> None:
    image = Image.fromarray(np.arange(5 * 3 * 3, dtype=np.uint8).reshape(3, 5, 3) * 5).convert(mode)
    arrived = travel(image)
    assert arrived == image and arrived.convert("RGB") == image.convert("RGB")


def test_an_image_of_a_file_arrives_as_its_pixels(tmp_path: pathlib.Path) -> None:
    Image.new("RGB", (2, 3), "red").save(tmp_path / "red.png")
    with Image.open(tmp_path / "red.png") as image:
        arrived = travel(image)
    assert type(arrived) is Image.Image and arrived == Image.new("RGB", (2, 3), "red")


# --- what becomes of classes -----------------------------------------------------------------------


@pytest.mark.parametrize("value", [Stack([1]), Vector(1, 2), type("Bag", (set,), {})([1])])
def test_a_container_of_a_class_of_a_notebook_goes_to_the_hook(value: object) -> None:
    assert travel(value, pack=lambda it: ["kept", id(it)]).node == ["kept", id(value)]
    with pytest.raises(FormatError, match=type(value).__name__):
        travel(value, pack=pack_nothing)


def test_a_number_of_a_library_arrives_as_a_number() -> None:
    assert type(travel(http.HTTPStatus.OK)) is int


def test_a_named_tuple_comes_back_in_its_own_class() -> None:
    from course.grading.wire.frames import decode, encode

    classes: dict = {}
    sent = bytearray(encode([Point(1, 2)], pack_nothing, classes))
    size = int.from_bytes(sent[4:8], "little")
    assert type(decode(sent, 12 + size, Reference, classes)[0]) is Point


def test_a_path_that_can_be_opened_stays_where_its_files_are() -> None:
    assert type(travel(pathlib.Path("a"), pack=lambda it: ["kept"])) is Reference
    assert travel(pathlib.Path("a"), pack=pack_nothing) == pathlib.Path("a")


@pytest.mark.parametrize(
    "value",
    [
        collections.defaultdict(lambda: 1),
        decimal.Decimal("1E+99999"),
        fractions.Fraction(1, 2**5000),
        np.random.Generator(np.random.SFC64(1)),
        Image.new("I;16B", (1, 1)),
        random.SystemRandom(),
        type("Other", (), {}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_the_rest_goes_to_the_hook(value: object) -> None:
    assert type(travel(value, pack=lambda it: ["kept"])) is Reference


def test_no_library_is_imported_that_no_message_holds() -> None:
    code = "import sys, course.grading.wire; sys.exit({'torch', 'pandas', 'PIL'} & {*sys.modules} != set())"
    subprocess.run([sys.executable, "-c", code], check=True)


# --- long lists ------------------------------------------------------------------------------------

LONG = {
    "floats": [0.5] * (2 * MAX_NODES),
    "ints": range(2 * MAX_NODES),
    "bools": [True, False] * MAX_NODES,
    "texts": [f"é{n}" for n in range(2 * MAX_NODES)],
    "float64": [*np.arange(2 * MAX_NODES) / 2],
    "float32": [*np.arange(2 * MAX_NODES, dtype=np.float32)],
    "int64": [*np.arange(2 * MAX_NODES)],
    "int32": [*np.arange(2 * MAX_NODES, dtype=np.int32)],
}


@pytest.mark.parametrize("container", [list, tuple, set, frozenset])
@pytest.mark.parametrize("name", LONG)
def test_a_long_list_of_one_type_arrives(name: str, container: type) -> None:
    value = container(LONG[name])
    arrived = travel(value)
    assert type(arrived) is container and arrived == value
    assert {*map(type, arrived)} == {*map(type, value)}


def test_a_long_dict_arrives_in_its_order() -> None:
    value = {f"{-n}": n for n in range(MAX_NODES)}
    assert list(travel(value).items()) == list(value.items())


@given(st.lists(st.integers() | st.floats() | st.text() | st.booleans(), min_size=30, max_size=40))
def test_any_list_of_about_that_length_arrives(value: list) -> None:
    assert repr(travel(value)) == repr(value)


@given(st.lists(st.text(st.characters(exclude_categories=())), min_size=32, max_size=40))
def test_any_texts_arrive(value: list) -> None:
    assert travel(value) == value


def test_the_number_of_their_values_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FormatError):
        deliver(
            frame(["many", "list", "str", limits.MAX_VALUES + 1], bytes(4 * limits.MAX_VALUES + 4))
        )
    monkeypatch.setattr(limits, "MAX_VALUES", 1000)
    with pytest.raises(FormatError, match="1000 values"):
        travel([[1] * 501, [2] * 501])


# --- what is shared --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "make",
    [
        lambda: [1],
        lambda: {1: 2},
        lambda: {1},
        lambda: np.ones(2),
        lambda: np.array([None]),
        lambda: bytearray(b"a"),
        lambda: collections.deque([1]),
        lambda: collections.Counter("a"),
        lambda: [1.5] * 100,
        lambda: __import__("torch").ones(2),
    ],
)
def test_one_object_in_two_places_arrives_as_one(make: Callable) -> None:
    value, other = make(), make()
    first, again, different, inside = travel([value, value, other, {"deep": (value,)}])
    assert first is again is inside["deep"][0] and first is not different


def test_a_view_is_an_array_of_its_own() -> None:
    array = np.arange(4)
    whole, half = travel([array, array[:2]])
    assert whole.tolist() == [0, 1, 2, 3] and half.tolist() == [0, 1]


def doubled(times: int, inner: object) -> object:
    for _ in range(times):
        inner = [inner, inner]
    return inner


def test_what_is_shared_counts_wherever_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    assert travel(doubled(10, [])) == doubled(10, [])
    for endless in (doubled(40, []), [np.ones(10**6)] * 10, [[1.5] * 10**6] * 5):
        with pytest.raises(FormatError, match="more than"):
            travel(endless)


def doubled_node(times: int) -> list:
    node = ["list"]
    for number in range(times):
        node = ["list", node, ["same", number]]
    return node


@pytest.mark.parametrize(
    "node",
    [
        ["same", 0],
        ["list", ["same", 0]],
        ["list", ["list"], ["same", 1]],
        ["list", ["list"], ["same", -1]],
        ["list", ["list"], ["same", True]],
        ["list", ["list"], ["same"]],
        ["list", ["list"], ["same", 0, 0]],
        ["list", ["tuple"], ["same", 0]],
        doubled_node(40),
        ["list", ["many", "list", "bool", 2**20], *[["same", 0]] * 10],
        ["list", ["array", "u1", 2**20], *[["same", 0]] * 100],
    ],
    ids=repr,
)
def test_what_is_not_there_or_too_often_is_refused(node: list) -> None:
    with pytest.raises(FormatError):
        deliver(frame(node, bytes(2**20)))


def test_nothing_that_is_shared_gets_deeper_than_a_message() -> None:
    node = ["list", *([["list"]] + [["list", ["same", number]] for number in range(MAX_DEPTH)])]
    with pytest.raises(FormatError, match="deep"):
        deliver(frame(node))


# --- malformed frames ------------------------------------------------------------------------------

MT = ["array", "u4", 624]
MALFORMED = {
    "int of too many bits": ["int", MAX_INT_BITS // 8 + 1],
    "many of an unknown type": ["many", "list", "object", 8],
    "many in an unknown container": ["many", "dict", "int", 1],
    "many of a negative number": ["many", "list", "int", -1],
    "many of too many": ["many", "list", "int", 2**40],
    "many texts that end too late": ["many", "list", "str", 2],
    "set of many twice": ["many", "set", "bool", 8],
    "pairs of one": ["pairs", ["list", 1]],
    "pairs of two lengths": ["pairs", ["list", 1], ["list"]],
    "keys twice": ["keys", ["list", 1, 1]],
    "items of a list": ["items", ["list"]],
    "class of another name": ["class", "type"],
    "class of a module": ["class", "os.system"],
    "class in a list": ["class", ["list"]],
    "fraction of nothing": ["fraction", 1, 0],
    "fraction of floats": ["fraction", 1.0, 2],
    "decimal of words": ["decimal", 0, "12a", 0],
    "decimal of a huge exponent": ["decimal", 0, "1", 10**6],
    "decimal of a strange sign": ["decimal", 2, "1", 0],
    "date that is none": ["date", 2024, 2, 30],
    "date of floats": ["date", 2024.0, 2, 1],
    "time in no zone": ["time", ["list"], 1, 1, 1, 1, 0],
    "time in a zone of the student": ["time", ["packed"], 1, 1, 1, 1, 0],
    "timezone of two days": ["timezone", ["timedelta", 2, 0, 0]],
    "zone that is a file": ["zone", "../../etc/passwd"],
    "zone that is a module": ["zone", "os.path"],
    "zone of a number": ["zone", 1],
    "Counter of a list": ["Counter", ["list"]],
    "defaultdict of a function": ["defaultdict", "eval", ["dict"]],
    "deque that is too long": ["deque", 1, ["list", 1, 2]],
    "named tuple of a keyword": ["namedtuple", "P", ["class"], 1],
    "named tuple of code": ["namedtuple", "P", ["x=print()"], 1],
    "named tuple of private names": ["namedtuple", "P", ["_x"], 1],
    "named tuple with a name twice": ["namedtuple", "P", ["x", "x"], 1, 2],
    "named tuple without a value": ["namedtuple", "P", ["x", "y"], 1],
    "path of an unknown class": ["path", "Path", ["str", 8]],
    "path of bytes": ["path", "PurePosixPath", ["bytes", 8]],
    "random of another version": ["random", 2, ["tuple"], None],
    "random of too few numbers": ["random", 3, ["tuple", 1, 2], None],
    "generator of a negative state": ["generator", -1, 1, 0, 0],
    "random state beyond its numbers": ["random state", MT, 10**6, 0, 0.0],
    "random state of too few numbers": ["random state", ["array", "u4", 2], 1, 0, 0.0],
    "record of no field": ["array", [], 1],
    "record of a field twice": ["array", [["a", "u1"], ["a", "u1"]], 4],
    "record of objects": ["array", [["a", "O"]], 1],
    "record in a record in a record": ["array", [["a", [["a", [["a", [["a", "u1"]]]]]]]], 1],
    "record of a huge field": ["array", [["a", "f8", 2**40]], 0],
    "record of a field of nothing": ["array", [["a", "f8", 0]], 2**40],
    "record with a name of code": ["array", [["a b", "f8"]], 1],
    "record with characters that are none": ["array", [["a", "U2"]], 1],
    "objects of another number": ["objects", ["list", 1], 2],
    "objects in a tuple": ["objects", ["tuple", 1], 1],
    "masked by another shape": [
        "masked_array",
        ["array", "u1", 1],
        ["array", "b1", 7],
        ["scalar", "u1"],
    ],
    "masked by numbers": ["masked_array", ["array", "u1", 1], ["array", "u1", 1], ["scalar", "u1"]],
    "masked with a list to fill": ["masked_array", ["array", "u1", 8], None, ["list"]],
    "numpy dtype of code": ["numpy dtype", "f8,f8"],
    "annotation of no form": ["annotation", "os.system", ["type", "int"]],
    "annotation of a form in a list": ["annotation", ["list", "list"], 1],
    "annotation by a text": ["annotation", "typing.List", ["str", 3]],
    "annotation by a number": ["annotation", "list", 3],
    "union of nothing": ["annotation", "|"],
    "union of a number": ["annotation", "|", 1, 2],
    "annotation of many parts": ["annotation", "tuple", *[["annotation", "list"]] * 51],
    "callable of nothing": ["annotation", "typing.Callable", ["str", 3]],
    "image of an unknown mode": ["image", "BGR;15", 2, 2],
    "image of a negative size": ["image", "L", -2, -4],
    "image of a huge size": ["image", "L", 2**40, 2**40],
    "image of nothing but width": ["image", "L", 2**40, 0],
    "image with a palette of words": ["image", "P", 4, 1, "RGB", ["str", 4]],
    "image with a palette of another kind": ["image", "P", 4, 1, "exec", ["bytes", 4]],
    "image with a palette for colours": ["image", "RGB", 1, 1, "RGB", ["bytes", 5]],
}


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_frame_is_a_format_error(name: str) -> None:
    size = 2496 if "state" in name else MAX_INT_BITS // 8 + 1 if name.startswith("int") else 8
    with pytest.raises(FormatError):
        deliver(frame(MALFORMED[name], b"\x7f" * size))


def test_a_wire_makes_only_so_many_classes() -> None:
    node = ["list", *[["namedtuple", f"P{n}", ["x"], 1] for n in range(limits.MAX_CLASSES + 1)]]
    with pytest.raises(FormatError):
        deliver(frame(node))


PARTS = [
    (sent[12 : 12 + (size := int.from_bytes(sent[4:8], "little"))], sent[12 + size :])
    for value in (*VALUES, *ARRAYS.values(), [0.5] * 40, ["ab"] * 40, np.random.default_rng(1))
    for sent in [frame_of(value)]
]


def assert_something_or_refused(sent: bytes) -> None:
    with contextlib.suppress(FormatError, EOFError):
        travel(deliver(sent))


@settings(max_examples=400)
@given(st.sampled_from(PARTS), EDITS)
def test_an_edited_header_gives_data_or_is_refused(parts: tuple, edits: list) -> None:
    assert_something_or_refused(frame(edited(parts[0], edits), parts[1]))


@settings(max_examples=200)
@given(st.sampled_from(PARTS), EDITS)
def test_an_edited_body_gives_data_or_is_refused(parts: tuple, edits: list) -> None:
    assert_something_or_refused(frame(parts[0], edited(parts[1], edits)))


SMALL = st.sampled_from(
    [None, True, 0, 1, 2, 8, -1, 2**31, 2**63, 0.5, "a", "M8[s]", "U2", "int", "dict", "|"]
)


@settings(max_examples=400)
@given(
    st.recursive(
        SMALL,
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.builds(
                lambda kind, items: [kind, *items],
                st.sampled_from(
                    [
                        "same",
                        *standard.READERS,
                        *annotations.READERS,
                        "many",
                        "array",
                        "objects",
                        "list",
                        "dict",
                    ]
                ),
                st.lists(inner, max_size=5),
            )
        ),
        max_leaves=20,
    ),
    st.binary(max_size=64),
)
def test_a_tree_drawn_at_random_gives_data_or_is_refused(tree: object, body: bytes) -> None:
    assert_something_or_refused(frame(tree, body))


@given(
    np_st.arrays(
        np_st.datetime64_dtypes() | np_st.timedelta64_dtypes() | np_st.byte_string_dtypes(), 3
    )
)
def test_any_dates_spans_and_bytes_arrive(array: np.ndarray) -> None:
    arrived = travel(array)
    assert (
        arrived.dtype == array.dtype.newbyteorder("=")
        and (arrived == array).sum() == (array == array).sum()
    )


@pytest.mark.parametrize(
    "node",
    [
        ["many", "list", "str", 2**40],
        ["many", "list", "int", 2**22],
        ["objects", ["list"], 0, 2**40],
        ["image", "1", 2**20, 2**6],
        ["int", 10**9],
        ["array", [["a", "f8", 2**22]], 2],
    ],
    ids=repr,
)
def test_what_a_frame_promises_is_not_allocated(node: list) -> None:
    deliver(frame(None))
    tracemalloc.start()
    try:
        with contextlib.suppress(FormatError):
            deliver(frame(node))
        assert tracemalloc.get_traced_memory()[1] < 2**20
    finally:
        tracemalloc.stop()


def test_every_kind_is_known() -> None:
    assert KINDS.shared < KINDS.readers.keys()
