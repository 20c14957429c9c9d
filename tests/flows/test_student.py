"""A student in JupyterLab: types, moves, runs, validates; by mouse, by keyboard, light and dark."""

import math
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from course.classroom import notebooks
from course.classroom.demo import roster
from course.classroom.demo.roster import Student
from helpers.jupyter import JupyterServer, serving, settle
from helpers.lab import HAS_RUN, PAPER, OpenNotebook, papers

pytestmark = pytest.mark.flow

RELEASE = notebooks.SOURCE.parent / "release"
DILIGENT = Student("diligent", "has done everything", right=("*",), answers=(), damage={})

FORWARD = "def forward(x, w):\n    return w * x"
MSE_LOSS = "def mse_loss(y_pred, y):\n    return np.mean((y_pred - y) ** 2)"
THE_SUM = "def gradient(x, y_pred, y):\n    return np.dot(2 * x, y_pred - y).mean()"
THE_MEAN = "def gradient(x, y_pred, y):\n    return np.mean(2 * x * (y_pred - y))"
SLOPE = "def numerical_gradient(f, w, h=1e-4):\n    return (f(w + h) - f(w - h)) / (2 * h)"
ERROR = "[data-mime-type='application/vnd.jupyter.stderr']"
TRACEBACK = f"{ERROR} span"
"""The coloured words in one; JupyterLab chooses their colours."""
SLIDER = "figures.slider("

RENDERED = ".jp-RenderedMarkdown, .jp-OutputArea-output"
"""What the course shows in a notebook; the rest of the page is JupyterLab's."""

each_notebook = pytest.mark.parametrize("assignment", notebooks.assignments())


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The student's home, with a folder for each test."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[JupyterServer]:
    """One for all tests."""
    with serving(home, home, cwd=RELEASE.parent) as server:
        yield server


@pytest.fixture
def opened(page: Page, server: JupyterServer, home: Path) -> Iterator[Callable[..., OpenNotebook]]:
    """Opens a notebook as a student gets it, after whatever is to happen to it before."""

    def open_notebook(assignment: str, *happens: Callable) -> OpenNotebook:
        folder = Path(tempfile.mkdtemp(prefix="work-", dir=home))
        path = f"{assignment}/{assignment}.ipynb"
        notebook = nbformat.read(RELEASE / path, as_version=4)
        for change in happens:
            change(notebook, assignment)
        (folder / assignment).mkdir(parents=True)
        nbformat.write(notebook, folder / path)
        return OpenNotebook(page, server, home, f"{folder.name}/{path}")

    settle(home)
    yield open_notebook
    server.end_kernels()


def finished(*but: str) -> Callable:
    """Every exercise gets its reference solution, except these."""

    def finish(notebook: nbformat.NotebookNode, assignment: str) -> None:
        solutions = roster.solutions(notebooks.path(assignment))
        wanted = {name: code for name, code in solutions.items() if name not in but}
        roster.answer(notebook, DILIGENT, assignment, wanted)

    return finish


def without(grade_id: str) -> Callable:
    """A cell is gone."""

    def delete(notebook: nbformat.NotebookNode, _: str) -> None:
        notebook.cells = [cell for cell in notebook.cells if cell.id != grade_id]

    return delete


def unfold(page: Page) -> None:
    """Have the whole notebook on the screen, with open hints: axe looks at nothing else."""
    page.evaluate("document.querySelectorAll('.jp-Notebook details').forEach(d => d.open = true)")
    page.evaluate("document.body.style.overflow = 'visible'")  # it has no height of its own
    height = page.locator(".jp-WindowedPanel-viewport").bounding_box()["height"]
    page.set_viewport_size({"width": 1250, "height": math.ceil(height) + 200})
    page.wait_for_function(f"document.querySelector('.jp-Notebook').clientHeight > {height}")
    page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop = 0")


def unreadable(page: Page) -> list[str]:
    """Text of the course that is hard to read, and pictures that say nothing to a screen reader."""
    rules = {"runOnly": ["color-contrast", "image-alt"]}
    found = Axe().run(page, {"include": [RENDERED], "exclude": [TRACEBACK]}, rules).response
    looked_at = {rule["id"]: len(rule["nodes"]) for rule in found["passes"]}
    assert looked_at["color-contrast"] > 50
    return [
        f"{problem['id']}: {node['html'][:120]}: {node['any'][0]['message']}"
        for problem in found["violations"]
        for node in problem["nodes"]
    ]


def test_a_wrong_gradient_is_told_its_idea_and_the_right_one_passes(
    opened: Callable, screenshot: Callable
) -> None:
    notebook = opened("01-by-hand")
    notebook.run("import numpy")
    for exercise, code in (("forward", FORWARD), ("mse_loss", MSE_LOSS)):
        notebook.write(exercise, code)
        notebook.run(exercise)
        expect(notebook.run(f"test-{exercise}")).to_have_text(f"✓ {exercise}")

    notebook.write("gradient", THE_SUM)
    notebook.run("gradient")
    verdict = notebook.run("test-gradient")
    expect(verdict).to_contain_text("Misconception [sum-for-mean]")
    expect(verdict).to_contain_text("4 times too large")
    screenshot("wrong")

    notebook.write("gradient", THE_MEAN)
    notebook.run("gradient")
    expect(notebook.run("test-gradient")).to_have_text("✓ gradient")
    screenshot("right")


def test_a_keyboard_is_enough(opened: Callable, page: Page) -> None:
    notebook, press = opened("01-by-hand"), page.keyboard.press

    def answer(line: str, instead_of: int) -> None:
        """Write a line in place of the last ones of the active cell."""
        press("Enter")
        press("ControlOrMeta+End")
        for _ in range(1, instead_of):
            press("Shift+ArrowUp")
        press("Shift+Home")
        page.keyboard.type(line)
        press("Escape")

    notebook.walk(to="forward")
    answer("return w * x", instead_of=2)
    notebook.walk(to="mse_loss")
    expect(notebook.output("test-forward")).to_have_text("✓ forward")
    answer("return np.mean((y_pred - y) ** 2)", instead_of=2)
    notebook.walk(to="gradient")
    expect(notebook.output("test-mse_loss")).to_have_text("✓ mse_loss")
    answer("return np.sum(2 * x * (y_pred - y))", instead_of=2)
    notebook.walk(to="test-gradient-general")
    expect(notebook.output("test-gradient")).to_contain_text("[sum-for-mean]")
    press("ArrowUp")
    press("ArrowUp")
    answer("return np.mean(2 * x * (y_pred - y))", instead_of=1)
    notebook.walk(to="test-gradient-general")
    expect(notebook.output("test-gradient")).to_have_text("✓ gradient")


def test_a_slider_can_be_moved_with_keys_and_mouse(
    opened: Callable, page: Page, screenshot: Callable
) -> None:
    notebook, press = opened("02-autograd", finished()), page.keyboard.press
    notebook.walk(to=SLIDER)
    press("ControlOrMeta+Enter")
    output = notebook.output(SLIDER)
    picture, handle = output.locator("img"), output.get_by_role("slider")
    expect(picture).to_have_attribute("alt", re.compile("lr 0.01 "))
    in_the_middle = picture.get_attribute("src")
    press("Tab")
    # The buttons of the cell come first, where they do not cover its text.
    if not handle.evaluate("handle => handle === document.activeElement"):
        press("Tab")
    expect(handle).to_be_focused()
    press("ArrowRight")
    expect(picture).to_have_attribute("alt", re.compile("lr 0.02 "))
    expect(picture).not_to_have_attribute("src", in_the_middle)
    screenshot("moved-by-keys")

    press("ArrowLeft")
    expect(picture).to_have_attribute("src", in_the_middle)
    track = output.locator(".noUi-target").bounding_box()
    page.mouse.click(track["x"] + track["width"] - 2, track["y"] + track["height"] / 2)
    expect(picture).to_have_attribute("alt", re.compile("lr 0.12 "))
    screenshot("moved-by-mouse")


def test_validate_names_the_exercise_that_is_left_and_then_succeeds(
    opened: Callable, screenshot: Callable
) -> None:
    notebook = opened("01-by-hand", finished("numerical_gradient"))
    said = notebook.validate()
    expect(said.get_by_text("The following cell failed:")).to_have_count(1)
    expect(said).to_contain_text("check.numerical_gradient(numerical_gradient)")
    expect(said).to_contain_text("numerical_gradient is still to do")
    screenshot("one-left")
    notebook.close_dialog()

    notebook.write("numerical_gradient", SLOPE)
    expect(notebook.validate()).to_have_text("Success! Your notebook passes all the tests.")
    screenshot("success")


@pytest.mark.parametrize("lost", ["numerical_gradient", "test-numerical_gradient"])
def test_validate_names_a_cell_that_is_lost(
    lost: str, opened: Callable, screenshot: Callable
) -> None:
    notebook = opened("01-by-hand", finished(), without(lost))
    said = notebook.validate()
    expect(said).to_contain_text(f"was handed out with a cell {lost}, and has lost it")
    screenshot("lost")


@each_notebook
def test_a_finished_notebook_runs_to_its_end_and_can_be_read_in_both_themes(
    assignment: str, opened: Callable, page: Page, screenshot: Callable
) -> None:
    notebook = opened(assignment, finished())
    notebook.restart_and_run_all()
    for position in notebook.code_cells():
        expect(notebook.cell(position).locator(".jp-InputPrompt")).to_have_text(HAS_RUN)
    assert not page.locator(ERROR).all_inner_texts()
    unfold(page)
    pictures = page.locator(".jp-OutputArea-output img")
    for theme, lightness in PAPER.items():
        notebook.use_theme(theme)
        screenshot(theme)
        assert not unreadable(page)
        assert papers(page, pictures) == {lightness}


@each_notebook
def test_an_untouched_notebook_stops_where_it_says_and_can_be_read_in_both_themes(
    assignment: str, opened: Callable, page: Page, screenshot: Callable
) -> None:
    notebook, errors = opened(assignment), page.locator(ERROR)
    notebook.restart_and_run_all()
    expect(errors).to_have_count(1)
    for position in notebook.code_cells():
        notebook.run(position)
    for error in errors.all_inner_texts():
        assert "NotImplementedError" in error
        assert "till to do" in error
    unfold(page)
    for theme in ("Light", "Dark"):
        notebook.use_theme(theme)
        screenshot(theme)
        assert not unreadable(page)
