"""What pandas has travels by value: nothing is asked of it that the one who sent it could answer."""

import contextlib
import tracemalloc

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.grading.wire import FormatError, tables
from course.grading.wire.kinds import KINDS
from helpers.wires import EDITS, Reference, deliver, edited, frame, frame_of, travel

COLUMNS = {
    "ints": np.array([3, 1, 2], "i1"),
    "floats": [0.5, np.nan, -0.0],
    "bools": [True, False, True],
    "complex": [1j, 2, 3],
    "texts": ["é", None, ""],
    "NA texts": pd.array(["a", None, "b"], "string"),
    "objects": pd.Series(["a", None, np.nan], dtype=object),
    "all kinds of missing": pd.Series([pd.NA, pd.NaT, [1, {"x": 2}]], dtype=object),
    "Int64": pd.array([1, None, 3]),
    "UInt8": pd.array([1, None, 3], "UInt8"),
    "Float64": pd.array([1.5, None, 3]),
    "boolean": pd.array([True, None, False]),
    "categories": pd.Categorical(["b", None, "a"], ["b", "a", "c"]),
    "ordered": pd.Categorical([2, 1, 2], [2, 1], ordered=True),
    "bins": pd.cut([1, 2, 3], 2),
    "moments": pd.to_datetime(["2024-01-01", None, "2024-02-29"]),
    "seconds": np.array(["2024-01-01", "NaT", "1969-01-01"], "M8[s]"),
    "zoned": pd.to_datetime(["2024-10-27 00:30", None, "2024-10-27 01:30"])
    .tz_localize("UTC")
    .tz_convert("Europe/Berlin"),
    "spans": pd.to_timedelta(["1h", None, "2D"]),
    "months": pd.period_range("2024-01", periods=3, freq="M"),
    "quarters": pd.period_range("2024Q1", periods=3, freq="Q"),
    "intervals": pd.interval_range(0, 3, closed="left"),
}
TABLE = pd.DataFrame(COLUMNS)

INDEXES = {
    "default": pd.RangeIndex(3),
    "range": pd.RangeIndex(7, 1, -2, name="r"),
    "ints": pd.Index([3, 1, 3], dtype="i2"),
    "texts": pd.Index(["a", "b", "a"], name=("x", 1)),
    "objects": pd.Index([(1, 2), None, "a"], dtype=object),
    "days": pd.date_range("2024-01-01", periods=3, name="day"),
    "month ends": pd.date_range("2024-01-31", periods=3, freq="ME", tz="Europe/Berlin"),
    "weeks": pd.date_range("2024-01-01", periods=3, freq="W-TUE"),
    "business days": pd.bdate_range("2024-01-01", periods=3),
    "hours": pd.timedelta_range("1h", periods=3, freq="2h"),
    "no frequency": pd.DatetimeIndex(["2024-01-01", "2024-01-03", "2024-01-04"]),
    "categories": pd.CategoricalIndex(["a", "b", "a"]),
    "levels": pd.MultiIndex.from_tuples([("a", 1), ("a", 2), ("b", 1)], names=["x", None]),
    "levels with holes": pd.MultiIndex.from_tuples([("a", 1.5), ("a", np.nan), ("b", 1)]),
    "periods": pd.period_range("2024", periods=3, freq="Y"),
    "intervals": pd.IntervalIndex.from_breaks([0, 1, 2, 3]),
}

TABLES = {
    "nothing": pd.DataFrame(),
    "no rows": pd.DataFrame({"a": pd.Series(dtype="i8"), "b": pd.Series(dtype="str")}),
    "no columns": pd.DataFrame(index=["a", "b"]),
    "one name twice": pd.DataFrame([[1, "x"]], columns=["a", "a"]),
    "rows of one name": pd.DataFrame({"a": [1, 2]}, index=["r", "r"]),
    "numbered columns": pd.DataFrame(np.eye(3)),
    "pivoted": pd.DataFrame({"a": [1, 1, 2], "b": [1, 2, 2], "c": [1.0, 2, 3]})
    .groupby(["a", "b"])
    .agg(["mean", "sum"]),
    "described": pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}).describe(include="all"),
    "everything": TABLE,
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_arrives_as_it_was_sent(name: str) -> None:
    arrived = travel(TABLES[name])
    pd.testing.assert_frame_equal(arrived, TABLES[name], check_freq=True, check_column_type="exact")
    assert list(arrived.dtypes) == list(TABLES[name].dtypes)


@pytest.mark.parametrize("name", COLUMNS)
def test_a_column_arrives_as_it_was_sent(name: str) -> None:
    sent = TABLE[name]
    arrived = travel(sent)
    pd.testing.assert_series_equal(arrived, sent)
    assert arrived.dtype == sent.dtype and arrived.name == name
    assert repr(list(arrived)) == repr(list(sent))
    pd.testing.assert_extension_array_equal(travel(sent.array), sent.array)
    assert travel(sent.dtype) == sent.dtype


@pytest.mark.parametrize("name", INDEXES)
def test_an_index_arrives_as_it_was_sent(name: str) -> None:
    sent = INDEXES[name]
    arrived = travel(sent)
    pd.testing.assert_index_equal(arrived, sent, exact=True)
    assert getattr(arrived, "freq", None) == getattr(sent, "freq", None)
    table = pd.DataFrame({"a": [1, 2, 3]}, index=sent)
    pd.testing.assert_frame_equal(travel(table), table)


@pytest.mark.parametrize(
    "value",
    [
        pd.Timestamp("2024-10-27 01:30", tz="UTC").tz_convert("Europe/Berlin"),
        pd.Timestamp("2024-01-01").as_unit("s"),
        pd.Timestamp("2024-01-01", tz="+02:00"),
        pd.Timedelta("1h"),
        pd.Period("2024Q1"),
        pd.Interval(0, 1.5, "both"),
        pd.Interval(pd.Timestamp("2024"), pd.Timestamp("2025")),
    ],
    ids=repr,
)
def test_a_scalar_arrives_as_it_was_sent(value: object) -> None:
    assert repr(travel(value)) == repr(value) and travel(value) == value
    assert getattr(travel(value), "unit", None) == getattr(value, "unit", None)


def test_what_is_missing_is_the_same_object() -> None:
    assert travel(pd.NA) is pd.NA and travel(pd.NaT) is pd.NaT


def test_the_types_of_a_tables_columns_arrive() -> None:
    assert travel(TABLE.dtypes).tolist() == TABLE.dtypes.tolist()


def test_a_table_that_is_a_view_has_its_own_memory_on_arrival() -> None:
    table = pd.DataFrame({"a": range(10), "b": range(10)})
    arrived = travel(table[["b"]].iloc[::2])
    arrived.loc[0, "b"] = 7
    assert arrived["b"].tolist() == [7, 2, 4, 6, 8]


def test_one_table_in_two_places_arrives_as_one() -> None:
    table, again = travel([TABLE, TABLE])
    assert table is again


@pytest.mark.parametrize(
    "value",
    [
        TABLE.groupby("ints"),
        pd.array([0, 0, 1], pd.SparseDtype("i8")),
        type("Mine", (pd.DataFrame,), {})(),
    ],
    ids=lambda value: type(value).__name__,
)
def test_the_rest_goes_to_the_hook(value: object) -> None:
    assert type(travel(value, pack=lambda it: ["kept"])) is Reference


@settings(max_examples=50)
@given(
    st.dictionaries(
        st.text(max_size=3) | st.integers(),
        st.lists(
            st.none() | st.floats() | st.integers() | st.text() | st.booleans(),
            min_size=3,
            max_size=3,
        ),
        max_size=4,
    )
)
def test_any_table_arrives(columns: dict) -> None:
    table = pd.DataFrame(columns)
    pd.testing.assert_frame_equal(travel(table), table)


# --- frames that lie -------------------------------------------------------------------------------

I8 = ["array", "i8", 1]
INDEX = ["Index", None, ["column", I8], None]
COLUMN = ["column", I8]
TEXT = ["many", "list", "str"]

MALFORMED = {
    "column of two dimensions": ["column", ["array", "i8", 1, 1]],
    "column of a list": ["column", ["list", 1]],
    "nullable without a mask": ["nullable", I8],
    "nullable by another mask": ["nullable", I8, ["array", "b1", 0]],
    "nullable by numbers": ["nullable", I8, I8],
    "nullable of dates": ["nullable", ["array", "M8[s]", 1], ["array", "b1", 0]],
    "texts of numbers": ["texts", "python", False, ["list", 1], ["array", "b1", 1]],
    "texts with fewer missing": ["texts", "python", False, ["list"], ["array", "b1", 1]],
    "texts in another place": ["texts", "os", False, ["list"], ["array", "b1", 0]],
    "categories beyond the last": ["categorical", False, I8, INDEX],
    "categories that come twice": [
        "categorical",
        False,
        ["array", "i1", 8],
        ["Index", None, ["column", ["objects", ["list", 1, 1], 2]], None],
    ],
    "codes that are no integers": ["categorical", False, ["array", "f8", 1], INDEX],
    "categories that are no index": ["categorical", False, ["array", "i1", 0], ["list", 1]],
    "moments of numbers": ["moments", I8, None],
    "spans in a zone": ["moments", ["array", "m8[s]", 1], ["zone", "UTC"]],
    "moments of a strange unit": ["moments", ["array", "M8[fs]", 1], None],
    "periods of code": ["periods", "exec", I8],
    "periods of floats": ["periods", "D", ["array", "f8", 1]],
    "intervals the wrong way": [
        "intervals",
        "right",
        ["Index", None, ["column", ["objects", ["list", 2], 1]], None],
        INDEX,
    ],
    "intervals of another length": [
        "intervals",
        "right",
        INDEX,
        ["RangeIndex", ["range", 0, 3, 1], None],
    ],
    "intervals closed somewhere": ["intervals", "top", INDEX, INDEX],
    "range that is none": ["RangeIndex", ["list", 1], None],
    "range of a name that is a list": ["RangeIndex", ["range", 0, 1, 1], ["list"]],
    "levels without codes": ["MultiIndex", ["list", INDEX], ["list"], ["list", None]],
    "levels with codes beyond": ["MultiIndex", ["list", INDEX], ["list", I8], ["list", None]],
    "levels that are lists": ["MultiIndex", ["list", ["list", 1]], ["list", I8], ["list", None]],
    "levels without names": ["MultiIndex", ["list", INDEX], ["list", I8], ["list"]],
    "index with a frequency that does not fit": [
        "Index",
        "D",
        ["moments", ["array", "M8[s]", 0], None],
        ["list"],
    ],
    "index of numbers with a frequency": ["Index", "D", COLUMN, None],
    "index with a frequency of code": [
        "Index",
        "__import__",
        ["moments", ["array", "M8[s]", 1], None],
        None,
    ],
    "index with a frequency of a calendar": [
        "Index",
        "C",
        ["moments", ["array", "M8[s]", 1], None],
        None,
    ],
    "index of a list": ["Index", None, ["list", 1], None],
    "column of another length than its index": [
        "Series",
        COLUMN,
        ["RangeIndex", ["range", 0, 2, 1], None],
        None,
    ],
    "column without an index": ["Series", COLUMN, ["list"], None],
    "column of a name that is a list": ["Series", COLUMN, INDEX, ["list"]],
    "table with more columns": ["DataFrame", INDEX, ["RangeIndex", ["range", 0, 1, 1], None]],
    "table with columns that are lists": [
        "DataFrame",
        INDEX,
        ["RangeIndex", ["range", 0, 1, 1], None],
        ["list", 1],
    ],
    "table with columns of other lengths": [
        "DataFrame",
        INDEX,
        ["RangeIndex", ["range", 0, 2**60, 1], None],
        ["column", ["array", "u1", 0]],
    ],
    "table of too many columns": [
        "DataFrame",
        ["RangeIndex", ["range", 0, 20_000, 1], None],
        ["RangeIndex", ["range", 0, 0, 1], None],
        *[["column", ["array", "u1", 0]]] * 20_000,
    ],
    "dtype of a list": ["pandas dtype", ["list"]],
    "moment of a number": ["Timestamp", 1, None],
    "moment in no zone": ["Timestamp", ["scalar", "M8[s]"], ["list"]],
    "span of a moment": ["Timedelta", ["scalar", "M8[s]"]],
    "period of a float": ["Period", "D", 1.5],
    "period of code": ["Period", "D; exit", 1],
    "interval of texts": ["Interval", "left", ["str", 4], ["str", 4]],
    "missing with a value": ["NA", 1],
}


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_table_is_a_format_error(name: str) -> None:
    with pytest.raises(FormatError):
        deliver(frame(MALFORMED[name], b"\x05" * 8))


VALUES = [*TABLES.values(), *INDEXES.values(), *(TABLE[name] for name in TABLE)]
PARTS = [
    (sent[12 : 12 + (size := int.from_bytes(sent[4:8], "little"))], sent[12 + size :])
    for sent in map(frame_of, VALUES)
]


def assert_something_or_refused(sent: bytes) -> None:
    with contextlib.suppress(FormatError, EOFError):
        repr(travel(deliver(sent)))


@settings(max_examples=400)
@given(st.sampled_from(PARTS), EDITS)
def test_an_edited_header_gives_data_or_is_refused(parts: tuple, edits: list) -> None:
    assert_something_or_refused(frame(edited(parts[0], edits), parts[1]))


@settings(max_examples=400)
@given(st.sampled_from(PARTS), EDITS)
def test_an_edited_body_gives_data_or_is_refused(parts: tuple, edits: list) -> None:
    assert_something_or_refused(frame(parts[0], edited(parts[1], edits)))


WORDS = st.sampled_from(
    [None, True, 0, 1, 2, -1, 2**63, 0.5, "D", "ME", "i8", "M8[s]", "left", "python"]
)
ARRAYS = st.builds(
    lambda code, size: ["array", code, size],
    st.sampled_from(["i1", "i8", "f8", "b1", "M8[s]", "M8[ns]", "m8[us]", "U1"]),
    st.integers(0, 3),
)
NAMES = st.sampled_from([*tables.READERS, "list", "range", "objects", "zone", "scalar"])


@settings(max_examples=600)
@given(
    st.recursive(
        WORDS | ARRAYS | st.just(INDEX) | st.just(COLUMN),
        lambda inner: st.builds(
            lambda kind, items: [kind, *items], NAMES, st.lists(inner, max_size=5)
        ),
        max_leaves=20,
    ),
    st.binary(min_size=64, max_size=64),
)
def test_a_tree_drawn_at_random_gives_data_or_is_refused(tree: object, body: bytes) -> None:
    assert_something_or_refused(frame(tree, body))


COSTLY = {
    "a huge range": ["Series", COLUMN, ["RangeIndex", ["range", 0, 2**62, 1], None], None],
    "huge moments": ["Index", None, ["moments", ["array", "M8[Y]", 1], None], None],
}


@pytest.mark.parametrize("name", COSTLY)
def test_what_a_frame_promises_is_not_allocated(name: str) -> None:
    deliver(frame(COLUMN, bytes(8)))
    tracemalloc.start()
    try:
        with contextlib.suppress(FormatError):
            deliver(frame(COSTLY[name], bytes(8)))
        assert tracemalloc.get_traced_memory()[1] < 2**25
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("length", [10, 20_000])
def test_an_index_is_walked_only_for_a_while(length: int, monkeypatch: pytest.MonkeyPatch) -> None:
    walked = []
    monkeypatch.setattr(pd.DatetimeIndex, "freq", property(None, lambda *_: walked.append(1)))
    node = ["Index", "B", ["moments", ["array", "M8[s]", length], None], None]
    with contextlib.nullcontext() if length == 10 else pytest.raises(FormatError):
        deliver(frame(node, bytes(8 * length)))
    assert len(walked) == (length == 10)


def test_every_kind_of_pandas_is_read() -> None:
    assert tables.READERS.keys() < KINDS.readers.keys()
