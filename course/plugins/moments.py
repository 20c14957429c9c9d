"""Dates and times mean what they say: they are read right, or refused with a spelling that works.

nbgrader takes CEST, EDT and BST for UTC, and +0200 for 200 seconds. `nbgrader_config.py` calls
`read_as_written`; from then on every date goes through `parse_utc`: a due date that is entered, and
the time at which something was handed in.

The abbreviation of a time zone is read if all places that use it mean the same by it, or if the zone
of the exchange, `c.Exchange.timezone`, uses it. A time that a place's clocks do not show on that
day, or show twice, is refused.
"""

import datetime
import functools
import re
import zoneinfo
from collections.abc import Callable

import dateutil.parser
import nbgrader.apps.api
import nbgrader.apps.zipcollectapp
import nbgrader.coursedir
import nbgrader.exchange.default.collect
import nbgrader.utils
from nbgrader.apps.baseapp import NbGrader
from nbgrader.apps.dbapp import DbAssignmentAddApp, DbAssignmentImportApp
from traitlets.config import Config

from course.grading.problem import Problem, one_line

LONGEST = 100
"""Characters."""
EXAMPLE = "Europe/Berlin"
HELP = f'write a date, a time and a place, like "2026-07-05 18:00 {EXAMPLE}"'

UTC = ("utc", "gmt", "ut", "z")
"""They mean the same in summer and in winter, whoever writes them."""
LARGEST_OFFSET = datetime.timedelta(hours=14)
SECONDS = re.compile(r"\d{10}(\.\d+)?")
"""Since 1970."""
YEAR_FIRST = re.compile(r"\d{4}\b")
# A "-05" at the end of a date is no offset: one follows a blank, or the digits of a time.
OFFSET = re.compile(
    r"(?P<when>.*(?:\s|:\d\d(?:[:.,]\d+)*|T\d+(?:[.,]\d+)?))(?:UTC|GMT)?(?P<offset>[+-][\d:]+)",
    re.ASCII | re.IGNORECASE,
)
ZONE = re.compile(
    r"(?P<when>.*\d(?:\s?[ap]m\b)?)\s*(?P<zone>(?![ap]m\Z)[a-z]\w*(?:[/+-]\w+)*)",
    re.ASCII | re.IGNORECASE,
)


class NoMoment(Problem, ValueError):
    """What was written cannot be read in one way only; the text says how to write it."""


def read_as_written() -> None:
    """Change how nbgrader, in this process, reads dates and shows the zone of its form."""
    for module in (
        nbgrader.utils,
        nbgrader.coursedir,
        nbgrader.apps.api,
        nbgrader.apps.zipcollectapp,
        nbgrader.exchange.default.collect,
    ):
        module.parse_utc = parse_utc
    # The formgrader adds to a date the offset of today, which is another one in half of the year.
    nbgrader.utils.to_numeric_tz = nbgrader.apps.api.to_numeric_tz = str
    DbAssignmentAddApp.start = _add
    DbAssignmentImportApp.start = _import


def parse_utc(written: str | datetime.datetime | None, zone: str = "") -> datetime.datetime | None:
    """The moment that was ``written``, in UTC and without a zone, as nbgrader keeps it.

    Args:
        written: one without a zone is in UTC.
        zone: of the course; an abbreviation that it uses is read as there.

    Raises:
        NoMoment: it can be read in no way, or in several.
    """
    if written is None:
        return None
    if isinstance(written, datetime.datetime):
        return _naive(written)
    text = " ".join(written.split())
    if len(text) > LONGEST:
        raise NoMoment(f"{one_line(text)!r} is no time; {HELP}")
    try:
        if SECONDS.fullmatch(text):
            return _naive(datetime.datetime.fromtimestamp(float(text), datetime.UTC))
        return _read(text, zone)
    except OverflowError:
        raise NoMoment(f"{text!r} is beyond the calendar; {HELP}") from None


def zone_of(config: Config) -> str:
    """The time zone of the exchange of a course with this configuration; "" if it names none."""
    zone = config.Exchange.get("timezone")
    return zone if isinstance(zone, str) else ""


def _naive(moment: datetime.datetime) -> datetime.datetime:
    return moment.astimezone(datetime.UTC).replace(tzinfo=None) if moment.tzinfo else moment


def _read(text: str, zone: str) -> datetime.datetime:
    if found := OFFSET.fullmatch(text):
        if (offset := _offset(found["offset"])) is None:
            raise NoMoment(f"no time zone is {found['offset']}; {_better(_clock(found['when']))}")
        return _clock(found["when"]) - offset
    if found := ZONE.fullmatch(text):
        clock = _clock(found["when"])
        return clock - _offset_of(found["zone"], clock, zone)
    return _clock(text)


def _clock(text: str) -> datetime.datetime:
    """The date and time in ``text``, which has no zone.

    Raises:
        NoMoment: a part is missing, or could be another one, as in 5/7/2026.
    """
    text = text.strip()
    try:
        if not _is_date(text) and not (clock := datetime.datetime.fromisoformat(text)).tzinfo:
            return clock
    except ValueError:
        pass
    defaults = datetime.datetime(2000, 1, 1), datetime.datetime(2004, 2, 2, hour=1)
    orders = ({},) if YEAR_FIRST.match(text) else ({}, {"dayfirst": True}, {"yearfirst": True})
    try:
        first, *others = (
            dateutil.parser.parse(text, default=default, tzinfos=_no_zone, **order)
            for default in defaults
            for order in orders
        )
    except (ValueError, OverflowError):
        raise NoMoment(f"{text!r} is no date and time; {HELP}") from None
    if any(other != first for other in others):
        raise NoMoment(f"{text!r} can be read in several ways; {HELP}")
    return first


def _is_date(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _no_zone(name: str | None, offset: int | None) -> None:
    if name or offset is not None:
        raise ValueError("a zone in the middle of a time")


def _offset(text: str) -> datetime.timedelta | None:
    """East of Greenwich, of +0200, +02:00 or +2; None if it is none.

    +7200, which is no number of hours and minutes, is one of seconds, as nbgrader has always had it.
    """
    sign = -1 if text[0] == "-" else 1
    offset = None
    if found := re.fullmatch(r"(\d{1,2})(?::?([0-5]\d))?", text[1:]):
        offset = datetime.timedelta(hours=int(found[1]), minutes=int(found[2] or 0))
    if (offset is None or offset > LARGEST_OFFSET) and text[1:].isdecimal():
        seconds = int(text[1:])
        offset = None if seconds % 3600 else datetime.timedelta(seconds=seconds)
    return sign * offset if offset is not None and offset <= LARGEST_OFFSET else None


def _offset_of(name: str, clock: datetime.datetime, zone: str) -> datetime.timedelta:
    """The offset of the zone called ``name`` when its clocks show ``clock``.

    Args:
        zone: whose meaning of an abbreviation counts.

    Raises:
        NoMoment: there is no such zone, several are called so, or its clocks do not show that once.
    """
    wanted = name.casefold()
    if wanted in UTC:
        return datetime.timedelta()
    if users := _users(clock.year).get(wanted):
        own = [place for place in users if place.key == zone]
        shown = [_offsets(place, clock, wanted) for place in own or users]
        found = set().union(*shown)
        if len(found) == 1 and all(shown):
            return found.pop()
        told = f"{name} is not what all its clocks show on {clock:%Y-%m-%d}"
        if len(found) > 1:
            told = f"several time zones are called {name}"
    elif place := _places().get(wanted):
        found = _offsets(place, clock)
        if len(found) == 1:
            return found.pop()
        told = f"in {place.key} it is never {clock:%H:%M} then, as clocks are put forward"
        if found:
            offset = datetime.datetime.now(datetime.timezone(max(found))).isoformat()[-6:]
            raise NoMoment(
                f"in {place.key} it is {clock:%H:%M} twice then; {_better(clock, offset)}"
            )
    else:
        told = f"no time zone is called {name!r}"
    raise NoMoment(f"{told}; {_better(clock)}")


def _better(clock: datetime.datetime, zone: str = EXAMPLE) -> str:
    """How to write it, so that it is read."""
    if zone == EXAMPLE and len(_offsets(_places()[zone.casefold()], clock)) != 1:
        clock += datetime.timedelta(hours=1)  # it is not once there
    return f'write it like "{clock:%Y-%m-%d %H:%M} {zone}"'


@functools.cache
def _places() -> dict[str, zoneinfo.ZoneInfo]:
    """All time zones, by their names in small letters."""
    return {key.casefold(): zoneinfo.ZoneInfo(key) for key in zoneinfo.available_timezones()}


@functools.lru_cache(16)
def _users(year: int) -> dict[str, tuple[zoneinfo.ZoneInfo, ...]]:
    """The time zones that use an abbreviation in ``year``, by it in small letters."""
    days = [datetime.datetime(year, month, day) for month in range(1, 13) for day in (1, 16)]
    users: dict[str, list[zoneinfo.ZoneInfo]] = {}
    for place in _places().values():
        for name in {day.replace(tzinfo=place).tzname() for day in days}:
            users.setdefault(str(name).casefold(), []).append(place)
    return {name: tuple(places) for name, places in users.items() if name.isalpha()}


def _offsets(
    place: zoneinfo.ZoneInfo, clock: datetime.datetime, name: str = ""
) -> set[datetime.timedelta]:
    """The offsets with which clocks in ``place`` show ``clock``: one, but two or none when they change.

    Args:
        name: that the zone has to have then, in small letters.
    """
    found = set()
    for fold in (0, 1):
        shown = clock.replace(tzinfo=place, fold=fold)
        again = shown.astimezone(datetime.UTC).astimezone(place)
        offset, called = shown.utcoffset(), str(shown.tzname()).casefold()
        if offset is not None and again.replace(tzinfo=None) == clock and name in ("", called):
            found.add(offset)
    return found


def _in_a_sentence(start: Callable[[NbGrader], None]) -> Callable[[NbGrader], None]:
    """``start`` of one of nbgrader's commands, which says in one line why a date is refused."""

    def started(app: NbGrader) -> None:
        try:
            start(app)
        except NoMoment as problem:
            app.fail("%s", problem)

    return started


def _with_its_date(app: DbAssignmentAddApp) -> None:
    """Read the date of the command line as the course means it."""
    if app.duedate:
        app.duedate = f"{parse_utc(app.duedate, zone_of(app.config))} UTC"
    _nbgraders_add(app)


_nbgraders_add, _nbgraders_import = DbAssignmentAddApp.start, DbAssignmentImportApp.start
_add, _import = _in_a_sentence(_with_its_date), _in_a_sentence(_nbgraders_import)
