"""A learner on their own: a copy that nothing writes over, and the solution after the work."""

import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from course.classroom import lab, notebooks, solution
from course.classroom.demo import roster
from course.classroom.demo.roster import Student
from course.grading.problem import Problem

NAME = "01-by-hand"
DILIGENT = Student("ada", "", right=("*",), answers=(), damage={})
COMMAND = Path(sys.executable).with_name("course")


@pytest.fixture
def release(tmp_path: Path) -> Path:
    return shutil.copytree(lab.RELEASE, tmp_path / "release")


@pytest.fixture
def work(tmp_path: Path) -> Path:
    return tmp_path / "work"


def own(work: Path) -> Path:
    return work / NAME / f"{NAME}.ipynb"


def test_the_first_copy_has_every_notebook(release: Path, work: Path) -> None:
    lab.copy_new(release, work)
    assert sorted(path.name for path in work.rglob("*.ipynb")) == [
        f"{name}.ipynb" for name in notebooks.assignments()
    ]


def test_a_later_release_overwrites_nothing_and_brings_what_is_new(
    release: Path, work: Path
) -> None:
    lab.copy_new(release, work)
    own(work).write_text("hours of work")
    (release / NAME / f"{NAME}.ipynb").write_text("a later version")
    (release / "05-more").mkdir()
    (release / "05-more" / "05-more.ipynb").write_text("a new notebook")
    lab.copy_new(release, work)
    assert own(work).read_text() == "hours of work"
    assert (work / "05-more" / "05-more.ipynb").read_text() == "a new notebook"


@pytest.mark.slow
class TestTheSolution:
    def test_is_put_beside_once_every_visible_test_passes(self, release: Path, work: Path) -> None:
        lab.copy_new(release, work)
        complete(own(work))
        beside = solution.solution(NAME, release, work)
        assert beside.parent == own(work).parent
        assert beside.read_bytes() == notebooks.path(NAME).read_bytes()

        beside.write_text("with notes of mine")
        assert solution.solution(NAME, release, work) == beside
        assert beside.read_text() == "with notes of mine"

    def test_is_not_shown_before(self, release: Path, work: Path) -> None:
        lab.copy_new(release, work)
        complete(own(work), but="train_wb")
        with pytest.raises(Problem, match="do not pass yet: test-train_wb. Run them in 01"):
            solution.solution(NAME, release, work)
        assert [path.name for path in own(work).parent.iterdir()] == [own(work).name]

    def test_is_not_shown_to_who_deleted_the_tests(self, release: Path, work: Path) -> None:
        lab.copy_new(release, work)
        notebook = nbformat.read(own(work), as_version=4)
        notebook.cells = [cell for cell in notebook.cells if "check." not in cell.source]
        nbformat.write(notebook, own(work))
        with pytest.raises(Problem, match="test-forward, test-mse_loss"):
            solution.solution(NAME, release, work)


def test_a_notebook_that_cannot_be_read_is_named(release: Path, work: Path) -> None:
    lab.copy_new(release, work)
    own(work).write_text("{ cut off")
    with pytest.raises(
        Problem, match="'01-by-hand.ipynb' is not valid JSON: it was changed outside"
    ):
        solution.solution(NAME, release, work)


def test_before_the_first_copy_it_says_where_to_start(release: Path, work: Path) -> None:
    with pytest.raises(Problem, match="`course lab` puts it there"):
        solution.solution(NAME, release, work)


def test_wrong_use_gets_one_line() -> None:
    run = subprocess.run([COMMAND, "solution", "1"], capture_output=True, text=True)
    assert run.returncode == 1
    assert run.stderr.startswith("course solution: no notebook 1; there are 01-by-hand,")
    assert run.stderr.count("\n") == 1


def complete(path: Path, but: str = "") -> None:
    """Put the reference solutions into the release at ``path``, all ``but`` one."""
    reference = roster.solutions(notebooks.path(path.stem))
    reference.pop(but, None)
    notebook = nbformat.read(path, as_version=4)
    roster.answer(notebook, DILIGENT, path.stem, reference)
    nbformat.write(notebook, path)
