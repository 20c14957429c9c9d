"""What is graded again: what was handed in differently, and all when something decides differently."""

import shutil
from pathlib import Path

import pytest

from course.grading import job
from course.grading.job import Job

JOB = Job("{}", {"data.txt": b"1 2 3"}, "import math", ("gradient",))


def test_a_job_with_the_same_content_has_the_same_digest() -> None:
    again = Job("{}", {"data.txt": b"1 2 3"}, "import math", ("gradient",))
    assert again.digest() == JOB.digest()


def test_the_order_in_which_a_folder_lists_its_files_does_not_matter() -> None:
    files = {"a": b"1", "b": b"2"}
    assert Job("{}", files).digest() == Job("{}", dict(reversed(files.items()))).digest()


@pytest.mark.parametrize(
    "other",
    [
        Job('{"cells": []}', JOB.files, JOB.imports, JOB.asked),
        Job("{}", {"data.txt": b"1 2 4"}, JOB.imports, JOB.asked),
        Job("{}", {"other.txt": b"1 2 3"}, JOB.imports, JOB.asked),
        Job("{}", JOB.files, "", JOB.asked),
        Job("{}", JOB.files, JOB.imports, ()),
        Job("{}", JOB.files, JOB.imports, JOB.asked, key="another"),
        Job("{}", JOB.files, JOB.imports, JOB.asked, cell_seconds=1.0),
    ],
    ids=["notebook", "file", "name", "imports", "asked", "key", "limit"],
)
def test_other_content_is_graded_again(other: Job) -> None:
    assert other.digest() != JOB.digest()


def test_when_a_job_is_executed_does_not_matter() -> None:
    assert Job("{}", patience=1.0).digest() == Job("{}").digest()


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the package, from which digests are made."""
    copy = tmp_path / "course"
    shutil.copytree(job.PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(job, "PACKAGE", copy)
    monkeypatch.setattr(job, "software", job.software.__wrapped__)  # without its memory
    return copy


@pytest.mark.parametrize(
    ("file", "decides"),
    [
        ("check/by_hand.py", True),
        ("check/messages/shared.toml", True),
        ("door/probes.py", True),
        ("grading/sandbox/seccomp.py", True),
        ("plugins/restore.py", True),
        ("data.py", True),
        ("theory.py", True),
        ("orders.py", True),
        ("figures/by_hand.py", False),
        ("classroom/report/page.py", False),
        ("classroom/demo/cycle.py", False),
        ("plugins/exchange.py", False),
        ("learners.py", False),
    ],
)
def test_a_change_is_graded_again_if_it_can_decide_a_mark(
    package: Path, file: str, decides: bool
) -> None:
    before = JOB.digest()
    with open(package / file, "a", encoding="utf-8") as opened:
        opened.write("# changed\n")
    assert (JOB.digest() != before) is decides
