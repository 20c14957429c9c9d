"""A date means what it says: it is read right, or refused with a spelling that works."""

import json
import re
import subprocess
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import gettz
from hypothesis import given
from hypothesis import strategies as st
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange.abc import Exchange
from traitlets.config import Config

from course.plugins import formgrader, moments, submitted
from course.plugins.exchange import Collect
from course.plugins.moments import NoMoment, parse_utc
from helpers import gradebooks

SUMMER, WINTER = "2026-07-05", "2026-01-05"
READ = [  # what is written, and the hour and minute that it is in UTC on that day
    (f"{SUMMER} 18:00:00 CEST", "16:00"),
    (f"{SUMMER} 18:00 CEST", "16:00"),
    (f"{SUMMER} 18:00:00.123456 cest", "16:00"),
    (f"{SUMMER} 06:00 PM CEST", "16:00"),
    (f"{WINTER} 18:00 CET", "17:00"),
    (f"{SUMMER} 10:00:00 EDT", "14:00"),
    (f"{WINTER} 10:00 EST", "15:00"),
    (f"{SUMMER} 10:00 PDT", "17:00"),
    (f"{SUMMER} 18:00 BST", "17:00"),
    (f"{WINTER} 18:00 GMT", "18:00"),
    (f"{SUMMER} 18:00 GMT", "18:00"),
    (f"{SUMMER} 18:00 EEST", "15:00"),
    (f"{SUMMER} 18:00 WEST", "17:00"),
    (f"{SUMMER} 18:00 JST", "09:00"),
    (f"{SUMMER} 18:00 UTC", "18:00"),
    (f"{SUMMER} 18:00", "18:00"),
    (f"{SUMMER} 18:00 +0200", "16:00"),
    (f"{SUMMER} 18:00 +02:00", "16:00"),
    (f"{SUMMER} 18:00 +02", "16:00"),
    (f"{SUMMER} 18:00 +2", "16:00"),
    (f"{SUMMER} 10:00 -0330", "13:30"),
    (f"{SUMMER} 18:00 +0545", "12:15"),
    (f"{SUMMER} 18:00 UTC+2", "16:00"),
    (f"{SUMMER} 18:00 GMT+02:00", "16:00"),
    (f"{SUMMER}T18:00+02:00", "16:00"),
    (f"{SUMMER}T18:00:00.5+0200", "16:00"),
    (f"{SUMMER}T16:00:00Z", "16:00"),
    (f"{SUMMER}T16:00:00 Z", "16:00"),
    ("20260705T160000Z", "16:00"),
    (f"{SUMMER} 18:00 Europe/Berlin", "16:00"),
    (f"{WINTER} 18:00 europe/berlin", "17:00"),
    (f"{SUMMER}T18:00 America/Port-au-Prince", "22:00"),
    (f"{SUMMER} 18:00 America/Argentina/Buenos_Aires", "21:00"),
    (f"{SUMMER} 18:00 Japan", "09:00"),
    ("2026/07/05 18:00 CEST", "16:00"),
    ("Sun Jul 5 2026 6:00:00 PM CEST", "16:00"),
    ("5 July 2026 18:00 +0200", "16:00"),
    ("Sun, 05 Jul 2026 18:00:00 +0200", "16:00"),
    (f"  {SUMMER}\u00a018:00\tCEST\n", "16:00"),
    ("1783267200", "16:00"),  # seconds
    ("2026-10-25 02:30 CEST", "00:30"),
    ("2026-10-25 02:30 CET", "01:30"),
    ("2026-11-01 01:30 EDT", "05:30"),
    ("2026-11-01 01:30 EST", "06:30"),
]
REFUSED = [
    (f"{SUMMER} 18:00 CET", "CET is not what all its clocks show on 2026-07-05"),
    (f"{SUMMER} 18:00 EST", "EST is not what all its clocks show on 2026-07-05"),
    (f"{WINTER} 18:00 CEST", "CEST is not what all its clocks show on 2026-01-05"),
    (f"{WINTER} 18:00 BST", "BST is not what all its clocks show"),
    (f"{SUMMER} 18:00 IST", "several time zones are called IST"),
    (f"{WINTER} 18:00 CST", "several time zones are called CST"),
    (f"{WINTER} 18:00 PST", "several time zones are called PST"),
    (f"{SUMMER} 18:00 XYZ", "no time zone is called 'XYZ'"),
    (f"{SUMMER} 18:00 Europe/Berlim", "no time zone is called 'Europe/Berlim'"),
    (f"{SUMMER} 18:00 +2500", r"no time zone is \+2500"),
    (f"{SUMMER} 18:00 +0275", r"no time zone is \+0275"),
    (f"{SUMMER} 18:00 +200000", r"no time zone is \+200000"),
    ("2026-03-29 02:30 Europe/Berlin", "it is never 02:30 then"),
    ("2026-03-08 02:30 America/New_York", "it is never 02:30 then"),
    ("2026-10-25 02:30 Europe/Berlin", r"02:30 twice then; write it like .* \+02:00"),
    ("2026-11-01 01:30 America/New_York", "01:30 twice then; write it like .* -04:00"),
    ("2026-03-29 02:30 CET", "CET is not what all its clocks show"),
    ("05.07.2026 18:00", "several ways"),
    ("5/7/2026 18:00 CEST", "several ways"),
    ("26-07-05 18:00 CEST", "several ways"),
    (SUMMER, "several ways"),
    ("18:00 CEST", "several ways"),
    ("July 5 18:00", "several ways"),
    ("yesterday", "is no date and time"),
    ("", "is no date and time"),
    ("2026-02-30 18:00 CET", "is no date and time"),
    ("0001-01-01 00:00 +1400", "beyond the calendar"),
    ("9999-12-31 23:59 America/New_York", "beyond the calendar"),
    ("1 " * 60, "is no time"),
]
SPELLING = re.compile(r'"(\d{4}-\d\d-\d\d \d\d:\d\d \S+)"')


@pytest.mark.parametrize(("written", "hour"), READ)
def test_it_is_read_right(written: str, hour: str) -> None:
    assert f"{parse_utc(written):%H:%M}" == hour


@pytest.mark.parametrize(("written", "reason"), REFUSED)
def test_it_is_refused_with_a_spelling_that_works(written: str, reason: str) -> None:
    with pytest.raises(NoMoment, match=reason) as refused:
        parse_utc(written)
    assert "\n" not in str(refused.value)
    assert parse_utc(SPELLING.search(str(refused.value))[1])


@pytest.mark.parametrize(
    ("written", "zone", "hour"),
    [
        (f"{SUMMER} 18:00 IST", "Asia/Kolkata", "12:30"),
        (f"{SUMMER} 18:00 IST", "Europe/Dublin", "17:00"),
        (f"{WINTER} 10:00 CST", "America/Chicago", "16:00"),
        (f"{WINTER} 18:00 CST", "Asia/Shanghai", "10:00"),
        (f"{SUMMER} 10:00 MST", "America/Phoenix", "17:00"),
        (f"{SUMMER} 18:00 CEST", "America/Chicago", "16:00"),
    ],
)
def test_the_zone_of_the_exchange_decides_what_an_abbreviation_means(
    written: str, zone: str, hour: str
) -> None:
    assert f"{parse_utc(written, zone):%H:%M}" == hour


ZONES = ["Europe/Berlin", "America/New_York", "Europe/London", "America/Chicago", "Asia/Kolkata"]
ZONES += ["America/Sao_Paulo", "Asia/Kathmandu", "Australia/Sydney", "Pacific/Auckland", "UTC"]


@given(st.sampled_from(ZONES), st.datetimes(datetime(2020, 1, 1), datetime(2036, 1, 1)))
def test_what_nbgraders_exchange_writes_is_read_back(zone: str, moment: datetime) -> None:
    there = moment.replace(tzinfo=ZoneInfo("UTC")).astimezone(gettz(zone))
    written = there.strftime(Exchange.timestamp_format.default_value)
    assert parse_utc(written, zone) == moment


def test_moments_stay_what_they_are() -> None:
    moment = datetime(2026, 7, 5, 18)
    assert parse_utc(None) is None
    assert parse_utc(moment) == moment
    assert parse_utc(moment.replace(tzinfo=ZoneInfo("Europe/Berlin"))) == moment - timedelta(
        hours=2
    )


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Europe/London", "America/New_York", "UTC"])
@pytest.mark.parametrize("month", [1, 7])
def test_saving_the_form_of_an_assignment_does_not_move_its_due_date(
    tmp_path: Path, zone: str, month: int
) -> None:
    moments.read_as_written()
    due = datetime(2026, month, 5, 16)
    with gradebooks.make(tmp_path, gradebooks.NAME) as gradebook:
        gradebook.update_or_create_assignment(gradebooks.NAME, duedate=due)
        course = CourseDirectory(
            root=str(tmp_path), db_url=gradebook.db.get_bind().url.render_as_string()
        )
        api = NbGraderAPI(coursedir=course, config=Config(NbGraderAPI=Config(timezone=zone)))
        shown = api.get_assignment(gradebooks.NAME)
    assert parse_utc(f"{shown['duedate_notimezone']} {shown['duedate_timezone']}") == due


class Form:
    """The formgrader's form for an assignment, as far as it is asked."""

    def __init__(self, api: NbGraderAPI, gradebook: Gradebook, date: str, zone: str) -> None:
        self.api, self.gradebook, self.coursedir = api, gradebook, api.coursedir
        self.body = {"duedate_notimezone": date, "duedate_timezone": zone}

    def get_json_body(self) -> dict[str, str]:
        return self.body

    def write(self, answer: str) -> None:
        self.answer = json.loads(answer)


def test_the_form_of_an_assignment_saves_what_it_says_or_says_why_not(tmp_path: Path) -> None:
    moments.read_as_written()
    with gradebooks.make(tmp_path, gradebooks.NAME) as gradebook:
        course = CourseDirectory(root=str(tmp_path), db_url=str(gradebook.db.get_bind().url))
        api = NbGraderAPI(coursedir=course, config=Config(Exchange=Config(timezone="Asia/Kolkata")))

        def saved(name: str, date: str, zone: str) -> tuple[datetime | None, str]:
            form = Form(api, gradebook, date, zone)
            formgrader._save(form, name)
            gradebook.db.expire_all()
            return gradebook.find_assignment(name).duedate, form.answer["display_duedate"]

        due = datetime(2026, 7, 5, 16)
        shown = "2026-07-05 16:00:00 UTC"
        assert saved(gradebooks.NAME, f"{SUMMER}T18:00", "CEST") == (due, shown)
        assert saved(gradebooks.NAME, f"{SUMMER}T18:00", "+0200") == (due, shown)
        assert saved(gradebooks.NAME, f"{SUMMER}T21:30", "IST") == (due, shown)
        for name, before in ((gradebooks.NAME, due), ("new", None)):
            after, told = saved(name, f"{WINTER}T18:00", "CST")
            assert after == before
            assert told.startswith("Not saved: several time zones are called CST; write it like")
        assert saved(gradebooks.NAME, "", "") == (None, None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course whose exchange is in India."""
    folder = tmp_path_factory.mktemp("course")
    with gradebooks.make(folder):
        config = folder / "nbgrader_config.py"
        text = "from course.plugins import moments\nmoments.read_as_written()\n"
        config.write_text(config.read_text() + text + 'c.Exchange.timezone = "Asia/Kolkata"\n')
    return folder


@pytest.mark.slow
class TestAtTheCommandLine:
    """`nbgrader db assignment add --duedate`, in a course of its own."""

    def add(self, folder: Path, *arguments: str) -> subprocess.CompletedProcess:
        nbgrader = Path(__file__).parents[1] / ".venv" / "bin" / "nbgrader"
        return subprocess.run(
            [nbgrader, "db", "assignment", *arguments], cwd=folder, capture_output=True, text=True
        )

    def due(self, folder: Path, assignment: str) -> datetime:
        with Gradebook(f"sqlite:///{folder / 'gradebook.db'}", "autumn") as gradebook:
            return gradebook.find_assignment(assignment).duedate

    @pytest.mark.parametrize(("written", "hour"), [("18:00 +0200", 16), ("21:30 IST", 16)])
    def test_a_due_date_is_stored_as_it_was_meant(
        self, folder: Path, written: str, hour: int
    ) -> None:
        done = self.add(folder, "add", "one", "--duedate", f"{SUMMER} {written}")
        assert done.returncode == 0, done.stderr
        assert self.due(folder, "one") == datetime(2026, 7, 5, hour)

    def test_one_that_could_be_another_is_refused_in_a_line(self, folder: Path) -> None:
        done = self.add(folder, "add", "two", "--duedate", f"{WINTER} 18:00 CST")
        assert done.returncode == 1
        assert "several time zones are called CST; write it like" in done.stderr
        assert "Traceback" not in done.stderr

    def test_one_in_a_table_is_refused_in_a_line(self, folder: Path) -> None:
        (folder / "assignments.csv").write_text(f"name,duedate\nthree,{WINTER} 18:00 CST\n")
        done = self.add(folder, "import", "assignments.csv")
        assert done.returncode == 1
        assert "several time zones are called CST" in done.stderr
        assert "Traceback" not in done.stderr


class TestTheExchange:
    """What nbgrader's exchange calls a submission, and when it was handed in."""

    @pytest.mark.parametrize(
        ("name", "student", "time"),
        [
            ("ada+01+2026-07-05 18:00:00.5 CEST+AbCdEf_-1234", "ada", "2026-07-05 16:00:00.500"),
            ("ada+01+2026-07-05 18:00:00 CEST", "ada", "2026-07-05 16:00"),
            ("ada+01+2026-07-05 18:00:00 +0200+AbCdEf_-1234", "ada", "2026-07-05 16:00"),
            ("ada+01+2026-07-05 18:00:00 +0200", "ada", "2026-07-05 16:00"),
            ("ada+01+2026-07-05 18:00:00 -03+AbCdEf_-1234", "ada", "2026-07-05 21:00"),
            ("a+b+c+01+2026-07-05 18:00:00 BST+AbCdEf_-1234", "a+b+c", "2026-07-05 17:00"),
            ("x+01+y+01+2026-07-05 18:00:00 UTC+AbCdEf_-1234", "x+01+y", "2026-07-05 18:00"),
        ],
    )
    def test_is_read_as_it_was_written(self, name: str, student: str, time: str) -> None:
        collect = Collect(coursedir=CourseDirectory(assignment_id="01"))
        record = collect._path_to_record(f"/exchange/inbound/{name}")
        assert record["username"] == student
        assert record["timestamp"] == datetime.fromisoformat(time)

    def test_says_how_to_write_what_could_be_another_time(self) -> None:
        name = "ada+01+2026-07-05 18:00:00 IST+AbCdEf_-1234"
        collect = Collect(coursedir=CourseDirectory(assignment_id="01"))
        refusal = collect._refusal(collect._path_to_record(name))
        assert "several time zones are called IST; write it like" in refusal
        collect.timezone = "Asia/Kolkata"
        assert collect._path_to_record(name)["timestamp"] == datetime(2026, 7, 5, 12, 30)


def test_a_timestamp_is_read_as_the_zone_of_the_exchange_means_it(tmp_path: Path) -> None:
    submitted.copy_as_new_files()
    (tmp_path / "timestamp.txt").write_text(f"{SUMMER} 18:00 IST")
    config = Config(Exchange=Config(timezone="Asia/Kolkata"))
    course = CourseDirectory(config=config)
    assert course.get_existing_timestamp(str(tmp_path)) == datetime(2026, 7, 5, 12, 30)
    assert CourseDirectory().get_existing_timestamp(str(tmp_path)) is None
