"""The reference notebooks as an instructor shows them: in JupyterLab and Notebook 7, light and dark."""

import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from course.classroom import notebooks
from course.grading import cells
from helpers.jupyter import TOOLS, JupyterServer, environment, serving, settle
from helpers.lab import PAPER, papers, use_theme

pytestmark = pytest.mark.flow

WIDTHS = (1280, 900)
NARROW = ["scrollable-region-focusable", "target-size"]
"""The rules of axe whose findings depend on the width of the page."""
SHOWN = ".jp-RenderedMarkdown, .jp-OutputArea-output"
"""What the course shows in a notebook; the rest of the page is Jupyter's."""
ADDRESSES = {"JupyterLab": "lab/workspaces/{0}/tree/{0}.ipynb", "Notebook 7": "notebooks/{0}.ipynb"}

WIDER_THAN_THE_PAGE = """outputs => outputs
    .filter(output => output.scrollWidth > output.clientWidth
        || output.getBoundingClientRect().right > innerWidth)
    .map(output => output.innerText)"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The instructor's home, with the reference notebooks, which they trust."""
    home = tmp_path_factory.mktemp("home")
    for name in notebooks.assignments():
        shutil.copy(notebooks.path(name), home)
    trust = [TOOLS / "jupyter", "trust", *home.glob("*.ipynb")]
    subprocess.run(trust, env=environment(home), check=True, capture_output=True)
    return home


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[JupyterServer]:
    """One for all tests."""
    with serving(home, home) as server:
        yield server


def unfold(page: Page, width: int) -> None:
    """Have the whole notebook on a screen of this width, with open hints."""
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('.jp-Notebook details').forEach(d => d.open = true)")
    page.evaluate("document.body.style.overflow = 'visible'")  # it has no height of its own
    page.wait_for_function("!document.querySelector('.jp-Notebook').innerText.includes('$$')")
    page.wait_for_timeout(500)  # MathJax replaces one formula after the other
    height = page.evaluate("document.querySelector('.jp-WindowedPanel-viewport').scrollHeight")
    page.set_viewport_size({"width": width, "height": int(height) + 300})
    page.wait_for_function(f"document.querySelector('.jp-Notebook').clientHeight > {height}")


def problems(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """What axe finds serious in what the course shows, by all of its rules or by these."""
    options = {"resultTypes": ["violations", "passes"]} | ({"runOnly": rules} if rules else {})
    found = Axe().run(page, {"include": [SHOWN]}, options).response
    looked_at = {rule["id"]: len(rule["nodes"]) for rule in found["passes"]}
    if not rules:
        assert looked_at["color-contrast"] > 50
        assert looked_at["image-alt"] > 0
    return [
        f"{problem['id']} ({problem['impact']}): {node['html'][:300]}"
        for problem in found["violations"]
        if problem["impact"] in ("serious", "critical")
        for node in problem["nodes"]
    ]


@pytest.mark.parametrize("assignment", notebooks.assignments())
@pytest.mark.parametrize("application", ADDRESSES)
def test_a_notebook_fits_the_page_and_its_theme(
    assignment: str,
    application: str,
    page: Page,
    server: JupyterServer,
    home: Path,
    screenshot: Callable,
) -> None:
    settle(home, "Light")
    page.goto(server.at(ADDRESSES[application].format(assignment)))
    stored = cells.read(notebooks.path(assignment)).cells
    expect(page.locator(".jp-Notebook .jp-Cell")).to_have_count(len(stored))
    outputs = page.locator(".jp-OutputArea-output:has(img)")
    for theme in ("Dark", "Light"):
        use_theme(page, theme)
        for width in WIDTHS:
            unfold(page, width)
            screenshot(f"{theme}-{width}")
            assert not problems(page, NARROW if width < max(WIDTHS) else ()), (theme, width)
            assert papers(page, outputs.locator("img")) == {PAPER[theme]}, width
            assert not outputs.evaluate_all(WIDER_THAN_THE_PAGE), (theme, width)
