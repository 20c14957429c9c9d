"""What nbgrader makes of what was handed in: at no time more than a file of the instructor's."""

import contextlib
import datetime
import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from nbgrader.apps.api import NbGraderAPI
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import capture_log

from course.classroom import grade
from course.classroom.course import Course, Mark
from course.classroom.demo import cycle as demo
from course.classroom.demo import roster
from course.classroom.demo.roster import Student
from course.grading import opened
from course.grading.problem import Problem
from course.plugins import submitted
from helpers import boxed

NAME = "01-by-hand"
ADA, BEN = (Student(name, "", ("*",), (), {}) for name in ("ada", "ben"))
MODES = {
    f"{NAME}.ipynb": 0o6755,
    "run.sh": 0o6777,
    "deep/data.csv": 0o7711,
    "timestamp.txt": 0o4644,
}
SPECIAL = stat.S_ISUID | stat.S_ISGID | stat.S_ISVTX
watched: list[Callable[[], None]] = []
"""Called before whatever Python does to a file."""

sys.addaudithook(
    lambda event, _: [look() for look in watched] if event.split(".")[0] in ("open", "os") else None
)


def require_no_program(*folders: Path) -> None:
    """Nothing below ``folders`` has a bit that is more than to read, write and execute."""
    for folder in folders:
        for parent, *names in os.walk(folder):
            for path in [parent, *(os.path.join(parent, name) for name in sum(names, []))]:
                mode = os.lstat(path).st_mode
                assert not mode & SPECIAL and not mode & 0o022, (path, oct(mode))


@contextlib.contextmanager
def watching(*folders: Path) -> Iterator[None]:
    """`require_no_program` before each opening, copying, moving and changing of a file."""
    looks = []

    def look() -> None:
        watched.clear()  # it is asked for files itself
        require_no_program(*folders)
        looks.append(1)
        watched.append(look)

    watched.append(look)
    try:
        yield
    finally:
        watched.clear()
    assert len(looks) > 100


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course where Ada and Ben have handed in as everybody does."""
    folder = tmp_path_factory.mktemp("class") / "course"
    demo.prepare(folder, [NAME])
    assert Course(folder).generate(NAME).reason == ""
    for student in (ADA, BEN):
        roster.hand_in(student, NAME, folder)
    return folder


@pytest.fixture
def course(generated: Path, tmp_path: Path) -> Course:
    """One where Ada has handed in files of odd modes as well."""
    course = Course(Path(shutil.copytree(generated, tmp_path / "course")))
    folder = course.folder / "submitted" / "ada" / NAME
    (folder / "deep").mkdir()
    for name, mode in MODES.items():
        with open(folder / name, "a"):
            (folder / name).chmod(mode)
    (folder / "deep").chmod(0o7777)
    return course


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What Ben handed in, in a course of nothing else."""
    submitted.copy_as_new_files()
    folder = tmp_path / "submitted" / "ben" / NAME
    folder.mkdir(parents=True)
    return folder


def outcomes(course: Course) -> list[Path]:
    return [course.folder / name for name in ("autograded", "feedback")]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_no_step_of_grading_keeps_a_mode(course: Course) -> None:
    with watching(*outcomes(course)):
        assert "2 graded" in grade.run(course.folder, [NAME], 1, None, False, boxed.SANDBOXED)
        assert course.feedback("ada", NAME).reason == ""
    for student in ("ada", "ben"):
        assert course.mark(student, NAME) == Mark(25, 25, False)
    for folder in outcomes(course):
        assert (folder / "ada" / NAME / "deep" / "data.csv").exists()
        for parent, _, names in os.walk(folder):
            assert all(os.listxattr(os.path.join(parent, name)) == [] for name in names)


def autograde(course: Course, student: str) -> str:
    """What nbgrader's own command says; nothing is executed."""
    config = course.config.copy()
    config.Autograde.autograde_preprocessors = []
    directory = course._directory(assignment_id=NAME, student_id=student)
    result = capture_log(Autograde(coursedir=directory, config=config, force=True))
    return result.get("log", "") + result.get("error", "")


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (lambda folder, ours: os.symlink(ours, folder / "data.csv"), "'data.csv' is a link"),
        (lambda folder, ours: os.link(ours, folder / "data.csv"), "'data.csv' is a hard link"),
        (lambda folder, ours: os.mkfifo(folder / "data.csv"), "'data.csv' is neither a file"),
    ],
    ids=["link", "hard link", "pipe"],
)
def test_nothing_of_the_instructors_is_taken_beside_the_notebook(
    course: Course, what: Callable[[Path, Path], object], words: str
) -> None:
    ours = course.folder / "source" / NAME / f"{NAME}.ipynb"
    what(course.folder / "submitted" / "ben" / NAME, ours)
    assert f"left out beside the notebook: {words}" in autograde(course, "ben")
    autograded = course.folder / "autograded" / "ben" / NAME
    assert {path.name for path in autograded.iterdir()} == {f"{NAME}.ipynb", "timestamp.txt"}
    job = course.prepare("ben", NAME).jobs[NAME]
    assert words in job.left_out and "data.csv" not in job.files


def test_a_notebook_of_the_instructors_is_not_autograded(course: Course) -> None:
    ours = course.folder / "source" / NAME / f"{NAME}.ipynb"
    theirs = course.folder / "submitted" / "ben" / NAME / f"{NAME}.ipynb"
    theirs.unlink()
    theirs.hardlink_to(ours)
    words = f"'{NAME}.ipynb' is a hard link"
    assert words in autograde(course, "ben")
    assert not (course.folder / "autograded" / "ben" / NAME).exists()
    with pytest.raises(Problem, match=words):
        course.prepare("ben", NAME)


def test_a_notebook_that_becomes_a_link_is_not_read(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = course.folder / "submitted" / "ben" / NAME / f"{NAME}.ipynb"

    def swap(*_: object) -> None:
        """After the files beside it were copied."""
        path.unlink()
        path.symlink_to(course.folder / "source" / NAME / path.name)

    monkeypatch.setattr(Autograde, "_init_preprocessors", swap)
    assert f"'{NAME}.ipynb' is a link" in autograde(course, "ben")
    assert not (course.folder / "autograded" / "ben" / NAME).exists()


UNREAD = {
    "megabytes": "1 " * (5 << 20),
    "101 bytes": "2026-01-01 00:00:00 UTC".ljust(101),
    "a terabyte": 1 << 40,
    "no time": "the day before\0",
    "no text": b"\xff\xfe",
    "a number": "9" * 99,
    "a file as zone": "2026-01-01 00:00:00 /proc/kmsg",
    "a path as zone": "2026-01-01 00:00:00 ../../../proc/kmsg",
    "before all time": "0001-01-01 00:00:00 +99999999",
    "nothing": "",
}


def write(timestamp: Path, content: str | bytes | int) -> None:
    timestamp.write_bytes(content.encode() if isinstance(content, str) else b"")
    if isinstance(content, bytes):
        timestamp.write_bytes(content)
    if isinstance(content, int):
        os.truncate(timestamp, content)


@pytest.mark.parametrize("content", UNREAD.values(), ids=UNREAD)
def test_what_is_no_time_is_not_parsed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, content: str | bytes | int, record_property
) -> None:
    record_property("attacks: files", 1)
    write(folder / "timestamp.txt", content)
    parsed = []
    parse = submitted.parse_utc
    monkeypatch.setattr(
        submitted, "parse_utc", lambda text, zone: (parsed.append(text), parse(text, zone))[1]
    )
    directory = CourseDirectory(root=str(folder.parents[2]))
    api = NbGraderAPI(coursedir=directory)
    assert directory.get_existing_timestamp(str(folder)) is None
    assert api.get_submitted_timestamp(NAME, "ben") is None
    assert all(len(text) <= 100 and "/" not in text for text in parsed)


@pytest.mark.parametrize("kind", [os.mkfifo, lambda path: path.symlink_to("/dev/zero"), Path.mkdir])
def test_what_is_no_file_is_not_read_as_a_time(folder: Path, kind: Callable) -> None:
    kind(folder / "timestamp.txt")
    assert submitted.submitted_at(folder) is None


def test_a_folder_is_no_time_whatever_its_size(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "timestamp.txt").mkdir()
    monkeypatch.setattr(
        opened, "_pieces", lambda file, *_: os.read(file, 1)
    )  # on XFS it has 6 bytes
    assert submitted.submitted_at(folder) is None


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-05 17:00:00.123456 UTC",
        "2026-03-05 18:00:00.123456 Europe/Berlin",
        "2026-03-05 18:00:00.123456 +3600",
        "2026-03-05 18:00:00.123456 CET",
        "2026-03-05 12:00:00.123456 EST",
        " 2026-03-05T17:00:00.123456Z\n",
        "1772730000.123456",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_times_are_read_as_they_were_written(folder: Path, text: str, encoding: str) -> None:
    (folder / "timestamp.txt").write_text(text, encoding=encoding)
    expected = datetime.datetime(2026, 3, 5, 17, 0, 0, 123456)
    assert submitted.submitted_at(folder) == expected


def test_a_time_in_latin_1_is_read(folder: Path) -> None:
    (folder / "timestamp.txt").write_bytes(b"2026-07-05 18:00\xa0CEST")
    assert submitted.submitted_at(folder) == datetime.datetime(2026, 7, 5, 16)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"yesterday", "'yesterday' is no date and time; write a date"),
        (b"\xff\xfe2", "timestamp.txt is not read"),
        (b"", "it is empty"),
        (b"2026-07-05 18:00 IST", "several time zones are called IST; write it like"),
        (b"1 " * (1 << 19), "larger than 100 bytes"),
        (None, "'timestamp.txt' is a folder"),
    ],
)
def test_a_time_that_cannot_be_read_is_said(
    folder: Path, content: bytes | None, words: str
) -> None:
    timestamp = folder / "timestamp.txt"
    timestamp.mkdir() if content is None else timestamp.write_bytes(content)
    moment, said = submitted.read_timestamp(folder)
    assert moment is None
    assert "so that nothing is late" in said and words in said and "\n" not in said
