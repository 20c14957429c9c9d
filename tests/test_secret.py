"""The secret of a course, and what of it each submission is judged with."""

import atexit
import itertools
import os
import stat
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import numpy as np
import pytest

from course.check import problems
from course.grading import secret, workers
from course.grading.job import APART, PACKAGE, Job
from course.grading.problem import Problem
from course.grading.workers import Settings
from helpers.boxed import SANDBOXED

atexit.register(workers.close)

NOTEBOOK = '{"cells": []}'
KEY = secret.of_submission(b"s" * 32, NOTEBOOK, {})


def test_a_secret_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    made = secret.of_course(tmp_path)
    assert secret.of_course(tmp_path) == made and len(made) >= 16
    assert stat.S_IMODE((tmp_path / secret.FILE).stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == [secret.FILE]


def test_no_two_courses_have_the_same(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    assert len(set(map(secret.of_course, folders))) == 2


def test_commands_that_grade_at_once_have_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(secret.of_course, [tmp_path] * 64))) == 1
    assert os.listdir(tmp_path) == [secret.FILE]


@pytest.mark.parametrize("content", ["", "00", "no number", "0" * 63, "é" * 64])
def test_a_damaged_secret_is_said_and_kept(tmp_path: Path, content: str) -> None:
    path = tmp_path / secret.FILE
    path.write_text(content, encoding="utf-8")
    with pytest.raises(Problem, match="is damaged; delete it, and what was graded is graded anew"):
        secret.of_course(tmp_path)
    assert path.read_text(encoding="utf-8") == content


def test_a_secret_that_cannot_be_read_or_made_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / secret.FILE).mkdir()
    for folder in (tmp_path, tmp_path / "missing"):
        with pytest.raises(
            Problem, match=r"cannot be used: .*; whoever grades needs to read it\.$"
        ):
            secret.of_course(folder)


def test_git_leaves_the_secret_alone(tmp_path: Path) -> None:
    root = PACKAGE.parent
    names = [secret.FILE, f".{secret.FILE}-unfinished"]
    argv = ["git", "-C", str(root), "check-ignore", *names]
    if not (root / ".git").exists():
        pytest.skip("the course was unpacked without git")
    assert subprocess.run(argv, capture_output=True, text=True).stdout.split() == names


@pytest.mark.parametrize(
    "other",
    [
        secret.of_submission(b"t" * 32, NOTEBOOK, {}),
        secret.of_submission(b"s" * 32, '{"cells": [] }', {}),
        secret.of_submission(b"s" * 32, NOTEBOOK, {"a": b""}),
    ],
    ids=["secret", "notebook", "file"],
)
def test_another_secret_or_submission_has_another_key(other: str) -> None:
    assert other != KEY and len(other) == 64


def test_files_are_not_taken_for_each_other() -> None:
    handed_in = ({"a": b"bc"}, {"ab": b"c"}, {"a": b"b", "c": b""}, {"c": b"", "a": b""})
    keys = {secret.of_submission(b"s" * 32, NOTEBOOK, files) for files in handed_in}
    assert len(keys) == len(handed_in)


def test_the_same_submission_has_the_same_key() -> None:
    assert secret.of_submission(b"s" * 32, NOTEBOOK, {}) == KEY
    files = {"a": b"1", "b": b"2"}
    assert secret.of_submission(b"s" * 32, NOTEBOOK, files) == secret.of_submission(
        b"s" * 32, NOTEBOOK, dict(reversed(files.items()))
    )


def test_a_job_does_not_show_its_key() -> None:
    job = Job(NOTEBOOK, key=KEY)
    assert KEY not in repr(job) and KEY not in job.digest()


def drawn(seed: int | None) -> list[float]:
    """Rides, and numbers that a check draws itself."""
    return [*np.ravel(problems.rides(seed)), *problems.generator(seed, in_class=3).normal(size=3)]


class TestWhatIsDrawn:
    def test_depends_on_the_key_while_a_submission_is_graded(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        found = [drawn(11)]
        for key in (KEY, secret.of_submission(b"t" * 32, NOTEBOOK, {})):
            monkeypatch.setenv("GRADING_KEY", key)
            found.append(drawn(11))
            assert drawn(11) == found[-1]
        for one, other in itertools.combinations(found, 2):
            assert not set(one) & set(other)

    def test_is_the_class_s_own_without_a_seed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        before = drawn(None)
        monkeypatch.setenv("GRADING_KEY", KEY)
        assert drawn(None) == before

    def test_is_in_no_table_of_seeds(self, monkeypatch: pytest.MonkeyPatch) -> None:
        table = {x for seed in range(4096) for x in problems.rides(seed)[0]}
        monkeypatch.setenv("GRADING_KEY", KEY)
        assert not any(x in table for seed in range(1, 64) for x in problems.rides(seed)[0])


LOOK_FOR_THE_KEY = """
import gc, os, pathlib
environments = [path.read_bytes() for path in pathlib.Path("/proc").glob("[0-9]*/environ")
                if os.access(path, os.R_OK)]
found = [dict(os.environ), environments, [o for o in gc.get_objects() if type(o) is dict]]
print(any(word in repr(found) for word in ("GRADING" + "_KEY", KEY[:8] + KEY[8:])))
"""


@pytest.mark.slow
def test_the_examiner_has_the_key_and_the_students_code_has_not() -> None:
    look = LOOK_FOR_THE_KEY.replace("KEY[:8] + KEY[8:]", f"{KEY[:8]!r} + {KEY[8:]!r}")
    test = "import os\nprint(os.environ['GRADING_KEY'])"
    cells = [nbformat.v4.new_code_cell(code) for code in (look, test)]
    cells[1].metadata["nbgrader"] = {"grade_id": "t", "grade": True, "locked": True, "points": 1}
    notebook = nbformat.writes(nbformat.v4.new_notebook(cells=cells))
    done = workers.execute(Settings(sandboxed=SANDBOXED), Job(notebook, key=KEY, way=APART))
    outputs = [cell.outputs[0].text for cell in nbformat.reads(done.notebook, as_version=4).cells]
    assert outputs == ["False\n", f"{KEY}\n"]
