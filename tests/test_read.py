"""Notebooks as editors, assistants and disks leave them.

Each is what becomes of a notebook in which the exercise is solved and the answer written. What can be
read is; of the rest a sentence says what it is. test_submissions.py hands such in, to be graded.
"""

import io
import json
import re
import shutil
from pathlib import Path

import nbformat
import pytest
from nbgrader import validator as nbgraders
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.validator import Validator
from traitlets.config import Config

from course.classroom import notebooks, solution
from course.classroom.course import Course
from course.classroom.demo import cycle as demo
from course.classroom.report import reasons
from course.grading import accompanying, handed_in, limited, opened, parse, read
from course.grading.problem import LONGEST_REASON, Problem
from course.plugins import submitted, validate
from helpers.flaws import (
    READ,
    REFUSED,
    SOURCE,
    TEST,
    TEXT,
    Json,
    both,
    file,
    first,
    flags,
    has,
    notebook,
    one,
    own,
    without,
    write,
)

NAME = "tiny"
DOCS = notebooks.SOURCE.parent / "docs"
TROUBLES = (DOCS / "troubleshooting.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course of one notebook, in which nobody has handed in anything."""
    folder = tmp_path_factory.mktemp("tiny") / "course"
    (folder / "source" / NAME).mkdir(parents=True)
    (folder / "nbgrader_config.py").write_text(demo.CONFIG, encoding="utf-8")
    shutil.copy(notebooks.SOURCE / "header.ipynb", folder / "source")
    source = json.dumps(notebook(SOURCE))
    (folder / "source" / NAME / f"{NAME}.ipynb").write_text(source, encoding="utf-8")
    course = Course(folder)
    assert course.generate(NAME).reason == ""
    return course


def released(course: Course) -> Path:
    return course.folder / "release" / NAME / f"{NAME}.ipynb"


def load(path: Path) -> Json:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", READ)
def test_what_an_editor_reads_is_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{NAME}.ipynb"
    write(path, READ[name], notebook(SOURCE))
    cells = json.loads(read.cells(str(path)))["cells"]
    named = {own(cell).get("grade_id"): cell["source"] for cell in cells}
    assert named.keys() >= {"double", "test-double", "answer"}
    assert named["answer"].rstrip() == TEXT


# What is told.


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_notebook_is_told_in_a_sentence(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{NAME}.ipynb"
    flaw, words = REFUSED[name]
    write(path, flaw, notebook(SOURCE))
    with pytest.raises(Problem) as raised:
        read.cells(str(path))
    told = str(raised.value)
    assert told.startswith(f"'{NAME}.ipynb' is ")
    assert words in told
    assert len(f"nbgrader stopped: {told}") < LONGEST_REASON, "nothing of it is cut"
    assert reasons.without_quotes(told) == told.replace(f"'{NAME}.ipynb'", "the notebook")
    what, _, help = told.removeprefix(f"'{NAME}.ipynb' ").partition("; ")
    assert re.sub(r"(?<= )[\d,]*\d", "…", what.rpartition(": ")[2]) in TROUBLES
    assert help
    with pytest.raises(Problem, match=re.escape(told)):
        read.own(path)


def test_a_file_that_ends_anywhere_was_cut_off() -> None:
    whole = json.dumps(notebook(SOURCE), indent=1).encode()
    for end in range(1, len(whole)):
        with pytest.raises(Problem, match="it was cut off in line"):
            parse.values(whole[:end], "it")


# What is taken from a cell.


@pytest.mark.parametrize(
    ("given", "kind", "source"),
    [
        ("a line", "raw", "a line"),
        (5, "raw", "5"),
        (["a\n", "b"], "raw", "a\nb"),
        ({}, "raw", ""),
        ({"cell_type": "sheet", "source": "a"}, "raw", "a"),
        ({"cell_type": "sheet", "source": "a", "outputs": []}, "code", "a"),
        ({"cell_type": ["code"], "source": "a"}, "raw", "a"),
        ({"cell_type": "Code", "source": "a"}, "code", "a"),
        ({"source": "a", "execution_count": None}, "code", "a"),
        ({"cell_type": "markdown", "source": 0.5}, "markdown", "0.5"),
        ({"cell_type": "markdown", "source": ["ab", 5, None]}, "markdown", "ab\n5\n"),
        ({"cell_type": "markdown", "source": ["a\n", 5, None, "b"]}, "markdown", "a\n5b"),
        ({"cell_type": "markdown", "source": {"x": "a"}}, "markdown", "{'x': 'a'}"),
        ({"cell_type": "code", "source": ["ab", "c"]}, "code", "ab\nc"),
        ({"cell_type": "code", "source": ["a", "b"]}, "code", "ab"),
        ({"cell_type": "code", "source": ["a\r\n", "b\r", "c"]}, "code", "a\nb\nc"),
        ({"cell_type": "code", "source": None, "input": ["a"]}, "code", "a"),
        ({"cell_type": "code", "code": "a"}, "code", "a"),
        ({"cell_type": "text", "text": "a"}, "markdown", "a"),
        ({"cell_type": "html", "source": "<b>a</b>"}, "markdown", "<b>a</b>"),
        ({"cell_type": "heading", "level": 3, "source": "a\nb"}, "markdown", "### a b"),
    ],
)
def test_no_text_of_a_cell_is_lost(given: object, kind: str, source: str, tmp_path: Path) -> None:
    found = taken(tmp_path, {"cells": [None, given, None]})
    assert [(cell["cell_type"], cell["source"]) for cell in found] == [(kind, source)]


def test_a_picture_in_the_text_becomes_an_attachment(tmp_path: Path) -> None:
    text = '![a](data:image/png;base64,iVBO) and ![b](data:image/gif;base64,R0lG "b")'
    (found,) = taken(tmp_path, {"cells": [{"cell_type": "markdown", "source": text}]})
    assert found["source"] == '![a](attachment:1) and ![b](attachment:2 "b")'
    assert found["attachments"] == {"1": {"image/png": "iVBO"}, "2": {"image/gif": "R0lG"}}


def test_many_pictures_in_a_text_are_counted(tmp_path: Path) -> None:
    text = "(data:image/png;base64,A)" * 50_000
    with pytest.raises(Problem, match="more than 300,000 characters"):
        taken(tmp_path, {"cells": [{"cell_type": "markdown", "source": text}]})


def test_a_picture_in_code_is_text(tmp_path: Path) -> None:
    text = f"(data:image/png;base64,{'A' * 300_000})"
    with pytest.raises(Problem, match="more than 300,000 characters"):
        taken(tmp_path, {"cells": [{"cell_type": "code", "source": text}]})


def taken(folder: Path, content: object) -> list[Json]:
    (folder / "a.ipynb").write_text(json.dumps(content), encoding="utf-8")
    return json.loads(read.cells(str(folder / "a.ipynb")))["cells"]


# Validate, and the solution of a learner.


@pytest.mark.parametrize("name", READ)
def test_ones_own_notebook_is_made_valid(name: str, made: Course, tmp_path: Path) -> None:
    release = load(released(made))
    write(tmp_path / "a.ipynb", READ[name], release)
    found = nbformat.from_dict(read.own(tmp_path / "a.ipynb"))
    nbformat.validate(found)
    MetadataValidator().validate_nb(found)
    assert found.metadata.keys() == {"graded_cells"}
    expected = {own(c)["grade_id"]: own(c) for c in release["cells"] if own(c)}
    for each in filter(own, found.cells):
        flags = expected.pop(own(each).grade_id)
        assert {flag: own(each)[flag] for flag in flags if flag != "schema_version"} == {
            flag: value for flag, value in flags.items() if flag != "schema_version"
        }
    assert not expected


@pytest.fixture
def validated(monkeypatch: pytest.MonkeyPatch) -> Validator:
    """What Validate runs, with the settings of the course."""
    monkeypatch.setattr(nbgraders, "read_nb", nbgraders.read_nb)
    monkeypatch.setattr(Validator, "validate", Validator.validate)
    validate.read_as_grading_does()
    return Validator(config=Config({"Execute": {"on_notebook_start": validate.name_lost_cells}}))


ODD = both(
    without("id", "outputs", "execution_count"),
    has(nbformat_minor=None, metadata={"kernelspec": {"name": "nowhere"}}),
    flags(schema_version=1),
    first(None),
    file(lambda text: text.encode("utf-16")),
)
"""Much at once."""


@pytest.mark.slow
class TestOnesOwn:
    def test_validate_reads_as_grading_does(
        self, made: Course, validated: Validator, tmp_path: Path
    ) -> None:
        write(tmp_path / "a.ipynb", ODD, load(released(made)))
        assert validated.validate(str(tmp_path / "a.ipynb")) == {}

    def test_validate_runs_the_last_of_several_cells_of_a_name(
        self, made: Course, validated: Validator, tmp_path: Path
    ) -> None:
        wrong = one("double", source="def double(x):\n    return x")
        twice = both(lambda nb: nb["cells"].extend(nb["cells"][1:]), wrong)
        write(tmp_path / "a.ipynb", twice, load(released(made)))
        told = validated.validate(str(tmp_path / "a.ipynb"))
        assert [test["source"] for test in told["failed"]] == [TEST["source"]]

    def test_validate_says_in_a_sentence_what_is_no_notebook(
        self, validated: Validator, tmp_path: Path
    ) -> None:
        (tmp_path / "a.ipynb").write_text("<html>", encoding="utf-8")
        why = "'a.ipynb' is not a notebook: it is a web page; hand in the notebook itself"
        (told,) = validated.validate(str(tmp_path / "a.ipynb"))["failed"]
        assert told["source"] == "# a.ipynb"
        assert why in " ".join(told["raw_error"].split())
        validated.stream = io.StringIO()
        validated.validate_and_print(str(tmp_path / "a.ipynb"))
        assert why in " ".join(validated.stream.getvalue().split())

    def test_the_solution_is_for_whom_the_tests_pass(self, made: Course, tmp_path: Path) -> None:
        write(tmp_path / "a.ipynb", ODD, load(released(made)))
        assert solution.failing(tmp_path / "a.ipynb", released(made)) == []

    def test_the_solution_is_not_for_whose_tests_fail(self, made: Course, tmp_path: Path) -> None:
        wrong = one("double", source="def double(x):\n    return x")
        write(tmp_path / "a.ipynb", both(wrong, ODD), load(released(made)))
        assert solution.failing(tmp_path / "a.ipynb", released(made)) == ["test-double"]


# The limits.

LIMITS = {
    "bytes of the notebook": f"{read.MOST_BYTES >> 20} MB",
    "values in its JSON": f"{parse.MOST_VALUES:,}",
    "cells": f"{read.MOST_CELLS:,}",
    "characters of all cells, without pictures": f"{read.MOST_CHARACTERS:,}",
    "bytes of the pictures in its texts": f"{read.MOST_ATTACHED >> 20} MB",
    "characters of a `grade_id`": f"{read.LONGEST_NAME:,}",
    "time to read it": f"{handed_in.SECONDS} s",
    "memory to read it": f"{limited.MEMORY >> 30} GB",
    "files and folders beside it": f"{opened.MOST_FILES:,}",
    "folders in folders": f"{opened.MOST_DEEP}",
    "bytes of all files beside it": f"{accompanying.MOST_BYTES >> 20} MB",
    "bytes of `timestamp.txt`": f"{submitted.MOST_BYTES_OF_TIME}",
}


def test_the_limits_stand_on_one_page() -> None:
    page = (DOCS / "grading.md").read_text(encoding="utf-8")
    _, _, table = page.partition("| of what is handed in | at most | else |\n|---|---|---|\n")
    rows = [row.strip("| ").split(" | ") for row in table.partition("\n\n")[0].splitlines()]
    assert {what: most for what, most, _ in rows} == LIMITS
