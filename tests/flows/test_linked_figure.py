"""The linked figure under a learner's hands: by mouse, by keyboard, and without a kernel."""

import re
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import nbformat
import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from course import data, theory
from course.classroom import notebooks
from course.figures import linked
from helpers.jupyter import JupyterServer, serving, settle
from helpers.lab import PATIENCE, OpenNotebook

pytestmark = pytest.mark.flow

NAME = "figures.ipynb"

CODE = {
    "w": "linked_figure(*data.taxi())",
    "w and b": "linked_figure(*data.taxi(3.0), start=(0.0, 0.0))",
}
RIDES = {"w": data.taxi(), "w and b": data.taxi(3.0)}
NUMBER = re.compile(r"(loss|w|b|dL/dw|dL/db) = ([−\d.]+) €")
ONE = 1 / 6
"""Of the width of the right panel: 1 €/km."""

COMPUTE = """async ([code, rides, line, lr]) => {
    const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    const figure = await import(url);
    const next = figure.step(rides, line, lr);
    return [figure.loss(rides, line), figure.gradient(rides, line), next];
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One for all tests: each runs the cell of its figure anew."""
    page = browser.new_page(viewport={"width": 1250, "height": 1400})
    page.set_default_timeout(PATIENCE)
    yield page
    page.close()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The learner's home, with a notebook that has a cell for each figure."""
    home = tmp_path_factory.mktemp("home")
    settle(home)
    imports = "from course import data\nfrom course.figures.linked import linked_figure"
    cells = [nbformat.v4.new_code_cell(source) for source in (imports, *CODE.values())]
    metadata = notebooks.convert(notebooks.SOURCE / "header.md").metadata
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), home / NAME)
    return home


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[JupyterServer]:
    """One for all tests."""
    with serving(home, home) as server:
        yield server


@pytest.fixture(scope="module")
def notebook(page: Page, server: JupyterServer, home: Path) -> OpenNotebook:
    """The notebook, after its imports."""
    expect.set_options(timeout=PATIENCE)
    notebook = OpenNotebook(page, server, home, NAME)
    notebook.run(0)
    return notebook


class Figure:
    """The figure in its cell."""

    def __init__(self, notebook: OpenNotebook, output: Locator) -> None:
        self.notebook = notebook
        self.page = notebook.page
        self.output = output.locator(".downhill-linked")
        self.end = self.handle("End of the line")
        self.foot = self.handle("Line at 0 km")
        self.point = self.handle("Line as a point")
        self.rate = self.output.get_by_label("learning rate")

    def handle(self, name: str) -> Locator:
        """What can be moved under this name."""
        return self.output.get_by_role("slider", name=name)

    def press(self, button: str) -> None:
        """Click it."""
        self.output.get_by_role("button", name=button).click()

    def numbers(self) -> dict[str, float]:
        """What stands below the panels, by name, once no more is drawn."""
        self.page.wait_for_timeout(100)
        text = self.output.locator(".numbers").inner_text()
        first = reversed(NUMBER.findall(text))  # "next w = …" comes last in its line
        return {name: float(number.replace("−", "-")) for name, number in first}

    def drag(self, held: Locator, right: float, up: float) -> None:
        """Drag a handle, or the middle of the line, by parts of the panel's width and height."""
        panel = held.locator("xpath=ancestor::*[name()='svg']").locator(".ground").bounding_box()
        box = held.bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + right * panel["width"], y - up * panel["height"], steps=8)
        self.page.mouse.up()


@pytest.fixture
def figure(notebook: OpenNotebook) -> Callable[[str], Figure]:
    """Runs the cell of a figure, whose earlier output is gone."""

    def run(name: str) -> Figure:
        earlier = notebook.output(CODE[name]).locator(".downhill-linked")
        earlier.evaluate_all("figures => figures.forEach(figure => figure.remove())")
        return Figure(notebook, notebook.run(CODE[name]))

    return run


def assert_true(shown: dict[str, float], rides: tuple) -> None:
    """That loss and gradient are those of the line which is shown."""
    line = [shown[name] for name in "wb" if name in shown]
    assert shown["loss"] == pytest.approx(theory.loss(*rides, line), abs=0.01, rel=2e-3)
    slopes = theory.hessian(rides[0], len(line) == 2) @ (
        line - theory.minimum(*rides, bias=len(line) == 2)
    )
    found = [shown[f"dL/d{name}"] for name in "wb" if name in shown]
    assert found == pytest.approx(slopes, abs=0.01, rel=2e-3)


def test_it_computes_what_the_theory_says(page: Page) -> None:
    code = Path(linked.__file__).with_suffix(".js").read_text(encoding="utf-8")
    lines = [(0.7,), (-3.0,), (0.7, -1.1), (5.0, 20.0)]
    for (x, y), line in product([*RIDES.values(), data.long_rides()], lines):
        given = {"x": x.tolist(), "y": y.tolist()}
        loss, slopes, after = page.evaluate(COMPUTE, [code, given, line, 0.03])
        assert loss == pytest.approx(theory.loss(x, y, line))
        assert after == pytest.approx(theory.trajectory(x, y, line, 0.03, 1)[1])
        assert np.subtract(line, after) / 0.03 == pytest.approx(slopes)


@pytest.mark.parametrize("name", CODE)
def test_the_point_the_line_and_the_numbers_move_together(name: str, figure: Callable) -> None:
    shown = figure(name)
    before = shown.end.get_attribute("transform")
    shown.drag(shown.point, ONE, 0)
    numbers = shown.numbers()
    assert numbers["w"] == pytest.approx(1, abs=0.02)
    assert_true(numbers, RIDES[name])
    assert shown.end.get_attribute("transform") != before

    before = shown.point.get_attribute("transform")
    shown.drag(shown.end, 0, 0.2)
    turned = shown.numbers()
    assert turned["w"] > numbers["w"] + 0.2
    assert turned.get("b") == numbers.get("b")
    assert_true(turned, RIDES[name])
    assert shown.point.get_attribute("transform") != before


def test_foot_and_middle_of_the_line_move_b_alone(figure: Callable) -> None:
    shown = figure("w and b")
    shown.drag(shown.foot, 0, 0.2)
    numbers = shown.numbers()
    assert numbers["w"] == 0 and numbers["b"] > 1
    assert_true(numbers, RIDES["w and b"])
    shown.press("Step")
    before = shown.numbers()
    shown.drag(shown.output.locator(".grip"), 0, 0.1)
    after = shown.numbers()
    assert after["w"] == pytest.approx(before["w"], abs=0.01)
    assert after["b"] > before["b"] + 1


def test_without_b_the_middle_of_the_line_turns_it(figure: Callable) -> None:
    shown = figure("w")
    shown.drag(shown.output.locator(".grip"), 0, 0.3)
    assert shown.numbers()["w"] > 1


def test_all_can_be_reached_and_moved_by_keyboard(figure: Callable, screenshot: Callable) -> None:
    shown = figure("w and b")
    press = shown.page.keyboard.press
    shown.end.focus()
    press("ArrowUp")
    assert shown.numbers()["w"] == pytest.approx(0.06)
    screenshot("focus-on-the-end")
    press("Tab")
    expect(shown.foot).to_be_focused()
    press("Shift+ArrowUp")
    moved = shown.numbers()["b"]
    assert moved == pytest.approx(0.9)
    press("Tab")
    expect(shown.point).to_be_focused()
    press("ArrowLeft")
    press("ArrowDown")
    numbers = shown.numbers()
    assert numbers["w"] == 0 and numbers["b"] < moved
    screenshot("focus-on-the-point")
    press("Tab")
    expect(shown.rate).to_be_focused()
    press("ArrowRight")
    expect(shown.output.locator("output")).to_contain_text("0.011")
    for name in ("Step", "Run", "Reset"):
        press("Tab")
        expect(shown.output.get_by_role("button", name=name)).to_be_focused()
    press("Enter")
    assert shown.numbers()["b"] == 0


def test_what_has_changed_is_said(figure: Callable) -> None:
    shown = figure("w")
    shown.point.focus()
    shown.page.keyboard.press("Shift+ArrowRight")
    expect(shown.point).to_have_attribute("aria-valuetext", "w = 0.600 €/km")
    said = shown.output.locator("[aria-live=polite]")
    expect(said).to_contain_text("loss = 14.700 €². w = 0.600 €/km, dL/dw = −21.000 €·km")


def test_a_step_is_the_one_that_the_formula_shows(figure: Callable) -> None:
    shown = figure("w")
    numbers = shown.output.locator(".numbers")
    expect(numbers).to_contain_text("w − lr · dL/dw = 0.000 − 0.010 · (−30.000) = 0.300 €/km")
    shown.press("Step")
    expect(numbers).to_contain_text("after 1 step")
    assert shown.numbers()["w"] == 0.3
    shown.rate.fill("0.05")
    expect(numbers).to_contain_text("0.300 − 0.050 · (−25.500) = 1.575 €/km")
    shown.press("Step")
    assert shown.numbers()["w"] == 1.575
    shown.press("Reset")
    expect(numbers).to_contain_text("loss = 30.000 €² after 0 steps")


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_a_run_arrives_where_the_gradient_is_almost_0(
    motion: str, page: Page, figure: Callable
) -> None:
    page.emulate_media(reduced_motion=motion)
    shown = figure("w")
    shown.press("Run")
    numbers = shown.output.locator(".numbers")
    expect(numbers).to_contain_text("It has arrived")
    page.emulate_media(reduced_motion="no-preference")
    path = theory.trajectory(*RIDES["w"], [0.0], 0.01, 100)[:, 0]
    first = int(np.argmax(15 * np.abs(path - 2) < 5e-4))
    expect(numbers).to_contain_text(f"after {first} steps")


def test_a_run_can_be_paused_and_goes_on_from_there(figure: Callable) -> None:
    shown = figure("w and b")
    shown.press("Run")
    numbers = shown.output.locator(".numbers")
    expect(numbers).not_to_contain_text("after 0 steps")
    shown.press("Pause")
    expect(shown.output.get_by_role("button", name="Run", exact=True)).to_be_visible()
    paused = numbers.inner_text()
    shown.page.wait_for_timeout(300)
    assert numbers.inner_text() == paused
    shown.press("Run")
    expect(numbers).not_to_have_text(paused)
    expect(numbers).to_contain_text("It has arrived")


@pytest.mark.parametrize("name", CODE)
def test_a_run_that_diverges_ends_and_says_so(
    name: str, figure: Callable, screenshot: Callable
) -> None:
    shown = figure(name)
    shown.rate.fill("0.16")
    shown.press("Run")
    numbers = shown.output.locator(".numbers")
    expect(numbers).to_contain_text("left the picture")
    screenshot("left")
    for _ in range(3):
        shown.press("Step")
    assert all(abs(number) < 1e4 for number in shown.numbers().values())
    expect(shown.output.locator(".half").last.locator(".knob")).to_be_in_viewport()
    shown.press("Reset")
    assert_true(shown.numbers(), RIDES[name])


@pytest.mark.parametrize("name", CODE)
def test_axe_finds_nothing_in_either_theme(
    name: str, figure: Callable, screenshot: Callable
) -> None:
    shown = figure(name)
    for _ in range(3):
        shown.press("Step")
    for theme in ("Light", "Dark"):
        shown.notebook.use_theme(theme)
        screenshot(theme)
        found = Axe().run(shown.page, {"include": [".downhill-linked"]}).response
        assert len(found["passes"]) > 10
        assert [problem["id"] for problem in found["violations"]] == []
    shown.notebook.use_theme("Light")


def test_it_can_be_moved_when_the_kernel_is_gone(
    figure: Callable, server: JupyterServer, screenshot: Callable
) -> None:
    shown = figure("w")  # as the last test: it ends the kernel of all
    server.end_kernels()
    expect(shown.page.locator("#jp-main-statusbar")).not_to_contain_text("Idle")
    shown.drag(shown.point, ONE, 0)
    assert shown.numbers()["w"] == pytest.approx(1, abs=0.02)
    screenshot("no-kernel")
