"""A learner on their own, with a clone: `course lab`, a notebook's last cell, our solutions, the page to keep."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from course.check.standing import notes
from course.check.standing import page as page_to_keep
from course.check.standing.contents import COURSE
from course.check.standing.notes import Note
from course.classroom import notebooks
from course.classroom.demo import roster
from course.classroom.demo.roster import Student
from helpers.jupyter import running
from helpers.lab import OpenNotebook

pytestmark = pytest.mark.flow

ROOT = notebooks.SOURCE.parent
NAME = "01-by-hand"
NOTEBOOK = f"{NAME}/{NAME}.ipynb"
DILIGENT = Student("diligent", "has done everything", right=("*",), answers=(), damage={})
LAB = [sys.executable, "-c", "from course.classroom.command import main; main()", "lab"]
"""`course lab`, of the package that PYTHONPATH names."""


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What a clone holds that a learner uses."""
    for part in ("course", "release", "source"):
        shutil.copytree(ROOT / part, tmp_path / "clone" / part)
    return tmp_path / "clone"


def test_a_learner_works_sees_what_stands_and_compares(
    clone: Path, tmp_path: Path, page: Page, screenshot: Callable
) -> None:
    work, home = clone / "work", tmp_path / "home"
    with running(home, LAB, clone, PYTHONPATH=str(clone)) as server:
        notebook = OpenNotebook(page, server, work, NOTEBOOK)
        notebook.run("from course import data")
        expect(notebook.run("progress(check, globals())")).to_contain_text(
            "? forward: there is no forward. Run the cell that defines it."
        )
        screenshot("at-the-start")
    answered = nbformat.read(work / NOTEBOOK, as_version=4)
    roster.answer(answered, DILIGENT, NAME, roster.solutions(notebooks.path(NAME)))
    nbformat.write(answered, work / NOTEBOOK)
    mine = (work / NOTEBOOK).read_bytes()
    (clone / "release" / NOTEBOOK).write_text("a later version, by git pull")

    with running(home, LAB, clone, PYTHONPATH=str(clone)) as server:
        assert (work / NOTEBOOK).read_bytes() == mine
        notebook = OpenNotebook(page, server, work, NOTEBOOK)
        notebook.restart_and_run_all()
        expect(notebook.output("progress(check, globals())")).to_contain_text("10 of 10 exercises")
        shutil.copy(ROOT / "release" / NOTEBOOK, clone / "release" / NOTEBOOK)
        notebook.choose("File", "New", "Terminal")
        terminal = page.locator(".jp-Terminal .xterm-helper-textarea")
        terminal.press_sequentially(f"course solution {NAME}\n")
        beside = work / NAME / f"{NAME}-solution.ipynb"
        expect(page.locator(".jp-DirListing-itemText", has_text=beside.name)).to_be_visible()
        screenshot("solution")
    assert beside.read_bytes() == notebooks.path(NAME).read_bytes()


def test_a_learner_who_has_done_all_compares_and_keeps_a_page(
    clone: Path, tmp_path: Path, page: Page, screenshot: Callable
) -> None:
    work = clone / "work"
    answered = nbformat.read(clone / "release" / NOTEBOOK, as_version=4)
    roster.answer(answered, DILIGENT, NAME, roster.solutions(notebooks.path(NAME)))
    answered.cells.append(nbformat.v4.new_code_cell('check.solution("gradient")'))
    answered.cells.append(nbformat.v4.new_code_cell("del forward\ncheck.solution('forward')"))
    (work / NAME).mkdir(parents=True)
    nbformat.write(answered, work / NOTEBOOK)
    for name in list(COURSE)[1:]:
        notes.write(work, name, Note(list(COURSE[name].exercises)))

    with running(tmp_path / "home", LAB, clone, PYTHONPATH=str(clone)) as server:
        notebook = OpenNotebook(page, server, work, NOTEBOOK)
        notebook.restart_and_run_all()
        both = notebook.output(len(answered.cells) - 2)
        expect(both).to_contain_text("Ours")
        boxes = [both.locator("pre").nth(side).bounding_box() for side in (0, 1)]
        assert boxes[0]["y"] == boxes[1]["y"] and boxes[0]["x"] + boxes[0]["width"] < boxes[1]["x"]
        expect(notebook.output("del forward")).to_contain_text("does not pass yet")
        for theme in ("Light", "Dark"):
            notebook.use_theme(theme)
            both.scroll_into_view_if_needed()
            screenshot(f"beside-{theme}")
            ink = both.locator("strong").first.evaluate("word => getComputedStyle(word).color")
            expect(both.locator("pre").first).to_have_css("color", ink)
            expect(both.locator("pre").first).to_have_css("background-color", "rgba(0, 0, 0, 0)")
        notebook.output("progress(check, globals())").get_by_role("link").click()
        keep = page.frame_locator(".jp-HTMLViewer iframe")
        expect(keep.get_by_role("heading", name="What you can do now")).to_be_visible()
        screenshot("page-in-jupyterlab")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_to_keep_is_accessible_and_prints_on_two_sheets(
    tmp_path: Path, page: Page, screenshot: Callable, scheme: str
) -> None:
    path = [[epoch, 2 - 2 * 0.85**epoch] for epoch in range(20)]
    known = {name: Note(list(one.exercises), {"w": path}) for name, one in COURSE.items()}
    file = tmp_path / page_to_keep.NAME
    file.write_text(page_to_keep.page(known, "Ada"), encoding="utf-8")
    page.emulate_media(color_scheme=scheme)
    page.goto(file.as_uri())
    assert not Axe().run(page).response["violations"]
    screenshot(f"page-{scheme}")
    printed = page.pdf(format="A4")
    assert printed.count(b"/Type /Page\n") in (1, 2)
