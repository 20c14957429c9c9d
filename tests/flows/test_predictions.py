"""A guess is a guess: its answer is not on the screen with the question, and the check tells it."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode, v4
from playwright.sync_api import Page, expect

from course.classroom import notebooks
from course.classroom.demo import roster
from course.classroom.demo.roster import Student
from helpers.jupyter import JupyterServer, serving, settle
from helpers.lab import NOTHING_RUNS, OpenNotebook
from helpers.predictions import PREDICTIONS, Prediction, read_off

pytestmark = pytest.mark.flow

RELEASE = notebooks.SOURCE.parent / "release"
ELSEWHERE = Student("elsewhere", "has done all but guess", right=("*",), answers=(), damage={})
LAPTOP = {"width": 1280, "height": 800}
SPACE = "A word.\n\n" * 40
"""More than a screen of text."""
MADE_UP = {
    "above": ("It goes down.", "", {"end"}),
    "below": ("", "It goes down.", {"start"}),
    "folded": ("", "<details><summary>Why?</summary>It goes down.</details>", set()),
    "drawn": ("", '<img src="" width="99" height="99" alt="The path goes down.">', {"start"}),
    "far away": (f"It goes down.\n\n{SPACE}", f"{SPACE}It goes down.", set()),
    "offered": ('Does it go "up" or "down"?', "", set()),
}
"""What stands before and after a made-up question, and where it is seen."""

each_prediction = pytest.mark.parametrize("asked", PREDICTIONS, ids=lambda one: one.exercise)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The learner's home, with a folder for each test."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[JupyterServer]:
    """One for all tests."""
    with serving(home, home, cwd=RELEASE.parent) as server:
        yield server


@pytest.fixture
def opened(
    page: Page, server: JupyterServer, home: Path
) -> Iterator[Callable[[NotebookNode], OpenNotebook]]:
    """Opens a notebook in JupyterLab on a small screen."""

    def open_notebook(notebook: NotebookNode) -> OpenNotebook:
        folder = Path(tempfile.mkdtemp(prefix="work-", dir=home))
        nbformat.write(notebook, folder / "a.ipynb")
        page.set_viewport_size(LAPTOP)
        return OpenNotebook(page, server, home, f"{folder.name}/a.ipynb")

    settle(home)
    yield open_notebook
    server.end_kernels()


def screens(notebook: OpenNotebook, asked: Prediction) -> dict[str, str | None]:
    """What gives the answer away where the guess is typed, at the top of the screen or at its end."""
    whole, cell = notebook.page.locator(".jp-Notebook"), notebook.cell(asked.exercise)
    return {
        where: asked.is_given_away_by(read_off(whole, cell, where)) for where in ("start", "end")
    }


@each_prediction
def test_an_answer_is_not_on_the_screen_with_its_question(
    asked: Prediction, opened: Callable, page: Page, screenshot: Callable
) -> None:
    released = nbformat.read(RELEASE / asked.assignment / f"{asked.assignment}.ipynb", as_version=4)
    solutions = roster.solutions(notebooks.path(asked.assignment))
    del solutions[asked.exercise]
    roster.answer(released, ELSEWHERE, asked.assignment, solutions)
    notebook = opened(released)
    notebook.cell(asked.exercise).locator(".jp-InputPrompt").click()
    notebook.choose("Run", "Run All Above Selected Cell")
    page.wait_for_function(NOTHING_RUNS)
    assert screens(notebook, asked) == {"start": None, "end": None}
    screenshot("asked")

    notebook.write(asked.exercise, asked.guess)
    notebook.run(asked.exercise)
    told = notebook.run(f"test-{asked.exercise}")
    guess = asked.guess.split(" = ")[1].strip('"')
    expect(told).to_contain_text(f"✓ {asked.exercise.replace('-', '_')}")
    expect(told).to_contain_text(guess)
    assert asked.is_given_away_by(told.inner_text()), told.inner_text()
    screenshot("told")


def test_an_answer_on_the_screen_is_seen(opened: Callable) -> None:
    cells = [v4.new_markdown_cell(SPACE)]
    for name, (before, after, _) in MADE_UP.items():
        guess = v4.new_code_cell("guess = ...", metadata={"nbgrader": {"grade_id": name}})
        texts = [v4.new_markdown_cell(text) for text in (before, after, SPACE)]
        cells += [texts[0], guess, *texts[1:]]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    notebook = opened(v4.new_notebook(cells=cells, metadata=kernel))
    for name, (_, _, seen) in MADE_UP.items():
        asked = Prediction("made-up", name, 'guess = "up"', r"\bdown\b")
        found = {where for where, word in screens(notebook, asked).items() if word == "down"}
        assert found == seen, name
