"""A learner on their own, with a clone: `course lab`, the notebook's last cell, `course solution`."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Page, expect

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
