"""A notebook open in JupyterLab, and what a person does there."""

import io
import re
import secrets
from pathlib import Path

import nbformat
import numpy as np
from matplotlib import image
from nbformat import NotebookNode
from playwright.sync_api import Locator, Page, expect

from helpers.jupyter import JupyterServer

SCREENSHOTS = Path(__file__).resolve().parents[2] / "build" / "screenshots"
PATIENCE = 60_000
"""Milliseconds; kernels import torch before they answer."""

PAPER = {"Light": 255, "Dark": 17}
"""How light the page is behind a notebook, in each channel: #ffffff, #111111."""

ACTIVE = re.compile(r"\bjp-mod-active\b")
HAS_RUN = re.compile(r"^\[\d+\]:$")
NOTHING_RUNS = """() => {
    const prompts = [...document.querySelectorAll(".jp-Notebook .jp-InputPrompt")];
    return !prompts.some(prompt => prompt.innerText.includes("*"));
}"""


class OpenNotebook:
    """One notebook in JupyterLab.

    Args:
        folder: what the server shows.
        path: of the notebook, in that folder.
    """

    def __init__(self, page: Page, server: JupyterServer, folder: Path, path: str) -> None:
        self.page = page
        self.sources = nbformat.read(folder / path, as_version=4).cells
        self.cells = page.locator(".jp-Notebook .jp-Cell")
        # In a workspace of its own: nothing else stands open.
        page.goto(server.at(f"lab/workspaces/{secrets.token_hex(8)}/tree/{path}"))
        expect(self.cells).to_have_count(len(self.sources))
        if not self.kernel_answers():  # on a busy machine the first connection may get stuck
            page.reload()
            expect(self.cells).to_have_count(len(self.sources))
            assert self.kernel_answers()

    def position(self, what: str) -> int:
        """Where the cell is whose grade_id is ``what``, or the first that has this text."""
        for matches in (_is_called, _contains):
            for position, cell in enumerate(self.sources):
                if matches(cell, what):
                    return position
        raise LookupError(f"no cell {what!r}")

    def cell(self, what: str | int) -> Locator:
        """The cell at a position, or as `position` finds it."""
        return self.cells.nth(what if isinstance(what, int) else self.position(what))

    def code_cells(self) -> list[int]:
        """Positions of the cells that can be run, in order."""
        cells = enumerate(self.sources)
        return [position for position, cell in cells if cell.cell_type == "code"]

    def output(self, what: str | int) -> Locator:
        """All that a cell has put out."""
        return self.cell(what).locator(".jp-OutputArea-output")

    def write(self, what: str, code: str) -> None:
        """Replace what stands in a cell."""
        self.cell(what).locator(".cm-content").click()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(code)

    def run(self, what: str | int) -> Locator:
        """Run a cell with Shift+Enter, wait for its end, and return its output."""
        cell = self.cell(what)
        cell.locator(".jp-InputPrompt").click()
        expect(cell).to_have_class(ACTIVE)
        self.shift_enter(cell)
        return self.output(what)

    def shift_enter(self, cell: Locator) -> None:
        """Press it where the focus is, in ``cell``, and wait until the cell has run."""
        prompt = cell.locator(".jp-InputPrompt")
        before = prompt.inner_text()
        self.page.keyboard.press("Shift+Enter")
        expect(prompt).not_to_have_text(before)
        expect(prompt).to_have_text(HAS_RUN)

    def walk(self, to: str) -> None:
        """Press Shift+Enter on cell after cell, until ``to`` is the active one."""
        for position in range(self.active(), self.position(to)):
            cell = self.cell(position)
            expect(cell).to_have_class(ACTIVE)
            if self.sources[position].cell_type == "code":
                self.shift_enter(cell)
            else:
                self.page.keyboard.press("Shift+Enter")
        expect(self.cell(to)).to_have_class(ACTIVE)

    def active(self) -> int:
        """Position of the cell that the keyboard acts on."""
        is_active = "cells => cells.findIndex(cell => cell.classList.contains('jp-mod-active'))"
        return self.cells.evaluate_all(is_active)

    def restart_and_run_all(self) -> None:
        """Choose it in the menu, agree, and wait until nothing runs any more."""
        self.choose("Kernel", "Restart Kernel and Run All Cells…")
        self.page.locator(".jp-Dialog").get_by_role("button", name="Confirm").click()
        expect(self.page.locator(".jp-CodeCell .jp-InputPrompt").first).to_have_text("[1]:")
        self.page.wait_for_function(NOTHING_RUNS)

    def kernel_answers(self) -> bool:
        """Whether it does so in time, and not only looks idle before it is connected."""
        idle = self.page.locator("#jp-main-statusbar").get_by_text("| Idle")
        try:
            expect(idle).to_be_visible()
            self.page.wait_for_timeout(1000)
            expect(idle).to_be_visible(timeout=20_000)
        except AssertionError:
            return False
        return True

    def choose(self, *path: str) -> None:
        """Choose from the menus at the top, such as ``"Kernel", "Restart Kernel…"``."""
        choose(self.page, *path)

    def use_theme(self, theme: str) -> None:
        """Light or Dark."""
        use_theme(self.page, theme)

    def validate(self) -> Locator:
        """Press nbgrader's button, and return what its dialog says."""
        self.page.get_by_role("button", name="Validate").click()
        return self.page.locator("#validation-message")

    def close_dialog(self) -> None:
        """Press OK."""
        self.page.locator(".jp-Dialog").get_by_role("button", name="Ok").click()


def choose(page: Page, *path: str) -> None:
    """Choose from the menus of JupyterLab or Notebook 7, such as ``"Kernel", "Restart Kernel…"``."""
    menu, *items = path
    page.locator(".lm-MenuBar-item", has_text=menu).click()
    for item in items:
        page.locator(".lm-Menu-itemLabel").get_by_text(item, exact=True).click()


def use_theme(page: Page, theme: str) -> None:
    """Light or Dark."""
    choose(page, "Settings", "Theme", f"JupyterLab {theme}")
    expect(page.locator("body")).to_have_attribute("data-jp-theme-name", f"JupyterLab {theme}")
    expect(page.locator("#jupyterlab-splash")).to_have_count(0)


def _is_called(cell: NotebookNode, name: str) -> bool:
    return cell.metadata.get("nbgrader", {}).get("grade_id") == name


def _contains(cell: NotebookNode, text: str) -> bool:
    return text in cell.source


def papers(page: Page, pictures: Locator) -> set[int]:
    """How light the pictures are near their corners, where there is only paper."""
    corners = pictures.evaluate_all(
        "all => all.map(a => a.getBoundingClientRect()).map(a => [a.y + 3, a.x + 3])"
    )
    rows, columns = np.array(corners, dtype=int).T
    seen = image.imread(io.BytesIO(page.screenshot()))[rows, columns, :3] * 255
    assert (seen == seen[:, :1]).all(), "coloured"
    return {round(red) for red in seen[:, 0]}
