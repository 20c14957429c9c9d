"""The list at the end of each notebook: what stands, and what to do about the rest."""

import importlib
import json
import re
from pathlib import Path

import pytest

from course.check import by_hand
from course.check.progress import progress
from course.check.standing import notes, page
from course.check.standing.contents import COURSE
from course.check.standing.notes import Note
from course.classroom import notebooks
from helpers.cases import Notebook

MODULES = {
    "01-by-hand": "by_hand",
    "02-autograd": "autograd",
    "03-loss-and-optimizer": "loss_and_optimizer",
    "04-model": "model",
}
each_notebook = pytest.mark.parametrize("assignment", notebooks.assignments())


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test leaves a note in this course's folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def listed(capsys: pytest.CaptureFixture, check: object, names: dict) -> list[str]:
    """The list of the notebook, without the lines about the course."""
    progress(check, names)
    return capsys.readouterr().out.partition("\n\n")[0].splitlines()


@each_notebook
def test_the_reference_solutions_all_stand(assignment: str, capsys: pytest.CaptureFixture) -> None:
    check = importlib.import_module(f"course.check.{MODULES[assignment]}")
    first, *lines = listed(capsys, check, Notebook(assignment).run())
    assert lines == [f"✓ {judge.__name__}" for judge in check.EXERCISES]
    assert first == f"{len(lines)} of {len(lines)} exercises stand."


@each_notebook
def test_it_lists_the_exercises_of_the_notebook_in_their_order(assignment: str) -> None:
    check = importlib.import_module(f"course.check.{MODULES[assignment]}")
    called = [f"check.{judge.__name__}(" for judge in check.EXERCISES]
    tests = Notebook(assignment).tests.values()
    assert len(called) == len(tests)
    assert all(call in cells[0] for call, cells in zip(called, tests, strict=True))


def test_it_says_what_is_wrong_undone_or_not_there(capsys: pytest.CaptureFixture) -> None:
    book = Notebook("01-by-hand")
    names = book.run(
        {
            "gradient": "def gradient(x, y_pred, y): return np.sum(2 * x * (y_pred - y))",
            "update": "def update(w, dw, lr): raise NotImplementedError",
            "bug-hunt": "first_wrong_line = {'a': 2, 'b': ..., 'c': 4}",
        }
    )
    del names["mse_loss"]
    first, *lines = listed(capsys, by_hand, names)
    # mse_loss is gone for train and train_wb, too, which call it.
    assert first == f"{len(lines) - 6} of {len(lines)} exercises stand."
    by_exercise = {line.split()[1].rstrip(":"): line for line in lines}
    assert by_exercise["gradient"].startswith("✗ gradient [sum-for-mean]")
    assert by_exercise["update"].startswith("· update is still to do")
    assert by_exercise["bug_hunt"].startswith("· bug_hunt is still to do")
    assert by_exercise["mse_loss"].startswith("? mse_loss: there is no mse_loss.")
    assert by_exercise["forward"] == "✓ forward"


class TestTheCourse:
    """What follows the list, in a learner's own folder."""

    @pytest.fixture
    def work(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """Four notebooks in folders of their own, and the kernel of the first."""
        for name in COURSE:
            (tmp_path / "work" / name).mkdir(parents=True)
        monkeypatch.chdir(tmp_path / "work" / "01-by-hand")
        return tmp_path / "work"

    @pytest.fixture
    def names(self) -> dict:
        return {"NAME": "<Ada>"} | Notebook("01-by-hand").run()

    def lines(self, capsys: pytest.CaptureFixture, names: dict) -> list[str]:
        progress(by_hand, names)
        return capsys.readouterr().out.partition("\n\n")[2].splitlines()

    def test_counts_what_the_other_notebooks_have_noted(
        self, work: Path, names: dict, capsys: pytest.CaptureFixture
    ) -> None:
        notes.write(work, "02-autograd", Note(["toy", "value_mul"]))
        every = sum(len(one.exercises) for one in COURSE.values())
        first, *others = self.lines(capsys, names)
        here = len(by_hand.EXERCISES)
        assert first == f"The course: {here + 2} of {every} exercises stand."
        two = f"2 of {len(COURSE['02-autograd'].exercises)}"
        assert others[0] == f"02-autograd: {two}, when its last cell was run last."
        assert [line[: line.index(".")] for line in others[1:]] == [
            "03-loss-and-optimizer: not known yet",
            "04-model: not known yet",
        ]

    def test_notes_what_stands_here_above_the_folder_that_is_handed_in(
        self, work: Path, names: dict
    ) -> None:
        del names["update"]
        progress(by_hand, names)
        noted = notes.read(work, "01-by-hand")
        assert noted.standing == [n for n in COURSE["01-by-hand"].exercises if n != "update"]
        assert list((work / "01-by-hand").iterdir()) == []

    @pytest.mark.parametrize(
        "damaged",
        [
            "",
            "{",
            "[]",
            "3",
            '{"standing": 3, "paths": {}}',
            '{"standing": [], "paths": 3}',
            '{"standing": [], "paths": {"w": [[0, "x"]]}}',
            '{"standing": [], "paths": {"w": [[0, 1e999], [[]]]}}',
            "[" * 100_000,
            "\ud800",
        ],
    )
    def test_what_cannot_be_read_is_not_known(
        self, work: Path, names: dict, capsys: pytest.CaptureFixture, damaged: str
    ) -> None:
        (work / notes.PLACE).mkdir()
        file = work / notes.PLACE / "02-autograd.json"
        file.write_bytes(damaged.encode(errors="surrogatepass"))
        _, line, *_ = self.lines(capsys, names)
        assert line.startswith("02-autograd: not known yet.")

    def test_only_what_can_stand_and_what_is_a_path_is_taken_of_a_note(self, work: Path) -> None:
        paths = {"w": [[0, 1], [1, 2]], "wb": [[0, 1], [1, 2, 3]], "x": [[0, float("nan")]] * 2}
        noted = {"standing": ["toy", "toy", "none", 3], "paths": paths}
        (work / notes.PLACE).mkdir()
        (work / notes.PLACE / "02-autograd.json").write_text(json.dumps(noted))
        assert notes.read(work, "02-autograd") == Note(["toy"], {"w": [[0.0, 1.0], [1.0, 2.0]]})

    def test_where_nothing_can_be_written_it_says_what_it_knows(
        self, work: Path, names: dict, capsys: pytest.CaptureFixture
    ) -> None:
        (work / notes.PLACE).write_text("a file where the folder should be")
        first, second, *_ = self.lines(capsys, names)
        assert first.startswith("This could not be noted for the other notebooks: ")
        assert second.startswith(f"The course: {len(by_hand.EXERCISES)} of ")

    @pytest.mark.parametrize(
        ("place", "is_own"),
        [
            ("source/01-by-hand", False),
            ("release/01-by-hand", False),
            ("submitted/ada/01-by-hand", False),
            (".", False),
            ("work/01-by-hand", True),
            ("work", True),
        ],
    )
    def test_in_a_course_folder_only_what_lies_in_work_is_a_learners_own(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture,
        names: dict,
        place: str,
        is_own: bool,
    ) -> None:
        (tmp_path / "nbgrader_config.py").write_text("")
        (tmp_path / place).mkdir(parents=True, exist_ok=True)
        monkeypatch.chdir(tmp_path / place)
        assert bool(self.lines(capsys, names)) is is_own
        expected = [tmp_path / "work" / notes.PLACE] if is_own else []
        assert list(tmp_path.rglob(notes.PLACE)) == expected

    def test_in_a_folder_that_is_gone_it_lists_the_notebook(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: dict
    ) -> None:
        (tmp_path / "gone").mkdir()
        monkeypatch.chdir(tmp_path / "gone")
        (tmp_path / "gone").rmdir()
        progress(by_hand, names)

    def test_makes_a_page_to_keep_once_everything_stands(
        self, work: Path, names: dict, capsys: pytest.CaptureFixture
    ) -> None:
        for name in list(COURSE)[1:]:
            assert not (work / page.NAME).exists()
            progress(by_hand, names)
            notes.write(work, name, Note(list(COURSE[name].exercises)))
        assert "All of them." in self.lines(capsys, names)[-1]
        text = (work / page.NAME).read_text(encoding="utf-8")
        assert "&lt;Ada&gt;" in text and "<Ada>" not in text
        assert text.count("<li>write ") >= 2
        assert text.count("<figure>") == 2  # of train, and of train_wb
        assert not re.search('(src|href)="?http', text) and "<script" not in text

    def test_a_page_that_cannot_be_written_stops_nothing(
        self, work: Path, names: dict, capsys: pytest.CaptureFixture
    ) -> None:
        for name in COURSE:
            notes.write(work, name, Note(list(COURSE[name].exercises)))
        (work / page.NAME).mkdir()
        assert "The page to keep could not be written: " in self.lines(capsys, names)[-1]
