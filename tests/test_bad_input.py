"""What `course report` and `course export` answer where they cannot do what was asked: one line.

Each time the file that was there is as it was, and nothing half written lies beside it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from course.classroom import command
from helpers import gradebooks, ordinary
from helpers.gradebooks import NAME

pytestmark = pytest.mark.slow

REPORT = ["report", "--to"]
EXPORT = ["export", "--format", "csv", "--to"]
BEFORE = "what was there before"
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="mounting a small disk takes root")


@pytest.fixture(scope="session")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course folder with one graded submission."""
    folder = tmp_path_factory.mktemp("graded")
    with gradebooks.make(folder, NAME) as gradebook:
        gradebooks.grade(folder, gradebook, "ada", NAME)
    return folder


@pytest.fixture
def folder(graded: Path, tmp_path: Path) -> Path:
    """A course folder of one's own."""
    return Path(shutil.copytree(graded, tmp_path / "course"))


Answer = tuple[int | str | None, str]


@pytest.fixture
def course(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Answer]:
    """Runs the command in a folder; what it ends with, and what it printed."""

    def run(folder: Path, *arguments: object) -> Answer:
        monkeypatch.chdir(folder)
        monkeypatch.setattr(sys, "argv", ["course", *map(str, arguments)])
        try:
            command.main()
        except SystemExit as end:
            return end.code, capsys.readouterr().err
        return 0, capsys.readouterr().out

    return run


def no_settings(folder: Path) -> None:
    (folder / "nbgrader_config.py").unlink()


def settings_that_stop(folder: Path) -> None:
    (folder / "nbgrader_config.py").write_text("c = get_config(\n", encoding="utf-8")


def no_gradebook(folder: Path) -> None:
    (folder / "gradebook.db").unlink()


def empty_gradebook(folder: Path) -> None:
    (folder / "gradebook.db").write_bytes(b"")


def gradebook_without_anybody(folder: Path) -> None:
    (folder / "gradebook.db").unlink()
    shutil.rmtree(folder / "submitted")
    shutil.rmtree(folder / "source")
    with gradebooks.make(folder, NAME):
        pass


def gradebook_that_is_none(folder: Path) -> None:
    (folder / "gradebook.db").write_bytes(b"not a database " * 1000)


def gradebook_cut_off(folder: Path) -> None:
    whole = (folder / "gradebook.db").read_bytes()
    (folder / "gradebook.db").write_bytes(whole[: len(whole) // 2])


def nothing_graded(folder: Path) -> None:
    (folder / "gradebook.db").unlink()
    shutil.rmtree(folder / "source")
    with gradebooks.make(folder, NAME):
        pass


def no_source(folder: Path) -> None:
    shutil.rmtree(folder / "source")


def graded_notebook(folder: Path) -> Path:
    return folder / "autograded" / "ada" / NAME / f"{NAME}.ipynb"


def source_cut_off(folder: Path) -> None:
    path = folder / "source" / NAME / f"{NAME}.ipynb"
    path.write_text(path.read_text(encoding="utf-8")[:9999], encoding="utf-8")


def notebook_cut_off(folder: Path) -> None:
    path = graded_notebook(folder)
    path.write_text(path.read_text(encoding="utf-8")[:9999], encoding="utf-8")


def notebook_of_another_kind(folder: Path) -> None:
    graded_notebook(folder).write_text('{"cells": [{"metadata": 3}]}', encoding="utf-8")


def notebook_without_end(folder: Path) -> None:
    graded_notebook(folder).write_text("[" * 100_000, encoding="utf-8")


BOTH = [
    (no_settings, "no nbgrader_config.py in"),
    (settings_that_stop, "nbgrader_config.py stops with SyntaxError"),
    (no_gradebook, "gradebook.db; run: nbgrader generate_assignment"),
    (empty_gradebook, "no assignment is in the gradebook; run: nbgrader generate_assignment"),
    (gradebook_without_anybody, "nobody is in the gradebook, and nothing in submitted/"),
    (gradebook_that_is_none, "file is not a database"),
    (gradebook_cut_off, "database disk image is malformed"),
]
OF_A_REPORT = [
    (nothing_graded, f"nothing is graded yet; run: course grade {NAME}"),
    (no_source, f"source/{NAME}/{NAME}.ipynb."),
    (source_cut_off, f"source/{NAME}/{NAME}.ipynb: not valid JSON"),
    (notebook_cut_off, f"autograded/ada/{NAME}/{NAME}.ipynb; run: course grade {NAME}"),
    (notebook_of_another_kind, f"run: course grade {NAME}"),
    (notebook_without_end, f"run: course grade {NAME}"),
]


@pytest.mark.parametrize(
    ("verb", "damage", "words"),
    [(REPORT, *case) for case in BOTH + OF_A_REPORT] + [(EXPORT, *case) for case in BOTH],
    ids=lambda value: getattr(value, "__name__", value[0] if isinstance(value, list) else ""),
)
def test_a_course_that_cannot_be_read(
    folder: Path,
    course: Callable[..., Answer],
    verb: list[str],
    damage: Callable[[Path], None],
    words: str,
) -> None:
    damage(folder)
    target = folder / "file"
    target.write_text(BEFORE, encoding="utf-8")
    names = {path.name for path in folder.iterdir()}
    answer, _ = course(folder, *verb, target)
    check_answer(answer, f"course {verb[0]}: ", words)
    assert target.read_text(encoding="utf-8") == BEFORE
    assert {path.name for path in folder.iterdir()} == names


def check_answer(answer: int | str | None, start: str, words: str) -> None:
    """One line on stderr and exit status 1, as `sys.exit` makes of a text."""
    assert isinstance(answer, str), answer
    assert answer.startswith(start)
    assert words in answer
    assert len(answer.splitlines()) == 1


def test_an_assignment_that_nobody_knows(folder: Path, course: Callable[..., Answer]) -> None:
    answer, _ = course(folder, "report", NAME, "05-nothing")
    assert answer == (f"course report: 05-nothing is not in the gradebook, which knows {NAME}.")
    assert not (folder / "report.html").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["export"], "--format, --to"),
        (["export", "--format", "odd", "--to", "x"], "odd"),
        (["report", "--to"], "--to"),
        (["grade", NAME, "-j", "0"], "'0' is no number of notebooks; name one from 1 up"),
        (["grade", NAME, "-j", "many"], "'many' is no number of notebooks; name one from 1 up"),
    ],
)
def test_wrong_options(
    folder: Path, course: Callable[..., Answer], arguments: list[str], words: str
) -> None:
    status, told = course(folder, *arguments)
    assert status == 2
    assert words in told
    assert len(told.splitlines()) == 1


@pytest.mark.parametrize("verb", [REPORT, EXPORT], ids=["report", "export"])
class TestAFileThatCannotBeWritten:
    @pytest.mark.parametrize(
        ("to", "words"),
        [
            (".", "cannot write .: it is there, and no file; name a file."),
            ("/dev/full", "cannot write /dev/full: it is there, and no file"),
            ("nowhere/file", "cannot write nowhere/file: there is no folder"),
            ("file/file", "cannot write file/file: there is no folder"),
            ("x" * 300, "File name too long"),
        ],
        ids=["folder", "device", "no folder", "below a file", "long name"],
    )
    def test_by_its_name(
        self, folder: Path, course: Callable[..., Answer], verb: list[str], to: str, words: str
    ) -> None:
        (folder / "file").write_text(BEFORE, encoding="utf-8")
        names = {path.name for path in folder.iterdir()}
        answer, _ = course(folder, *verb, to)
        check_answer(answer, f"course {verb[0]}: ", words)
        assert {path.name for path in folder.iterdir()} == names
        assert Path("/dev/full").is_char_device()

    @as_root
    def test_by_a_full_disk(
        self, folder: Path, course: Callable[..., Answer], verb: list[str], small_disk: Path
    ) -> None:
        target = small_disk / "file"
        target.write_text(BEFORE, encoding="utf-8")
        (small_disk / "filling").write_bytes(bytes(os.statvfs(small_disk).f_bavail * 4096))
        answer, _ = course(folder, *verb, target)
        assert answer == (f"course {verb[0]}: cannot write {target}: No space left on device.")
        assert target.read_text(encoding="utf-8") == BEFORE
        assert {path.name for path in small_disk.iterdir()} == {"file", "filling"}

    def test_by_its_rights(self, graded: Path, verb: list[str]) -> None:
        with tempfile.TemporaryDirectory() as everybodys:
            folder = Path(shutil.copytree(graded, f"{everybodys}/course"))
            (folder / "file").write_text(BEFORE, encoding="utf-8")
            os.chmod(everybodys, 0o755)
            os.chmod(folder / "file", 0o444)
            os.chmod(folder, 0o555)
            for target in ("file", "another"):
                told = as_somebody_else(folder, *verb, target)
                assert told == f"course {verb[0]}: cannot write {target}: Permission denied.\n"
            assert (folder / "file").read_text(encoding="utf-8") == BEFORE
            assert not (folder / "another").exists()
            os.chmod(folder, 0o755)


def as_somebody_else(folder: Path, *arguments: str) -> str:
    """What the command says to somebody who is not root and may not write here."""
    code = "from course.classroom.command import main; main()"
    argv = [sys.executable, "-c", code, *arguments]
    if os.geteuid() == 0:
        argv = ordinary.command(argv)
    run = subprocess.run(argv, cwd=folder, capture_output=True, text=True)
    assert run.returncode == 1
    return run.stderr


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], check=True)
    yield disk
    subprocess.run(["umount", disk], check=True)


@pytest.mark.parametrize("verb", [REPORT, EXPORT], ids=["report", "export"])
def test_a_file_that_is_there_is_replaced_and_a_link_leads_to_it(
    folder: Path, course: Callable[..., Answer], verb: list[str]
) -> None:
    (folder / "file").write_text(BEFORE, encoding="utf-8")
    (folder / "link").symlink_to("file")
    status, told = course(folder, *verb, "link")
    assert status == 0
    assert told.startswith("link: ")
    assert (folder / "link").is_symlink()
    assert BEFORE not in (folder / "file").read_text(encoding="utf-8")
    assert "ada" in (folder / "file").read_text(encoding="utf-8") or verb is REPORT


def test_ctrl_c_leaves_the_file_as_it_was(
    folder: Path, course: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    (folder / "file").write_text(BEFORE, encoding="utf-8")
    monkeypatch.setattr(os, "replace", interrupted)
    answer, _ = course(folder, *REPORT, "file")
    assert answer == "course report: stopped. Nothing was written."
    assert (folder / "file").read_text(encoding="utf-8") == BEFORE
    assert not (folder / "file.part").exists()
