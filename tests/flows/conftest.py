"""What the flows share: a real Chromium, a real Jupyter server, and a folder for their pictures.

A flow is what a student or an instructor does, in a real browser or shell. Each needs programs that
pip does not bring; where one is missing, its tests are skipped and say which.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from helpers.jupyter import JupyterServer, serving
from helpers.lab import PATIENCE, SCREENSHOTS

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ("--disable-background-networking", "--disable-component-update", "--no-first-run")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)

pytestmark = pytest.mark.flow


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Have Playwright start the system's Chromium."""
    if CHROMIUM is None:
        pytest.skip("no Chromium: install chromium, or set CHROMIUM to the program's path")
    # Chromium cannot sandbox itself where it is started by root.
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": [*QUIET, *root]}


@pytest.fixture
def page(page: Page) -> Page:
    """A page that waits as long as a kernel may take."""
    page.set_default_timeout(PATIENCE)
    page.set_viewport_size({"width": 1250, "height": 1000})
    expect.set_options(timeout=PATIENCE)
    return page


@pytest.fixture
def jupyter_in(tmp_path: Path) -> Iterator[Callable[..., JupyterServer]]:
    """Starts JupyterLab in a folder; see `serving`. It ends with the test."""
    with ExitStack() as stack:
        yield lambda *args, **options: stack.enter_context(
            serving(tmp_path / "home", *args, **options)
        )


@pytest.fixture
def screenshot(page: Page, request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Keeps a picture of the page in `build/screenshots`, to be looked at."""
    test = re.sub(r"\W+", "-", request.node.name.removeprefix("test_")).strip("-")

    def keep(name: str) -> None:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SCREENSHOTS / f"{test}--{name}.png")

    return keep
