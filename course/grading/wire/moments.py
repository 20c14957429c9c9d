"""Dates, times, spans of time and time zones."""

import re
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from course.grading.wire.coder import Decoder, Encoder, Node, Read, Write, only, refuse_unless


def _write_date(encoder: Encoder, value: date, depth: int) -> Node:
    return ["date", value.year, value.month, value.day]


def _read_date(decoder: Decoder, items: list[Any], depth: int) -> date:
    year, month, day = (only(int, item) for item in items)
    return date(year, month, day)


def _write_time(encoder: Encoder, value: time | datetime, depth: int) -> Node:
    day = [value.year, value.month, value.day] if isinstance(value, datetime) else []
    parts = value.hour, value.minute, value.second, value.microsecond, value.fold
    return [type(value).__name__, encoder.node(value.tzinfo, depth + 1), *day, *parts]


def _read_time(decoder: Decoder, items: list[Any], depth: int) -> time:
    zone, hour, minute, second, micro, fold = items
    parts: Any = [only(int, part) for part in (hour, minute, second, micro)]
    return time(*parts).replace(tzinfo=zone_of(decoder, zone, depth), fold=only(int, fold))


def _read_datetime(decoder: Decoder, items: list[Any], depth: int) -> datetime:
    zone, year, month, day, hour, minute, second, micro, fold = items
    parts: Any = [only(int, part) for part in (year, month, day, hour, minute, second, micro)]
    return datetime(*parts).replace(tzinfo=zone_of(decoder, zone, depth), fold=only(int, fold))


def _write_timedelta(encoder: Encoder, value: timedelta, depth: int) -> Node:
    return ["timedelta", value.days, value.seconds, value.microseconds]


def _read_timedelta(decoder: Decoder, items: list[Any], depth: int) -> timedelta:
    days, seconds, micro = (only(int, item) for item in items)
    return timedelta(days, seconds, micro)


def _write_timezone(encoder: Encoder, value: timezone, depth: int) -> Node:
    offset = value.utcoffset(None)
    name = value.tzname(None)
    named = [] if name == timezone(offset).tzname(None) else [name]
    return ["timezone", *encoder.nodes_of((offset, *named), depth)]


def _read_timezone(decoder: Decoder, items: list[Any], depth: int) -> timezone:
    offset, *name = decoder.nodes_of(items, depth)
    refuse_unless(len(name) <= 1 and all(type(part) is str for part in name))
    return timezone(only(timedelta, offset), *name)


def _write_zone(encoder: Encoder, value: ZoneInfo, depth: int) -> Node | None:
    return None if value.key is None else ["zone", value.key]


def _read_zone(decoder: Decoder, items: list[Any], depth: int) -> ZoneInfo:
    (key,) = items
    refuse_unless(
        re.fullmatch(r"[A-Za-z0-9_+-]{1,32}(/[A-Za-z0-9_+-]{1,32}){0,2}", key) is not None
    )
    return ZoneInfo(key)


def zone_of(decoder: Decoder, node: object, depth: int) -> tzinfo | None:
    """The time zone, or None, of a node in one at ``depth``."""
    zone = decoder.node(node, depth + 1)
    refuse_unless(zone is None or type(zone) in (timezone, ZoneInfo))
    return zone  # type: ignore[no-any-return]  # as was just asked


WRITERS: dict[type, Write] = {
    date: _write_date,
    **dict.fromkeys((time, datetime), _write_time),
    timedelta: _write_timedelta,
    timezone: _write_timezone,
    ZoneInfo: _write_zone,
}

READERS: dict[str, Read] = {
    "date": _read_date,
    "time": _read_time,
    "datetime": _read_datetime,
    "timedelta": _read_timedelta,
    "timezone": _read_timezone,
    "zone": _read_zone,
}

SHARED: set[str] = set()
