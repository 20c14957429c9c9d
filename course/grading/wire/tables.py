"""What is pandas': tables, columns, indexes, the arrays in them, their dtypes and scalars.

Each is taken apart into arrays of NumPy's, lists and other indexes, and built of them again by
pandas, which looks whether they fit.
"""

import importlib
import re
from collections.abc import Callable
from typing import Any

import numpy as np

from course.grading.wire.arrays import NUMBERS
from course.grading.wire.coder import Decoder, Encoder, Node, Read, Write, only, refuse_unless
from course.grading.wire.moments import zone_of

COLUMN_NODES = 20
"""Of the nodes of a message that a column counts for, since pandas takes its time for each."""

STEP_NODES = 10
"""Of the nodes of a message that a step counts for which is no span of time: pandas walks them."""

_SPANS = r"-?[0-9]{0,9}(D|h|min|s|ms|us|ns)"
_STEPS = r"-?[0-9]{0,4}(B|MS|ME|BMS|BME|W(-[A-Z]{3})?|(B?[QY][SE])(-[A-Z]{3})?)"
_PERIODS = r"[0-9]{0,4}(D|h|min|s|ms|us|ns|B|M|W(-[A-Z]{3})?|[QY](-[A-Z]{3})?)"


def _pandas() -> Any:
    return importlib.import_module("pandas")


# --- the arrays that columns are made of -----------------------------------------------------------


def _write_numpy(encoder: Encoder, value: Any, depth: int) -> Node:
    return ["column", encoder.node(value.to_numpy(), depth + 1)]


def _read_numpy(decoder: Decoder, items: list[Any], depth: int) -> Any:
    (node,) = items
    return _pandas().arrays.NumpyExtensionArray(_flat(decoder, node, depth))


def _write_nullable(encoder: Encoder, value: Any, depth: int) -> Node:
    missing = value.isna()
    values = value.to_numpy(value.dtype.numpy_dtype, na_value=value.dtype.numpy_dtype.type(0))
    return ["nullable", *encoder.nodes_of((values, missing), depth)]


def _read_nullable(decoder: Decoder, items: list[Any], depth: int) -> Any:
    values, missing = (_flat(decoder, node, depth) for node in items)
    refuse_unless(len(items) == 2 and values.dtype.str[1:] in NUMBERS)
    arrays = _pandas().arrays
    made = {"i": arrays.IntegerArray, "u": arrays.IntegerArray}
    made |= {"f": arrays.FloatingArray, "b": arrays.BooleanArray}
    return made[values.dtype.kind](values, missing)


def _write_texts(encoder: Encoder, value: Any, depth: int) -> Node:
    """Strings; the empty string where one is missing."""
    missing = np.asarray(value.isna(), bool)
    texts = ["" if gone else text for text, gone in zip(value, missing, strict=True)]
    kind = value.dtype.storage, value.dtype.na_value is _pandas().NA
    return ["texts", *kind, *encoder.nodes_of((texts, missing), depth)]


def _read_texts(decoder: Decoder, items: list[Any], depth: int) -> Any:
    storage, is_na, texts_node, missing_node = items
    texts = only(list, decoder.node(texts_node, depth + 1))
    missing = _flat(decoder, missing_node, depth)
    refuse_unless(missing.dtype == bool and only(bool, is_na) in (True, False))
    refuse_unless(storage in ("python", "pyarrow") and all(type(text) is str for text in texts))
    pandas = _pandas()
    dtype = pandas.StringDtype(storage, na_value=pandas.NA if is_na else np.nan)
    pairs = zip(texts, missing.tolist(), strict=True)
    return pandas.array([dtype.na_value if gone else text for text, gone in pairs], dtype=dtype)


def _write_categorical(encoder: Encoder, value: Any, depth: int) -> Node:
    parts = np.asarray(value.codes), value.categories
    return ["categorical", bool(value.ordered), *encoder.nodes_of(parts, depth)]


def _read_categorical(decoder: Decoder, items: list[Any], depth: int) -> Any:
    ordered, codes_node, categories_node = items
    codes = _flat(decoder, codes_node, depth)
    refuse_unless(codes.dtype.kind == "i")
    categories = _index(decoder, categories_node, depth)
    return _pandas().Categorical.from_codes(codes, categories, only(bool, ordered))


def _write_moments(encoder: Encoder, value: Any, depth: int) -> Node:
    """Moments or spans; those in a time zone as UTC."""
    zone = getattr(value.dtype, "tz", None)
    values = value.to_numpy(f"{value.dtype.kind}8[{value.unit}]")
    return ["moments", *encoder.nodes_of((values, zone), depth)]


def _read_moments(decoder: Decoder, items: list[Any], depth: int) -> Any:
    values_node, zone_node = items
    values = _flat(decoder, values_node, depth)
    zone = zone_of(decoder, zone_node, depth)
    refuse_unless(values.dtype.kind in "mM")
    pandas = _pandas()
    if values.dtype.kind == "m":
        refuse_unless(zone is None)
        return pandas.array(values, dtype=values.dtype)
    made = pandas.array(values, dtype=values.dtype)
    return made if zone is None else made.tz_localize("UTC").tz_convert(zone)


def _write_periods(encoder: Encoder, value: Any, depth: int) -> Node | None:
    if not re.fullmatch(_PERIODS, value.freqstr):
        return None
    return ["periods", value.freqstr, encoder.node(np.asarray(value.asi8), depth + 1)]


def _read_periods(decoder: Decoder, items: list[Any], depth: int) -> Any:
    step, node = items
    ordinals = _flat(decoder, node, depth)
    refuse_unless(re.fullmatch(_PERIODS, step) is not None and ordinals.dtype == np.int64)
    return _pandas().PeriodIndex.from_ordinals(ordinals, freq=step).array


def _write_intervals(encoder: Encoder, value: Any, depth: int) -> Node:
    return ["intervals", value.closed, *encoder.nodes_of((value.left, value.right), depth)]


def _read_intervals(decoder: Decoder, items: list[Any], depth: int) -> Any:
    closed, left_node, right_node = items
    left, right = (_index(decoder, node, depth) for node in (left_node, right_node))
    return _pandas().arrays.IntervalArray.from_arrays(left, right, only(str, closed))


def _flat(decoder: Decoder, node: object, depth: int) -> np.ndarray:
    """The array of one dimension of a node in one at ``depth``."""
    array = only(np.ndarray, decoder.node(node, depth + 1))
    refuse_unless(array.ndim == 1)
    return array


# --- indexes ---------------------------------------------------------------------------------------


def _write_range(encoder: Encoder, value: Any, depth: int) -> Node:
    parts = range(value.start, value.stop, value.step), value.name
    return ["RangeIndex", *encoder.nodes_of(parts, depth)]


def _read_range(decoder: Decoder, items: list[Any], depth: int) -> Any:
    steps, name = decoder.nodes_of(items, depth)
    return _pandas().RangeIndex(only(range, steps), name=name)


def _write_levels(encoder: Encoder, value: Any, depth: int) -> Node:
    codes = [np.asarray(code) for code in value.codes]
    return ["MultiIndex", *encoder.nodes_of((list(value.levels), codes, list(value.names)), depth)]


def _read_levels(decoder: Decoder, items: list[Any], depth: int) -> Any:
    levels, codes, names = (only(list, part) for part in decoder.nodes_of(items, depth))
    pandas = _pandas()
    refuse_unless(all(isinstance(level, pandas.Index) for level in levels))
    refuse_unless(all(type(code) is np.ndarray and code.dtype.kind == "i" for code in codes))
    refuse_unless(len(names) == len(levels))
    decoder.count(COLUMN_NODES * len(levels))
    return pandas.MultiIndex(levels, codes, names=names)


def _write_index(encoder: Encoder, value: Any, depth: int) -> Node | None:
    step = getattr(value, "freqstr", None) if value.dtype.kind in "mM" else None
    if step is not None and not _is_span(step):
        step = step if re.fullmatch(_STEPS, step) else None
        encoder.count(STEP_NODES * len(value))
    return ["Index", step, *encoder.nodes_of((value.array, value.name), depth)]


def _read_index(decoder: Decoder, items: list[Any], depth: int) -> Any:
    step, array_node, name_node = items
    array = _column(decoder, array_node, depth)
    name = decoder.node(name_node, depth + 1)
    index = _pandas().Index(array, dtype=_dtype_of(array), name=name)
    if step is not None:
        refuse_unless(index.dtype.kind in "mM")
        if not _is_span(step):
            refuse_unless(re.fullmatch(_STEPS, step) is not None)
            decoder.count(STEP_NODES * len(index))
        index.freq = step
    return index


def _is_span(step: str) -> bool:
    return re.fullmatch(_SPANS, step) is not None


def _index(decoder: Decoder, node: object, depth: int) -> Any:
    """The index of a node in one at ``depth``."""
    index = decoder.node(node, depth + 1)
    refuse_unless(isinstance(index, _pandas().Index))
    return index


# --- columns and tables ----------------------------------------------------------------------------


def _write_series(encoder: Encoder, value: Any, depth: int) -> Node:
    return ["Series", *encoder.nodes_of((value.array, value.index, value.name), depth)]


def _read_series(decoder: Decoder, items: list[Any], depth: int) -> Any:
    array_node, index_node, name_node = items
    array = _column(decoder, array_node, depth)
    index = _index(decoder, index_node, depth)
    name = decoder.node(name_node, depth + 1)
    return _series(array, index, name)


def _write_frame(encoder: Encoder, value: Any, depth: int) -> Node:
    encoder.count(COLUMN_NODES * value.shape[1])
    arrays = (value.iloc[:, place].array for place in range(value.shape[1]))
    return ["DataFrame", *encoder.nodes_of((value.columns, value.index, *arrays), depth)]


def _read_frame(decoder: Decoder, items: list[Any], depth: int) -> Any:
    columns_node, index_node, *nodes = items
    decoder.count(COLUMN_NODES * len(nodes))
    columns, index = (_index(decoder, node, depth) for node in (columns_node, index_node))
    refuse_unless(len(columns) == len(nodes))
    arrays = [_column(decoder, node, depth) for node in nodes]
    made = _pandas().DataFrame(
        {place: _series(array, index) for place, array in enumerate(arrays)}, index=index
    )
    made.columns = columns
    return made


def _series(array: Any, index: Any, name: object = None) -> Any:
    return _pandas().Series(array, index, _dtype_of(array), name=name)


def _column(decoder: Decoder, node: object, depth: int) -> Any:
    """The array of a column, of a node in one at ``depth``."""
    array = decoder.node(node, depth + 1)
    refuse_unless(isinstance(array, _pandas().api.extensions.ExtensionArray))
    return array


def _dtype_of(array: Any) -> Any:
    """Said to pandas, lest it looks for a better one."""
    return (
        getattr(array.dtype, "numpy_dtype", None)
        if "NumpyEA" in type(array.dtype).__name__
        else array.dtype
    )


# --- dtypes and scalars ----------------------------------------------------------------------------


def _write_dtype(encoder: Encoder, value: Any, depth: int) -> Node | None:
    """As an array of none."""
    if getattr(value, "categories", ...) is None:
        return None
    return ["pandas dtype", encoder.node(_pandas().array([], dtype=value), depth + 1)]


def _read_dtype(decoder: Decoder, items: list[Any], depth: int) -> Any:
    (node,) = items
    return _column(decoder, node, depth).dtype


def _write_timestamp(encoder: Encoder, value: Any, depth: int) -> Node:
    zone = value.tzinfo
    moment = value if zone is None else value.tz_convert(None)
    return ["Timestamp", *encoder.nodes_of((moment.asm8, zone), depth)]


def _read_timestamp(decoder: Decoder, items: list[Any], depth: int) -> Any:
    moment_node, zone_node = items
    moment = _pandas().Timestamp(only(np.datetime64, decoder.node(moment_node, depth + 1)))
    zone = zone_of(decoder, zone_node, depth)
    return moment if zone is None else moment.tz_localize("UTC").tz_convert(zone)


def _write_timedelta(encoder: Encoder, value: Any, depth: int) -> Node:
    return ["Timedelta", encoder.node(value.asm8, depth + 1)]


def _read_timedelta(decoder: Decoder, items: list[Any], depth: int) -> Any:
    (node,) = items
    return _pandas().Timedelta(only(np.timedelta64, decoder.node(node, depth + 1)))


def _write_period(encoder: Encoder, value: Any, depth: int) -> Node | None:
    if not re.fullmatch(_PERIODS, value.freqstr):
        return None
    return ["Period", value.freqstr, value.ordinal]


def _read_period(decoder: Decoder, items: list[Any], depth: int) -> Any:
    step, ordinal = items
    refuse_unless(
        re.fullmatch(_PERIODS, step) is not None and -(2**63) < only(int, ordinal) < 2**63
    )
    return _pandas().Period(ordinal=ordinal, freq=step)


def _write_interval(encoder: Encoder, value: Any, depth: int) -> Node:
    return ["Interval", value.closed, *encoder.nodes_of((value.left, value.right), depth)]


def _read_interval(decoder: Decoder, items: list[Any], depth: int) -> Any:
    closed, *nodes = items
    left, right = decoder.nodes_of(nodes, depth)
    pandas = _pandas()
    numbers = (int, float, np.number, pandas.Timestamp, pandas.Timedelta)
    refuse_unless(isinstance(left, numbers) and isinstance(right, numbers))
    return pandas.Interval(left, right, only(str, closed))


def _write_word(name: str) -> Write:
    return lambda encoder, value, depth: [name]


def _read_word(name: str) -> Callable[[Decoder, list[Any], int], Any]:
    def read(decoder: Decoder, items: list[Any], depth: int) -> Any:
        () = items
        return getattr(_pandas(), name)

    return read


_WRITERS: dict[str, Write] = {
    "NumpyExtensionArray": _write_numpy,
    **dict.fromkeys(("IntegerArray", "FloatingArray", "BooleanArray"), _write_nullable),
    **dict.fromkeys(("StringArray", "ArrowStringArray"), _write_texts),
    "Categorical": _write_categorical,
    **dict.fromkeys(("DatetimeArray", "TimedeltaArray"), _write_moments),
    "PeriodArray": _write_periods,
    "IntervalArray": _write_intervals,
    "RangeIndex": _write_range,
    "MultiIndex": _write_levels,
    **dict.fromkeys(("Index", "CategoricalIndex", "DatetimeIndex"), _write_index),
    **dict.fromkeys(("TimedeltaIndex", "PeriodIndex", "IntervalIndex"), _write_index),
    "Series": _write_series,
    "DataFrame": _write_frame,
    **{f"{kind}{bits}Dtype": _write_dtype for kind in ("Int", "UInt") for bits in (8, 16, 32, 64)},
    **dict.fromkeys(("Float32Dtype", "Float64Dtype", "BooleanDtype", "StringDtype"), _write_dtype),
    **dict.fromkeys(("CategoricalDtype", "DatetimeTZDtype", "PeriodDtype"), _write_dtype),
    "IntervalDtype": _write_dtype,
    "Timestamp": _write_timestamp,
    "Timedelta": _write_timedelta,
    "Period": _write_period,
    "Interval": _write_interval,
    "NaTType": _write_word("NaT"),
    "NAType": _write_word("NA"),
}
OF_LIBRARIES: dict[str, Write] = {f"pandas.{name}": write for name, write in _WRITERS.items()}

READERS: dict[str, Read] = {
    "column": _read_numpy,
    "nullable": _read_nullable,
    "texts": _read_texts,
    "categorical": _read_categorical,
    "moments": _read_moments,
    "periods": _read_periods,
    "intervals": _read_intervals,
    "RangeIndex": _read_range,
    "MultiIndex": _read_levels,
    "Index": _read_index,
    "Series": _read_series,
    "DataFrame": _read_frame,
    "pandas dtype": _read_dtype,
    "Timestamp": _read_timestamp,
    "Timedelta": _read_timedelta,
    "Period": _read_period,
    "Interval": _read_interval,
    "NaT": _read_word("NaT"),
    "NA": _read_word("NA"),
}

SHARED = {
    *("column", "nullable", "texts", "categorical", "moments", "periods", "intervals"),
    *("RangeIndex", "MultiIndex", "Index", "Series", "DataFrame"),
}
