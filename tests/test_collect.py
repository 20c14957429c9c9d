"""Collecting from the exchange: the newest by the clock, with what lies beside it, as far as it can be."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeError
from traitlets.config import Config

from course.plugins.exchange import Collect
from helpers import gradebooks

NAME = "one"


@pytest.fixture
def inbound(tmp_path: Path) -> Path:
    """Where Ada hands in."""
    (tmp_path / "course").mkdir()
    (tmp_path / "course" / "gradebook.db").write_bytes(gradebooks.empty())
    inbound = tmp_path / "exchange" / "autumn" / "inbound"
    inbound.mkdir(parents=True)
    (tmp_path / "exchange").chmod(0o777)
    return inbound


def submit(inbound: Path, time: str) -> Path:
    folder = inbound / f"ada+{NAME}+{time}+AbCdEf_-1234"
    folder.mkdir()
    (folder / f"{NAME}.ipynb").write_text(time)
    return folder


def collect(inbound: Path, **settings: object) -> Path:
    """Collect; the folder of what was collected."""
    course = inbound.parents[2] / "course"
    directory = CourseDirectory(
        root=str(course),
        db_url=f"sqlite:///{course / 'gradebook.db'}",
        course_id="autumn",
        assignment_id=NAME,
        config=Config(CourseDirectory=Config(settings)),
    )
    exchange = {"root": str(inbound.parents[1])}
    # All files here are of one account.
    config = Config(Exchange=Config(exchange), ExchangeCollect=Config(check_owner=False))
    Collect(coursedir=directory, config=config).start()
    return course / "submitted" / "ada" / NAME


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("2026-07-05 17:30:00 CEST", "2026-07-05 16:00:00 UTC"),
        ("2026-07-05 17:30:00 CEST", "2026-07-05 11:31:00.000001 EDT"),
        ("2026-10-25 02:30:00 CEST", "2026-10-25 02:15:00 CET"),
        ("2026-07-05 17:30:00 +0200", "2026-07-05 15:31:00 +0000"),
    ],
)
def test_the_newest_is_collected(inbound: Path, older: str, newer: str) -> None:
    for time in (newer, older):
        submit(inbound, time)
    assert (collect(inbound) / f"{NAME}.ipynb").read_text() == newer


@pytest.mark.parametrize(
    ("damage", "settings"),
    [
        (lambda folder: [(folder / f"{n:04}").touch() for n in range(1_100)], {}),
        (lambda folder: (folder / "/".join("d" * 60)).mkdir(parents=True), {}),
        (lambda folder: os.truncate(_touched(folder / "a.bin"), 20_000), {"max_dir_size": 10}),
        (lambda folder: _touched(folder / "node_modules" / "a"), {}),
    ],
    ids=["1,100 files", "deep folders", "20 kB", "programs"],
)
def test_what_is_too_much_is_left_out_and_all_else_collected(
    inbound: Path, damage: Callable[[Path], object], settings: dict[str, object]
) -> None:
    time = "2026-07-05 16:00:00 UTC"
    folder = submit(inbound, time)
    damage(folder)
    (folder / "000.csv").write_text("data")
    collected = collect(inbound, **settings)
    assert (collected / f"{NAME}.ipynb").read_text() == time
    assert (collected / "000.csv").read_text() == "data"
    assert not (collected / "a.bin").exists() and not (collected / "node_modules").exists()
    assert len(list(collected.rglob("*"))) <= 1_001  # with the time at which it was handed in


def test_what_may_be_the_instructors_is_not_collected(inbound: Path) -> None:
    folder = submit(inbound, "2026-07-05 16:00:00 UTC")
    (folder / "data.csv").symlink_to("/etc/passwd")
    with pytest.raises(ExchangeError, match="1 of 1 submissions could not be collected"):
        collect(inbound)
    assert not (inbound.parents[2] / "course" / "submitted" / "ada" / NAME).exists()


def _touched(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.touch()
    return path
