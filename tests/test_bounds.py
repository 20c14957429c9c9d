"""What a text or an output of a student's may cost is bounded before anybody reads or shows it."""

import itertools
import json
from pathlib import Path

import nbformat
import pytest
from nbconvert.filters.markdown_mistune import markdown2html_mistune
from nbformat.v4 import new_code_cell, new_notebook, new_output

from course.classroom import notebooks
from course.grading import handed_in, limited, read, showable, tame
from course.grading.problem import Problem
from helpers import boxed


def handed(folder: Path, content: object) -> nbformat.NotebookNode:
    """What is read of a notebook with this JSON."""
    path = folder / "notebook.ipynb"
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, encoding="utf-8")
    return nbformat.from_dict(json.loads(read.cells(str(path))))


def cell(source: object, kind: str = "markdown", **more: object) -> dict:
    return {"cell_type": kind, "metadata": {}, "source": source} | more


# Calls within limits.


@boxed.needed
@pytest.mark.parametrize(
    ("function", "arguments", "reason"),
    [
        (max, [itertools.repeat(1)], "it took more than 1 s"),
        (bytes, [4 << 30], "MemoryError"),
        (bytes, [itertools.repeat(0)], "MemoryError|it took more than"),
        (bytes, ["no number"], "TypeError"),
    ],
    ids=["endless", "large", "growing", "wrong"],
)
def test_a_call_that_comes_to_no_end_is_ended(
    function: object, arguments: list, reason: str
) -> None:
    with pytest.raises(limited.LimitedError, match=reason):
        limited.call("", 1, function, *arguments)
    assert limited.call("", 1, bytes, 3) == b"\0\0\0"


@boxed.needed
def test_what_a_call_says_to_people_arrives(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="nothing handed in"):
        limited.call("", 1, read.cells, str(tmp_path / "nothing.ipynb"))


# What is read of a notebook.


@pytest.mark.parametrize("assignment", notebooks.assignments())
def test_the_course_is_read_as_it_stands(assignment: str) -> None:
    path = notebooks.path(assignment)
    before, after = nbformat.read(path, as_version=4), handed_in.notebook(path)
    nbformat.validate(after)
    assert [(c.cell_type, c.source) for c in after.cells] == [
        (c.cell_type, c.source) for c in before.cells
    ]
    names = [c.metadata.get("nbgrader", {}).get("grade_id") for c in before.cells]
    assert [c.metadata.get("nbgrader", {}).get("grade_id") for c in after.cells] == names


def test_nothing_is_read_but_cells_with_texts_and_names(tmp_path: Path) -> None:
    name = {"nbgrader": {"grade_id": "a", "points": 100, "x": [{}]}, "tags": ["b"]}
    code = cell(["1\n", "2"], "code", id="x" * 10_000, outputs=[[]] * 100) | {"metadata": name}
    found = handed(tmp_path, {"cells": [code, cell("t", id=[])], "metadata": [], "nbformat": 4})
    assert found == {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {},
        "cells": [
            {
                "id": "cell-1",
                "cell_type": "code",
                "source": "1\n2",
                "metadata": {"nbgrader": {"grade_id": "a"}},
                "outputs": [],
                "execution_count": None,
            },
            {"id": "cell-2", "cell_type": "markdown", "source": "t", "metadata": {}},
        ],
    }


def test_worksheets_are_read(tmp_path: Path) -> None:
    sheet = [
        {"cell_type": "heading", "level": 2, "source": "One\ntwo"},
        {"cell_type": "code", "input": ["a\n", "b"], "outputs": []},
        {"cell_type": "html", "source": "<b>c</b>"},
    ]
    found = handed(tmp_path, {"nbformat": 3, "worksheets": [{"cells": sheet}]})
    assert [(c.cell_type, c.source) for c in found.cells] == [
        ("markdown", "## One two"),
        ("code", "a\nb"),
        ("markdown", "<b>c</b>"),
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ({"cells": [cell("")] * 1_001}, "more than 1,000 cells"),
        ({"cells": [cell("x" * 150_001)] * 2}, "more than 300,000 characters"),
        ({"cells": {}}, "no cells in it"),
        ([], "no cells in it"),
        ({"cells": [], "nbformat": 5}, "of format 5"),
        ('{"cells": [', "not valid JSON"),
        ('{"cells": ' + "[" * 100_000, "nested too deep"),
        ('{"x": [' + "0," * 5_000_000 + "0]}", "more than 5,000,000 values"),
    ],
)
def test_what_cannot_be_graded_is_refused_in_a_sentence(
    tmp_path: Path, content: object, reason: str
) -> None:
    with pytest.raises(Problem, match=reason) as raised:
        handed(tmp_path, content)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("number", ["9" * 1_000_000, "0." + "9" * 1_000_000, "NaN", "1e999"])
def test_a_number_costs_nothing(tmp_path: Path, number: str) -> None:
    assert handed(tmp_path, f'{{"x": {number}, "cells": []}}').cells == []


# Texts.


def test_a_text_that_would_make_a_page_slow_is_shown_as_it_stands(tmp_path: Path) -> None:
    slow = "\\\\[ <b> " * 5_000
    honest = "The **slope** $w_1$ and\n\n| a | b |\n|---|---|\n| 1 | 2 |\n" * 20
    found = handed(tmp_path, {"cells": [cell(slow), cell(honest)]})
    assert found.cells[1].source == honest
    page = markdown2html_mistune(found.cells[0].source)
    assert page.startswith("<pre><code>")
    assert page.count("\\\\[ &lt;b&gt;") == 5_000


def test_many_texts_take_the_room_of_one(tmp_path: Path) -> None:
    text = "".join(f"- *{n}* [{n}](x) $x_{n}$\n" for n in range(60))
    found = handed(tmp_path, {"cells": [cell(text)] * 150})
    as_written = sum(c.source == text for c in found.cells)
    assert 20 < as_written < 130


@pytest.mark.parametrize(
    ("text", "has_room"),
    [
        ("<table>" + "<tr><td>1</td></tr>" * 1_000 + "</table>", True),
        ("<img src=a><br/>" * 1_000, True),
        ("<script>" + "for (i = 0; i < n; i++) {}" * 100 + "</script>", True),
        ("<p>" * 101, False),
        ("<td>1</td>" * 10_001, False),
        ("<a " * 20_000, False),
        ("<![x", False),
        ('<img src="data:image/png;base64,' + "ab+/" * 25_000 + '">', True),
        ("&" * 200_000, False),
        ("<!--" + "-" * 200_000, False),
        ("<b style='" + "%" * 200_000 + "'>", False),
        ("<" + "a" * 1_000_000, False),
        ("</" + "a" * 1_000_000, False),
        ("a" * 1_000_000, True),
    ],
)
def test_html_has_few_tags_that_end_and_are_not_deep(text: str, has_room: bool) -> None:
    assert tame.Room().html(text) is has_room


@pytest.mark.parametrize(
    ("code", "has_room"),
    [
        ("def f(x):\n    return [x[i] + 1 for i in range(3)]\n" * 200, True),
        ("." * 20_000, False),
        ("f'''{[(" * 10_000, False),
        ("a" + "\n" * 5_000 + "a", False),
        (("a" + "\n " * 1_000) * 4, False),
        ("a " * 30_000, False),
        ("    x = 1\n\n\n" * 1_000, True),
    ],
    ids=["honest", "dots", "quotes", "blank lines", "lines of blanks", "words", "indented"],
)
def test_code_that_would_be_slow_to_color_has_no_room(code: str, has_room: bool) -> None:
    assert tame.Room().code(code) is has_room


@pytest.mark.parametrize("assignment", notebooks.assignments())
def test_the_code_of_the_course_is_colored(assignment: str) -> None:
    room = tame.Room()
    cells = nbformat.read(notebooks.path(assignment), as_version=4).cells
    assert all(room.code(c.source) for c in cells if c.cell_type == "code")
    assert room.cost > tame.PAGE / 2


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("![a](attachment:b.png)", "![a](attachment:1)"),
        ("![a](attachment:b.png) ![](attachment:b.png)", "![a](attachment:1) ![](attachment:1)"),
        ("![a](attachment:ü(1).png)", "![a](attachment:1)"),
        ("![a](attachment:c.png)", "![a](missing-attachment:c.png)"),
        ("![a](attachment&#58;c.png)", "    ![a](attachment&#58;c.png)"),
        ("![a](a\\ttachment:c.png)", "    ![a](a\\ttachment:c.png)"),
    ],
)
def test_a_text_names_only_what_is_attached(given: str, made: str) -> None:
    picture = {"image/png": "iVBORw0KGgo="}
    text, attached = tame.attach(given, {"b.png": picture, "ü(1).png": picture, "d": picture})
    assert text == made
    assert attached == ({"1": picture} if "attachment:1" in made else {})


def test_pictures_have_room_for_some(tmp_path: Path) -> None:
    large = {"a": {"image/png": "A" * (2 << 20)}}
    text = cell("![](attachment:a)", attachments=large)
    first, second = handed(tmp_path, {"cells": [text, text]}).cells
    assert first.attachments == {"1": large["a"]}
    assert "attachments" not in second
    assert second.source == "![](missing-attachment:a)"


# Outputs.


def limited_outputs(*outputs: nbformat.NotebookNode) -> list:
    """What is kept of the outputs of a cell."""
    notebook = new_notebook(cells=[new_code_cell("", outputs=list(outputs))])
    showable.limit(notebook)
    nbformat.validate(notebook)
    return notebook.cells[0].outputs


def display(**data: object) -> nbformat.NotebookNode:
    return new_output("display_data", {kind.replace("_", "/"): v for kind, v in data.items()})


def printed(text: str) -> str:
    [output] = limited_outputs(new_output("stream", name="stdout", text=text))
    return output.text


@pytest.mark.parametrize("assignment", notebooks.assignments())
def test_the_outputs_of_the_course_are_kept(assignment: str) -> None:
    notebook = nbformat.read(notebooks.path(assignment), as_version=4)
    before = nbformat.writes(notebook)
    showable.limit(notebook)
    assert nbformat.writes(notebook) == before


def test_a_few_colors_are_kept_and_many_are_not() -> None:
    few = "\x1b[31mred\x1b[0m\n" * 100
    assert printed(few) == few
    assert set(printed("\x1b[31ma\n" * 21_000)) == {"a", "\n"}
    assert printed("\x1b[" + "1;" * 1_000 + "mred") == "red"


def test_a_long_line_is_cut_and_so_is_a_long_print() -> None:
    assert len(printed("x" * 100_000)) < 11_000
    assert len(printed("x\n" * 1_000_000)) < 210_000


def test_what_is_shown_too_large_says_so() -> None:
    [large] = limited_outputs(display(image_png="A" * (7 << 20)))
    assert large.data == {"text/plain": showable.LEFT_OUT}
    [table] = limited_outputs(display(text_html="<td>" * 50_000, text_plain="a table"))
    assert table.data == {"text/plain": "a table"}
    [values] = limited_outputs(display(application_json=[[]] * 20_000))
    assert values.data == {"text/plain": showable.LEFT_OUT}


def test_an_error_stays_one_wherever_it_stands() -> None:
    text = new_output("stream", name="stdout", text="a")
    error = new_output("error", ename="E" * 20_000, evalue="e", traceback=["t" * 300_000])
    outputs = limited_outputs(*[text] * 5_000, error)
    assert len(outputs) <= showable.MOST_OUTPUTS + 2
    assert outputs[-1].output_type == "error"
    assert outputs[-1].evalue == "e"
    assert len(json.dumps(outputs[-1])) < 50_000


def test_what_a_test_says_has_room_in_any_case() -> None:
    large = [display(image_png="A" * (1 << 20)) for _ in range(30)]
    error = new_output("error", ename="WrongError", evalue="e", traceback=["why\n" * 100])
    flags = {"grade_id": "test-a", "grade": True, "solution": False, "points": 1}
    test = new_code_cell("", outputs=[error], metadata={"nbgrader": flags})
    notebook = new_notebook(cells=[new_code_cell("", outputs=large), test])
    showable.limit(notebook)
    assert notebook.cells[1].outputs[0].traceback == ["why\n" * 100]


def test_all_outputs_together_have_a_limit() -> None:
    outputs = limited_outputs(*[display(image_png="A" * (1 << 20)) for _ in range(30)])
    assert sum("image/png" in output.data for output in outputs) == 6
