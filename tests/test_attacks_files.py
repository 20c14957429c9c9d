"""Hostile files: each file of attacks/files is a submission that is copied, and what must come of it.

An attack damages what was handed in, or changes it `meanwhile`, before any one step of the copying. It
has words of the REASON why nothing is copied, or all is copied. The copies are always new files,
which nobody but their owner can write, of what the student owned: at no time anything else.
"""

import contextlib
import errno
import itertools
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from course.grading import opened
from course.grading.problem import Problem
from helpers import ordinary
from helpers.hostile import load

ATTACKS = sorted((Path(__file__).parent / "attacks" / "files").glob("*.py"))
SECRET = "the solution"
MOST = 1_000_000
STEPS = ("open", "scandir", "stat", "fstat", "read")
"""Of the system, between which a student can change what lies there."""

LONGEST_PATH = 4_000
"""Bytes of a path that the system looks up."""

AS_ROOT = os.geteuid() == 0


DAMAGE, MEANWHILE = (
    [path for path in ATTACKS if hasattr(load(path), kind)] for kind in ("damage", "meanwhile")
)


@pytest.fixture
def submission(tmp_path: Path) -> Path:
    """An honest one, and beside it the instructor's secret."""
    (tmp_path / "instructor").mkdir()
    (tmp_path / "instructor" / "secret.txt").write_text(SECRET)
    return hand_in(tmp_path / "inbound" / "ada")


def hand_in(folder: Path) -> Path:
    for name in ("01.ipynb", "data.csv", "inner/more.csv"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
        give(folder / name)
    give(folder / "inner")
    give(folder)
    return folder


def give(path: Path) -> None:
    """Let a file or folder be the student's, where root can give it away."""
    if AS_ROOT:
        os.lchown(path, ordinary.UID, ordinary.UID)


def attack(action: Callable[[Path], None], submission: Path) -> None:
    """Let ``action`` change what lies there; what it makes is the student's."""
    try:
        action(submission)
    except OSError as error:
        if error.errno == errno.ENOTSUP:
            pytest.skip(f"this file system keeps no attributes: {error}")
        raise
    for folder, *names in os.walk(submission):
        for path in (Path(folder, name) for name in itertools.chain(*names)):
            if len(str(path)) > LONGEST_PATH:
                return
            status = path.lstat()
            own = stat.S_ISREG(status.st_mode) and status.st_nlink == 1
            if stat.S_ISDIR(status.st_mode) or own and status.st_size != len(SECRET):
                give(path)
                path.chmod(stat.S_IMODE(status.st_mode))  # giving takes bits away


def the_students(path: str, status: os.stat_result) -> bool:
    """As `Collect` asks it: all of it belongs to who handed it in."""
    if AS_ROOT and status.st_uid != ordinary.UID:
        raise Problem(f"{path!r} does not belong to who handed it in")
    return True


def copy(submission: Path, to: Path) -> str:
    """Copy it, and say why not; '' if all was copied."""
    try:
        with opened.folder(submission) as folder:
            opened.copy(folder, to, the_students, MOST)
    except Problem as problem:
        return str(problem)
    return ""


def require_new_files(to: Path) -> None:
    """Nothing but files and folders that are as if the instructor had made them."""
    mask = os.umask(0)
    os.umask(mask)
    for folder, folders, names in os.walk(to):
        for path in [Path(folder), *(Path(folder, name) for name in (*folders, *names))]:
            status = path.lstat()
            expected = (
                stat.S_IFDIR | 0o755 if stat.S_ISDIR(status.st_mode) else stat.S_IFREG | 0o644
            )
            assert oct(status.st_mode) == oct(expected & ~mask), path
            assert status.st_uid == os.geteuid()
            assert os.listxattr(path) == []
        for name in names:
            path = Path(folder, name)
            assert path.lstat().st_nlink == 1
            assert path.read_bytes() != SECRET.encode(), path


@contextlib.contextmanager
def before_each_step(action: Callable[[int], None]) -> Iterator[None]:
    """Call ``action`` with its number before each step of what opens files."""
    numbers = itertools.count()

    class System:
        def __getattr__(self, name: str) -> object:
            it = getattr(os, name)
            if name not in STEPS:
                return it

            def step(*arguments: object, **by_name: object) -> object:
                action(next(numbers))
                return it(*arguments, **by_name)

            return step

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opened, "os", System())
        yield


@pytest.mark.parametrize("path", DAMAGE, ids=lambda path: path.stem)
def test_what_is_copied_is_as_if_the_instructor_had_made_it(
    submission: Path, tmp_path: Path, path: Path, record_property
) -> None:
    record_property("attacks: files", 1)
    module, to = load(path), tmp_path / "copy"
    if getattr(module, "KEEPS_OWNERS", False) and not AS_ROOT:
        pytest.skip("one user's files are all the student's")
    attack(module.damage, submission)
    with before_each_step(lambda number: number > 200 or require_new_files(to)):
        reason = copy(submission, to)
    require_new_files(to)
    if expected := getattr(module, "REASON", ""):
        assert expected in reason and reason.isprintable()
    else:
        assert reason == ""
        assert files(to) == files(submission)


@pytest.mark.parametrize("path", MEANWHILE, ids=lambda path: path.stem)
def test_what_changes_while_it_is_copied_is_not_copied_instead(
    tmp_path: Path, path: Path, record_property
) -> None:
    record_property("attacks: files", 1)
    module = load(path)
    if getattr(module, "KEEPS_OWNERS", False) and not AS_ROOT:
        pytest.skip("one user's files are all the student's")
    reasons = []
    for step in itertools.count():
        place, changed = tmp_path / str(step), []
        (place / "instructor").mkdir(parents=True)
        (place / "instructor" / "secret.txt").write_text(SECRET)
        submission, to = hand_in(place / "inbound" / "ada"), place / "copy"
        honest = files(submission)

        def before(number: int) -> None:
            require_new_files(to)  # noqa: B023
            if number == step:  # noqa: B023
                changed.append(number)  # noqa: B023
                attack(module.meanwhile, submission)  # noqa: B023

        with before_each_step(before):
            reason = copy(submission, to)
        require_new_files(to)
        assert reason.isprintable()
        assert reason or files(to) == honest or path.stem == "is_taken_away"
        if not changed:
            break
        reasons.append(reason)
    assert len(reasons) > 15, "the steps are not seen"
    harmless = path.stem == "becomes_set_user_id"
    assert any(reasons) != harmless


def test_a_submission_that_cannot_be_copied_at_once_leaves_nothing_open(submission: Path) -> None:
    before = set(os.listdir("/proc/self/fd"))
    (submission / "inner" / "pipe").symlink_to("nowhere")
    assert copy(submission, submission.with_name("copy"))
    assert set(os.listdir("/proc/self/fd")) == before


def test_a_file_that_is_there_is_replaced_and_never_written_to(
    submission: Path, tmp_path: Path
) -> None:
    to = tmp_path / "copy"
    to.mkdir(mode=0o755)
    (to / "data.csv").symlink_to(tmp_path / "instructor" / "secret.txt")
    assert copy(submission, to) == ""
    require_new_files(to)
    assert (tmp_path / "instructor" / "secret.txt").read_text() == SECRET


def test_a_file_of_another_is_read_as_far_as_it_may_be_large(submission: Path) -> None:
    assert opened.read(submission / "data.csv", 8) == b"data.csv"
    with pytest.raises(Problem, match="'data.csv' is larger than 7 bytes"):
        opened.read(submission / "data.csv", 7)


def test_names_that_are_ignored_are_not_copied(submission: Path, tmp_path: Path) -> None:
    with opened.folder(submission) as folder:
        opened.copy(folder, tmp_path / "copy", opened.unlike(["*.csv"]), MOST)
        assert opened.contents(folder, opened.unlike(["inner", "*.ipynb"]), MOST) == {
            "data.csv": b"data.csv"
        }
    assert files(tmp_path / "copy") == {"01.ipynb": b"01.ipynb"}


def files(folder: Path) -> dict[str, bytes]:
    """The contents of all files below ``folder``, by path."""
    return {
        os.path.relpath(os.path.join(parent, name), folder): Path(parent, name).read_bytes()
        for parent, _, names in os.walk(folder)
        for name in names
    }
