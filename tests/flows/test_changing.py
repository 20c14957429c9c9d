"""An instructor changes the course as its pages say, command by command, and grades again."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

from course.classroom import notebooks
from course.classroom.course import Course
from course.grading import cells

pytestmark = pytest.mark.flow

ROOT = notebooks.SOURCE.parent
NAME = "01-by-hand"
LEFT_BEHIND = (".git", ".venv", "build", "work", ".pytest_cache", "__pycache__", "gradebook.db*")
LEFT_BEHIND += ("submitted", "autograded", "feedback", ".hypothesis")
BEN = "def update(w, dw, lr):\n    return w - lr * dw if lr < 7 else w"
MINDED = "assert update(1.0, 1.0, 7.0) == -6.0"
"""A hidden test that Ben's `update` does not pass, and passed before it was there."""

MORE = {
    "right": [
        "y_pred - y",
        "-(y - y_pred)",
        "y_pred + (-1) * y",
        "0.0 + y_pred - y",
        "-y + y_pred",
    ],
    "wrong errors-fare-minus-prediction": ["y - y_pred", "np.subtract(y, y_pred)", "-y_pred + y"],
    "wrong errors-squared": ["(y_pred - y) ** 2", "np.square(y_pred - y)", "(y - y_pred) ** 2"],
    "wrong errors-without-sign": [
        "np.abs(y - y_pred)",
        "np.sqrt((y_pred - y) ** 2)",
        "np.abs(y_pred - y)",
    ],
    "wrong returns-none": ["None"],
    "wrong none-from-print": ["print(y)"],
}
"""What an author would add to the bank beside the two solutions that the page shows."""


def blocks(page: str, language: str) -> list[str]:
    """The blocks of code in a page of `docs/`, without those inside of another block."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    found = re.findall(rf"^(```+){language}\n(.+?)^\1$", text, re.M | re.S)
    return [block for _, block in found]


def edit(path: Path, change: Callable[[str], str]) -> None:
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before, f"{path} has no longer what this changes"
    path.write_text(after, encoding="utf-8")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A copy of the repository in which two have handed in the first notebook and were graded."""
    folder = tmp_path / "course"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*LEFT_BEHIND))
    environment = Path(sys.executable).parents[1]
    (folder / ".venv").mkdir()
    for path in environment.iterdir():
        (folder / ".venv" / path.name).symlink_to(path)
    (folder / ".venv" / "ready").unlink(missing_ok=True)
    (folder / ".venv" / "ready").touch()
    for student in ("ada", "ben"):
        place = folder / "submitted" / student / NAME
        place.mkdir(parents=True)
        notebook = nbformat.read(notebooks.path(NAME), as_version=4)
        for cell in notebook.cells:
            if student == "ben" and cells.grade_id(cell) == "update":
                cell.source = BEN
        nbformat.write(notebook, place / f"{NAME}.ipynb")
    type_in(folder, f"nbgrader generate_assignment --force {NAME}\ncourse grade {NAME}")
    return folder


def type_in(folder: Path, commands: str) -> str:
    """Run ``commands`` in a shell, as an instructor would.

    Of `make check`, what concerns the change; and what runs code without a sandbox, which would find the
    course where the environment has it installed, and not this copy.
    """
    named = [line.split("`")[1] for line in lines_of_the_table("exercises.md")]
    files = " ".join(f"tests/{name}.py" for name in named if name != "test_mutants")
    chosen = "(not test_bank or errors) and not 02 and not 03 and not 04 and not random_state"
    done = subprocess.run(
        [
            "bash",
            "-e",
            "-c",
            re.sub("^course (grade|judge)", r"\g<0> --no-sandbox", commands, flags=re.M),
        ],
        cwd=folder,
        env=os.environ
        | {"PYTHONPATH": str(folder), "PYTHONSAFEPATH": "", "MAKEFLAGS": "e"}
        | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
        | {"PYTEST": f".venv/bin/pytest -k '{chosen}' {files} --numprocesses"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def lines_of_the_table(page: str) -> list[str]:
    """The lines of the table of what still fails."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(r"^\| `test_.+$", text.split("what still fails")[1], re.M)


def mend_a_hidden_test(folder: Path) -> None:
    """docs/changing.md: write in the text of the notebook."""
    hidden = "check.update(update, seed=17)\n"
    edit(folder / f"source/{NAME}.md", lambda text: text.replace(hidden, f"{hidden}{MINDED}\n"))


def add_an_exercise(folder: Path) -> None:
    """docs/exercises.md, steps 1 to 5, with what its blocks show."""
    [cell] = blocks("exercises.md", "markdown")
    check, bank = blocks("exercises.md", "python")
    sentences, words = blocks("exercises.md", "toml")

    def write(text: str) -> str:
        text = text.replace(
            "`update`, `train`, `gradient_wb`", "`update`, `errors`, `gradient_wb`", 1
        )
        text = text.replace("`errors`, `gradient_wb`", "`errors`, `train`, `gradient_wb`", 1)
        text = text.replace("grade_id: test-forward, locked: true, points: 2", "grade_id: test-forward, locked: true, points: 1")  # fmt: skip
        return text.replace("## All four, again and again", f"{cell}\n## All four, again and again")

    edit(folder / f"source/{NAME}.md", write)
    edit(
        folder / "course/check/by_hand.py",
        lambda text: text.replace("EXERCISES = (", f"{check}\n\nEXERCISES = (").replace(
            "    update,\n    train,", "    update,\n    errors,\n    train,"
        ),
    )
    edit(folder / f"course/check/messages/{NAME}.toml", lambda text: f"{text}\n{sentences}")
    solutions = [
        f"# %% {verdict}: {code}\ndef errors(y_pred, y):\n    return {code}\n"
        for verdict, codes in MORE.items()
        for code in codes
    ]
    more = "\n\n".join([bank, *solutions])
    (folder / f"tests/bank/{NAME}/errors.py").write_text(more, encoding="utf-8")
    edit(folder / "tests/bank/words.toml", lambda text: in_order(text, words))
    edit(
        folder / "tests/test_release.py",
        lambda text: text.replace('"forward": 2,', '"forward": 1,\n        "errors": 1,', 1),
    )
    edit(folder / "docs/plan.md", lambda text: text.replace("`update`, `train`", "`update`, `errors`, `train`"))  # fmt: skip


def in_order(text: str, lines: str) -> str:
    """``text`` with ``lines`` among its own, which are sorted."""
    head, own = text.split("\n\n", 1)
    return f"{head}\n\n" + "".join(sorted([*own.splitlines(True), *lines.splitlines(True)]))


def test_a_mended_test_and_a_new_exercise_are_graded_by_the_commands_of_the_pages(
    course: Path,
) -> None:
    commands = [*blocks("changing.md", "sh"), *blocks("exercises.md", "sh")]
    lines = list(dict.fromkeys("".join(commands).splitlines()))
    assert {"make notebooks release coverage", "make check"} < set(lines)
    assert f"course grade {NAME} --update" in lines
    before = marks(course)
    assert before["ada"] == before["ben"] == (25, 25)
    mend_a_hidden_test(course)
    add_an_exercise(course)
    know_the_other_notebooks(course)
    [answers] = blocks("exercises.md", "py")
    (course / "answers.txt").write_text(answers, encoding="utf-8")
    said = "\n".join(type_in(course, line) for line in lines)
    assert "the test test-update is changed\n" in said
    assert "the test test-forward gives 1 point in place of 2\n" in said
    assert "the answer errors is new\n" in said and "the test test-errors is new\n" in said
    assert "2 graded, 0 unchanged" in said
    assert "1 accepted, 1 told by name" in said
    assert marks(course) == {"ada": (24, 25), "ben": (23, 25)}


def know_the_other_notebooks(folder: Path) -> None:
    """Have them taken for those of their texts, so that only the changed one is run, not all four."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(notebooks, "SOURCE", folder / "source")
        others = {
            name: notebooks.made_from(name) for name in notebooks.assignments() if name != NAME
        }
    (folder / "build").mkdir()
    (folder / "build" / "notebooks.json").write_text(json.dumps(others))


def marks(folder: Path) -> dict[str, tuple[float, float]]:
    """By student: points, and how many there are."""
    course, found = Course(folder), {}
    for student in course.students(NAME):
        mark = course.mark(student, NAME)
        assert mark is not None
        found[student] = mark.score, mark.max_score
    return found
