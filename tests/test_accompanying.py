"""What lies beside a notebook costs no mark: it is taken as far as it can be, and the rest is said."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from course.grading import names, opened
from course.grading.accompanying import MOST_BYTES, MOST_TOLD, Accompanying
from course.grading.problem import Problem

NOTEBOOK = "01.ipynb"
OWN = {"data.csv": b"the student's", "inner/more.csv": b"more"}
"""What everybody here hands in beside the notebook."""


@pytest.fixture
def submission(tmp_path: Path) -> Path:
    folder = tmp_path / "submitted"
    for name, content in {NOTEBOOK: b"{}", **OWN}.items():
        put(folder / name, content)
    return folder


def put(path: Path, content: bytes = b"x") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def sparse(path: Path, size: int) -> None:
    put(path)
    os.truncate(path, size)


def taken(submission: Path, given: dict[str, Path] | None = None) -> tuple[dict[str, bytes], str]:
    """What is taken, which is the same when it is copied."""
    beside = Accompanying((".ipynb_checkpoints", "*.pyc", "*.ipynb"), given or {})
    found, said = beside.contents(submission)
    copy = submission.with_name("copy")
    assert beside.copy(submission, copy) == said
    copied = {
        path.relative_to(copy).as_posix(): path.stat().st_size
        for path in copy.rglob("*")
        if path.is_file()
    }
    own = {name: len(content) for name, content in found.items() if name not in (given or {})}
    assert copied == own
    return found, said


BESIDE = {  # what is added, and what is said; all that everybody hands in is taken with each
    "nothing": (lambda folder: None, ""),
    "an empty folder": (lambda folder: (folder / "empty").mkdir(), ""),
    "checkpoints": (lambda folder: put(folder / ".ipynb_checkpoints" / "a.csv"), ""),
    "another notebook": (lambda folder: put(folder / "Untitled.ipynb"), ""),
    "33 MB": (
        lambda folder: sparse(folder / "big.bin", 33 << 20),
        "with 'big.bin' the files handed in are larger than 32 MB",
    ),
    "33 MB before all else": (
        lambda folder: sparse(folder / "a.bin", 33 << 20),
        "with 'a.bin' the files handed in are larger than 32 MB",
    ),
    "a terabyte": (lambda folder: sparse(folder / "big.bin", 1 << 40), "'big.bin'"),
    "2,000 files": (
        lambda folder: [put(folder / "many" / f"{n:04}") for n in range(2_000)],
        "more than 1,000 files were handed in, those from 'many/0995' on",
    ),
    "2,000 files before all else": (
        lambda folder: [put(folder / ".many" / f"{n:04}") for n in range(2_000)],
        "more than 1,000 files were handed in, those from '.many/0995' on",
    ),
    "a link": (lambda folder: (folder / "b.csv").symlink_to("/etc/passwd"), "'b.csv' is a link"),
    "a linked folder": (lambda folder: (folder / "b").symlink_to("/etc"), "'b' is a link"),
    "a hard link": (
        lambda folder: (folder / "b.csv").hardlink_to(folder / NOTEBOOK),
        "'b.csv' is a hard link",
    ),
    "a pipe": (lambda folder: os.mkfifo(folder / "b"), "'b' is neither a file nor a folder"),
    "deep folders": (
        lambda folder: (folder / "/".join("d" * 60)).mkdir(parents=True),
        "folders lie in folders, more than 50 deep",
    ),
    ".git": (lambda folder: put(folder / ".git" / "a"), "'.git' is a folder of programs"),
    ".venv": (lambda folder: put(folder / ".venv" / "a"), "'.venv' is a folder of programs"),
    "node_modules": (
        lambda folder: put(folder / "inner" / "node_modules" / "a"),
        "'inner/node_modules' is a folder of programs",
    ),
    "__pycache__": (lambda folder: put(folder / "__pycache__" / "a"), "'__pycache__' is a folder"),
    "a time that is a folder": (lambda folder: (folder / "timestamp.txt").mkdir(), ""),
}


@pytest.mark.parametrize(("damage", "words"), BESIDE.values(), ids=BESIDE)
def test_all_else_is_taken_and_what_is_not_is_said(
    submission: Path, damage: Callable[[Path], object], words: str
) -> None:
    damage(submission)
    found, said = taken(submission)
    assert OWN.items() <= found.items()
    assert NOTEBOOK not in found
    assert words in said and bool(words) == bool(said)
    assert said.isprintable()


def test_a_file_of_few_bytes_is_taken_behind_one_of_too_many(submission: Path) -> None:
    sparse(submission / "a.bin", MOST_BYTES - 100)
    sparse(submission / "b.bin", 101)
    found, said = taken(submission)
    assert "a.bin" in found and "data.csv" in found
    assert "with 'b.bin'" in said


def test_few_are_named_of_many(submission: Path) -> None:
    for number in range(9):
        (submission / f"{number}.csv").symlink_to("nowhere")
    _, said = taken(submission)
    assert said.count("is a link") == MOST_TOLD
    assert said.endswith("; and 6 more")


def test_what_nbgrader_looks_for_is_taken_whatever_else_there_is(submission: Path) -> None:
    for number in range(1_000):
        put(submission / f"{number:04}.csv")
    for name in opened.NBGRADERS:
        put(submission / name)
    assert {*opened.NBGRADERS} <= taken(submission)[0].keys()


class TestTheInstructorsOwn:
    """Files that lie beside the source notebook."""

    @pytest.fixture
    def given(self, tmp_path: Path) -> dict[str, Path]:
        names = ("data.csv", "tables/a.csv")
        for name in names:
            put(tmp_path / "source" / name, b"the instructor's")
        return {name: tmp_path / "source" / name for name in names}

    def test_stand_in_place_of_a_students(self, submission: Path, given: dict[str, Path]) -> None:
        found, said = taken(submission, given)
        assert found["data.csv"] == found["tables/a.csv"] == b"the instructor's"
        assert found["inner/more.csv"] == OWN["inner/more.csv"]
        assert said == ""

    def test_are_there_when_a_students_has_grown(
        self, submission: Path, given: dict[str, Path]
    ) -> None:
        sparse(submission / "data.csv", 1 << 40)
        assert taken(submission, given)[1] == ""

    def test_are_there_when_a_folder_has_their_name(
        self, submission: Path, given: dict[str, Path]
    ) -> None:
        (submission / "data.csv").unlink()
        put(submission / "data.csv" / "x")
        put(submission / "tables", b"a file")
        found, said = taken(submission, given)
        assert found["data.csv"] == found["tables/a.csv"] == b"the instructor's"
        assert "'data.csv' is a folder, and should be the file of that name" in said
        assert "'tables' is a file, and should be the folder of that name" in said

    def test_are_the_instructors_to_mend(self, submission: Path, given: dict[str, Path]) -> None:
        sparse(given["data.csv"], MOST_BYTES + 1)
        with pytest.raises(Problem, match="the course's own files for it are larger than 32 MB"):
            Accompanying((), given).contents(submission)


def test_of_too_many_the_same_are_taken_wherever_they_lie(
    submission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened, "MOST_FILES", 6)
    for name in ("z.csv", "b.csv", "c.csv", ".hidden/a.csv", "inner/a.csv", "aa/a.csv"):
        put(submission / name)
    found, _ = taken(submission)
    assert sorted(found) == ["b.csv", "c.csv", "data.csv", "z.csv"]


@pytest.mark.parametrize(
    ("students", "refused"),
    [
        (["ada", "Ada", "ben"], {}),
        (["ada", "ada "], {"ada ": "rename it to 'ada'", "ada": "looks the same"}),
        (["ada", "\u00a0ben\u2003"], {"\u00a0ben\u2003": "rename it to 'ben'"}),
        ([".ipynb_checkpoints", ".git", "ada"], {".ipynb_checkpoints": "hidden", ".git": "hidden"}),
        (
            ["jose\u0301", "jos\u00e9"],
            {"jose\u0301": "looks the same", "jos\u00e9": "looks the same"},
        ),
        (["jose\u0301", "ada"], {}),
    ],
)
def test_folders_that_are_no_students_are_told_by_their_names(
    students: list[str], refused: dict[str, str]
) -> None:
    told = names.refused(students)
    assert told.keys() == refused.keys()
    assert all(words in told[name] for name, words in refused.items())
