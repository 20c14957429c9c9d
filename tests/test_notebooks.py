"""The stored reference notebooks: built from their texts, executed, complete, and true."""

import html
import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from course.classroom import notebooks

NUMBER = re.compile(r"(?<![\w.])(?:\d+\.\d+|\d{3,})(?!\w|\.\d)")
IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)

each_notebook = pytest.mark.parametrize("assignment", notebooks.assignments())


def stored(assignment: str) -> NotebookNode:
    return nbformat.read(notebooks.path(assignment), as_version=4)


def texts(notebook: NotebookNode, mime: str) -> Iterator[str]:
    """The outputs of ``notebook`` as text; "text/plain" includes what was printed."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if mime in output.get("data", {}):
                yield output.data[mime]
            if mime == "text/plain" and output.output_type == "stream":
                yield output.text


def stripped(notebook: NotebookNode) -> list[tuple]:
    """What a text determines of a notebook: everything but the outputs."""
    return [(cell.id, cell.cell_type, cell.source, cell.metadata) for cell in notebook.cells]


class TestBuilding:
    """`make notebooks`, without running a notebook."""

    @pytest.fixture
    def built(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A copy of what they are made from, where all have been built."""
        for name in ("source", "course"):
            shutil.copytree(notebooks.SOURCE.parent / name, tmp_path / name)
        monkeypatch.setattr(notebooks, "SOURCE", tmp_path / "source")
        monkeypatch.setattr(notebooks, "BUILT", tmp_path / "build" / "notebooks.json")
        monkeypatch.setattr(notebooks, "execute", lambda notebook: None)
        assert notebooks.build() == notebooks.assignments()
        return tmp_path

    def test_what_has_not_changed_is_left_as_it_is(self, built: Path) -> None:
        for path in built.rglob("*"):
            os.utime(path, (0, 0))  # as a clone has other times
        assert notebooks.build() == []
        assert all(notebooks.path(name).stat().st_mtime == 0 for name in notebooks.assignments())

    def test_one_whose_text_has_changed_is_made_anew(self, built: Path) -> None:
        text = built / "source" / "02-autograd.md"
        text.write_text(text.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
        assert notebooks.build() == ["02-autograd"]
        assert notebooks.build() == []

    def test_one_that_somebody_else_has_changed_is_made_anew(self, built: Path) -> None:
        notebooks.path("03-loss-and-optimizer").write_text("{}")
        assert notebooks.build() == ["03-loss-and-optimizer"]

    def test_all_are_made_anew_when_what_runs_in_them_has_changed(self, built: Path) -> None:
        with open(built / "course" / "figures" / "style.py", "a") as module:
            module.write("# another colour\n")
        assert notebooks.build() == notebooks.assignments()

    def test_one_that_is_named_is_made_anew_in_any_case(self, built: Path) -> None:
        assert notebooks.build(["01-by-hand"]) == ["01-by-hand"]


@each_notebook
def test_nothing_is_stored_that_is_another_on_the_next_run(assignment: str) -> None:
    elsewhere = [
        c for c in stored(assignment).cells if "nbval-ignore-output" in c.metadata.get("tags", [])
    ]
    assert elsewhere
    for cell in elsewhere:
        assert not cell.outputs or re.search(r"slider|linked_figure", cell.source)


def test_there_are_four() -> None:
    assert notebooks.assignments() == [
        "01-by-hand",
        "02-autograd",
        "03-loss-and-optimizer",
        "04-model",
    ]


@each_notebook
def test_it_is_the_one_its_text_describes(assignment: str) -> None:
    text = notebooks.SOURCE / f"{assignment}.md"
    assert stripped(stored(assignment)) == stripped(notebooks.convert(text)), (
        "the notebook is not the one of the text: run `make notebooks`"
    )


def test_the_header_is_the_one_its_text_describes() -> None:
    header = nbformat.read(notebooks.SOURCE / "header.ipynb", as_version=4)
    assert stripped(header) == stripped(notebooks.convert(notebooks.SOURCE / "header.md"))


def test_the_contents_are_those_of_the_texts() -> None:
    listed = (notebooks.SOURCE.parent / notebooks.CONTENTS).read_text(encoding="utf-8")
    assert json.loads(listed) == notebooks.contents(), "run `make notebooks`"


@each_notebook
def test_every_cell_ran_without_error(assignment: str) -> None:
    code = [cell for cell in stored(assignment).cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    outputs = [output for cell in code for output in cell.outputs]
    assert not [output for output in outputs if output.output_type == "error"]
    assert not [output for output in outputs if output.get("name") == "stderr"]


@each_notebook
def test_every_picture_says_what_it_shows(assignment: str) -> None:
    notebook = stored(assignment)
    prose = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    pictures = [
        tag for text in (*texts(notebook, "text/html"), *prose) for tag in IMAGE.findall(text)
    ]
    assert pictures
    for tag in pictures:
        alt = re.search(r'\balt="([^"]*)"', tag)
        assert alt, tag[:80]
        assert len(html.unescape(alt[1])) > 20, f"too short to state a message: {alt[1]!r}"
    assert not re.findall(r"!\[\s*\]\(", "\n".join(prose)), "a picture without alternative text"
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            kinds = output.get("data", {}).keys()
            assert not any(kind.startswith("image/") for kind in kinds), (
                f"no alt text: {cell.source}"
            )


@each_notebook
def test_numbers_in_the_prose_are_computed(assignment: str) -> None:
    notebook = stored(assignment)
    computed = {
        float(number)
        for text in (
            *texts(notebook, "text/plain"),
            *(cell.source for cell in notebook.cells if cell.cell_type == "code"),
        )
        for number in NUMBER.findall(text)
    }
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            prose = re.sub(r"<[^>]+>|\]\([^)]*\)", " ", cell.source)
            unknown = [number for number in NUMBER.findall(prose) if float(number) not in computed]
            assert not unknown, f"no cell computes {', '.join(unknown)}:\n{cell.source[:300]}"
