"""What a student wrote is data on the page that an instructor grades, and on the one they get back.

The pages are made here, and read as a browser reads them. What a browser does with them is in
flows/test_hostile_pages.py.
"""

import html
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from nbformat import NotebookNode, v4
from nbgrader.server_extensions.formgrader import handlers
from traitlets.config import Config

from course.figures import style
from course.grading import tame
from course.plugins import browser, markup, shown
from course.plugins.browser import NONCE, FormgraderPage
from course.plugins.pages import FeedbackPage
from course.plugins.shown import HideHiddenTests
from helpers import hostile_pages

PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
BOOTSTRAP = Path(handlers.static_path, "node_modules/bootstrap/dist/css")
PAGES = {"formgrade": FormgraderPage, "feedback": FeedbackPage}
NAMES = dict.fromkeys(("notebook_id", "assignment_id", "submission_id", "base_url"), "a")
NAMES |= {"notebook_path": "autograded/a/a.ipynb", "last_name": None, "first_name": None}


def page(template: str, cells: list[NotebookNode], **names: str) -> str:
    """The page of a notebook with ``cells``, as nbgrader has it made."""
    config = Config()
    config.HTMLExporter.template_name = template
    config.HTMLExporter.extra_template_basedirs = [handlers.template_path]
    config.HTMLExporter.extra_template_paths = [str(BOOTSTRAP)]
    graded = {"notebook": "a", "score": 1, "max_score": 2, "late_penalty": 0}
    known = {**NAMES, "index": 0, "total": 1, "student": "a", "nbgrader": graded, **names}
    notebook = v4.new_notebook(cells=cells)
    text: str = PAGES[template](config=config).from_notebook_node(notebook, known)[0]
    return text


def code(*outputs: NotebookNode) -> NotebookNode:
    return v4.new_code_cell("1", outputs=list(outputs))


def displayed(mime: str, value: str, **metadata: Any) -> NotebookNode:
    return v4.new_output("display_data", {mime: value}, metadata=metadata)


HARMLESS = [
    v4.new_markdown_cell("a"),
    v4.new_raw_cell("a"),
    code(
        v4.new_output("stream", text="a"),
        v4.new_output("error", ename="a", evalue="a", traceback=["\x1b[31ma"]),
        *(displayed(mime, "a") for mime in shown.PRIORITY),
        displayed("text/plain", "\x1b[31ma"),
    ),
]
"""A cell of each kind, with an output of each kind."""


@pytest.mark.parametrize("template", PAGES)
def test_nothing_of_a_students_is_active(template: str, record_property: Callable) -> None:
    text, outputs = hostile_pages.text_cells(), hostile_pages.outputs()
    record_property("attacks: pages", len(text) + len(hostile_pages.pieces("outputs")))
    hostile = hostile_pages.active(page(template, [*HARMLESS, *text, code(*outputs)]))
    harmless = hostile_pages.active(page(template, HARMLESS))
    assert not hostile.keys() - harmless.keys()
    assert {what.split()[0] for what in hostile - harmless} <= {"div", "span"}  # of nbconvert's


@pytest.mark.parametrize("template", PAGES)
def test_a_page_asks_for_nothing_but_the_formgraders_own_files(template: str) -> None:
    loaded = re.findall(
        r'<(?:script|link|img|iframe)[^>]* (?:src|href)="([^"]*)"', page(template, HARMLESS)
    )
    others = [address for address in loaded if not address.startswith(("a/formgrader/", "data:"))]
    assert not others


@pytest.mark.parametrize("name", ["last_name", "student", "notebook_path"])
def test_a_name_is_text(name: str) -> None:
    hostile = "a\"'><img src=x onerror=ran(0)></script><script>ran(0)</script>"
    known = {"first_name": "a" if name == "last_name" else "", "last_name": "", name: hostile}

    def elements(text: str) -> Counter[str]:
        return Counter(element.name for element in BeautifulSoup(text, "html.parser").find_all())

    assert elements(page("formgrade", HARMLESS, **known)) == elements(page("formgrade", HARMLESS))


def test_each_script_of_nbgraders_may_run_and_each_click_is_known() -> None:
    templates = [
        path.relative_to(handlers.template_path)
        for path in Path(handlers.template_path).rglob("*")
        if path.suffix in (".tpl", ".j2") and path.parent.name != "feedback"
    ]
    clicks = set()
    for name in templates:
        source = browser.template(str(name))
        assert source.count("<script") == source.count(f'<script nonce="{NONCE}"')
        assert not re.search(r'= "\{\{[^}]*\}\}";', source), "a name in a script"
        clicks |= set(re.findall(r'\son\w+="([^"]*)"', source, re.IGNORECASE))
    assert clicks == set(browser.ON_CLICK)


@pytest.mark.parametrize("template", PAGES)
def test_what_a_student_wrote_is_drawn_in_its_own_place(template: str) -> None:
    mark = "drawn\u0303"
    cells = [
        v4.new_markdown_cell(mark),
        v4.new_raw_cell(mark),
        v4.new_code_cell(mark),
        code(
            v4.new_output("stream", text=mark),
            v4.new_output("error", ename=mark, evalue=mark, traceback=[mark]),
            *(displayed(mime, mark) for mime in ("text/html", "text/markdown", "text/plain")),
        ),
    ]
    tree = BeautifulSoup(page(template, cells), "html.parser")
    places = ".text_cell_render, .input_area, .output_area"
    [rule] = [s for s in tree.select("style") if s.string.strip().startswith(places)]
    assert rule.string.strip() == f"{places} {{ overflow: auto hidden; }}"
    drawn = tree.body.find_all(string=re.compile(mark))
    kept = tree.select(places)
    assert len(drawn) >= 8
    assert all(any(place in text.parents for place in kept) for text in drawn)


def test_the_policy_stands_before_all_that_a_feedback_page_holds() -> None:
    head = page("feedback", HARMLESS).partition("<head>")[2].strip()
    assert head.startswith('<meta http-equiv="Content-Security-Policy" content="default-src ')


@pytest.mark.parametrize("template", PAGES)
def test_the_courses_figures_and_formulas_are_on_the_page(template: str) -> None:
    figure, _ = style.canvas()
    still = style.picture(figure, 'Ada\'s line, "w = 2", lies below < above.')
    widget = {"model_id": "a", "version_major": 2, "version_minor": 0}
    slider = v4.new_output(
        "display_data",
        {
            "application/vnd.jupyter.widget-view+json": widget,
            "text/html": still,
            "text/plain": "lr",
        },
    )
    cells = [
        code(displayed("text/html", still), slider),
        code(displayed("image/png", PNG, **{"image/png": {"width": 300, "alt": "a dot"}})),
        code(displayed("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>")),
        v4.new_markdown_cell("$\\hat y = w x$ and\n\n$$L = \\frac{1}{N} \\sum e^2$$"),
        v4.new_markdown_cell("![dot](attachment:a.png)", attachments={"a.png": {"image/png": PNG}}),
    ]
    tree = BeautifulSoup(page(template, cells), "html.parser")
    pictures = tree.select("img")
    assert style.SHEET in still and "filter" not in tree.text
    [source] = re.findall('src="([^"]*)"', still)
    assert [p["src"] == source for p in pictures] == [True, True, False, False, False]
    assert pictures[0]["alt"] == 'Ada\'s line, "w = 2", lies below < above.'
    assert pictures[0]["style"] == "max-width: 100%;"
    assert (pictures[2]["width"], pictures[2]["alt"]) == ("300", "a dot")
    assert [formula["display"] for formula in tree.select("math")] == ["inline", "block"]
    assert tree.select_one("math mover") and tree.select_one("math mfrac")


@pytest.mark.parametrize(
    ("source", "shown_as"),
    [
        ("[the page](https://example.org/a?b&c)", "the page (https://example.org/a?b&amp;c)"),
        ("<https://example.org>", "https://example.org"),
        ("![a plot](plot.png)", "a plot (plot.png)"),
        ("![a plot](attachment:lost.png)", "a plot (attachment:lost.png)"),
        ("<a href=b>c</a>", "&lt;a href=b&gt;c&lt;/a&gt;"),
        ("a < b && c", "a &lt; b &amp;&amp; c"),
        ("*w* is **7**, `w = 7`", "<em>w</em> is <strong>7</strong>, <code>w = 7</code>"),
        ("H<sub>2</sub>O", "H<sub>2</sub>O"),
        (r"it costs \$5", "it costs $5"),
        ("$\\unknown{$", "$\\unknown{$"),
    ],
)
def test_what_is_written_can_be_read(source: str, shown_as: str) -> None:
    assert markup.markdown(source).strip() == f"<p>{shown_as}</p>"


@pytest.mark.parametrize("tag", ["<b>", "<div>", "<ul><li>"])
def test_what_is_nested_deeper_than_a_parser_likes_is_shown_as_written(tag: str) -> None:
    text = tag * markup.MAX_DEPTH + "a"
    as_written = f"<pre>{html.escape(tag + text)}</pre>"
    assert markup.clean(tag + text) == as_written
    assert markup.markdown(tag + text + " $w$") == f"<pre>{html.escape(tag + text)} $w$</pre>"
    assert markup.clean("<br>a<img>" * markup.MAX_DEPTH).count("<br>") == markup.MAX_DEPTH


@pytest.mark.parametrize(
    ("text", "shown_as"),
    [
        ("a<style>b {color: red}</style>c<STYLE scoped>d</style >e", "ace"),
        ("a<style>b", "a&lt;style&gt;b"),
        ("<style><style>a</style>b", "&lt;style&gt;b"),
    ],
)
def test_a_style_sheet_is_left_out_and_nothing_behind_one_without_an_end(
    text: str, shown_as: str
) -> None:
    assert markup.clean(text) == shown_as


def test_code_alone_is_shown_as_it_stands() -> None:
    text = "x < 1\n\n  y & z"
    assert markup.markdown(tame.verbatim(text)) == f"<pre>{html.escape(text)}</pre>"


def test_what_is_said_instead_of_a_picture_is_cut() -> None:
    picture = displayed("image/png", PNG, alt="&" * 1_000_000)
    [output] = shown.as_data(v4.new_notebook(cells=[code(picture)])).cells[0].outputs
    assert len(output.metadata["image/png"]["alt"]) == shown.LONGEST_ALT


@pytest.mark.parametrize("attributes", ["a " * 8_000, "a" + "1" * 8_000])
def test_an_element_that_takes_long_to_read_is_shown_as_written(attributes: str) -> None:
    text = f"<b {attributes}>"
    assert markup.clean(text) == f"<pre>{html.escape(text)}</pre>"
    assert markup.markdown(text).startswith("<pre>&lt;b ")


@pytest.mark.parametrize(
    ("text", "is_picture"),
    [("AA+/\n AA==\n", True), ("AA=\n=", True), ("A" + " " * 200_000 + "!", False), ("", False)],
)
def test_a_picture_is_told_at_once(text: str, is_picture: bool) -> None:
    assert bool(markup.BASE64.fullmatch(text)) is is_picture
    [output] = (
        shown.as_data(v4.new_notebook(cells=[code(displayed("image/png", text))])).cells[0].outputs
    )
    assert ("image/png" in output.data) is is_picture


@pytest.mark.parametrize(
    "source", ["> " * 5000 + "a", "[" * 5000, "*a " * 5000, "$" + "{" * 1500 + "$"]
)
def test_text_that_no_parser_follows_is_shown(source: str) -> None:
    assert "a" in markup.markdown(source + "a")


HIDDEN = """check.forward(forward)
### BEGIN HIDDEN TESTS
check.forward(forward, seed=11)
### END HIDDEN TESTS"""


def a_test(name: str, source: str, *traceback: str) -> NotebookNode:
    error = v4.new_output(
        "error", ename="AssertionError", evalue="7 is wrong", traceback=list(traceback)
    )
    flags = {"grade_id": name, "grade": True, "solution": False, "schema_version": 3, "points": 1}
    return v4.new_code_cell(source, outputs=[error], metadata={"nbgrader": flags})


def without_hidden_tests(*cells: NotebookNode) -> list[NotebookNode]:
    return HideHiddenTests().preprocess(v4.new_notebook(cells=list(cells)), {})[0].cells


def test_hidden_tests_are_in_neither_the_source_nor_the_error() -> None:
    frames = [
        "Traceback",
        "\x1b[32m----> 3\x1b[39m check.forward(forward, seed=\x1b[36m11\x1b[39m)",
    ]
    [cell] = without_hidden_tests(a_test("a", HIDDEN, *frames))
    assert cell.source == "check.forward(forward)"
    assert cell.outputs[0].traceback == ["AssertionError: 7 is wrong"]


def test_a_hidden_helper_is_not_shown_by_another_tests_error() -> None:
    frames = ["----> 1 helper()", "----> 3 check.forward(forward, seed=11)"]
    _, cell = without_hidden_tests(a_test("a", HIDDEN, "a"), a_test("b", "helper()", *frames))
    assert cell.source == "helper()"
    assert cell.outputs[0].traceback == ["AssertionError: 7 is wrong"]


def test_what_an_error_tells_the_student_stays_as_it_is() -> None:
    told = ["Misconception [broadcast]\nYour errors form a table."]
    [cell] = without_hidden_tests(a_test("a", HIDDEN, *told))
    assert cell.outputs[0].traceback == told


def test_words_in_a_students_cell_stop_no_feedback() -> None:
    own = v4.new_code_cell("### BEGIN HIDDEN TESTS\n1")
    assert without_hidden_tests(own) == [own]


def test_a_style_that_no_reader_takes_is_shown_as_it_was_written() -> None:
    text = f'<p style="width: {"9" * 5_000}px">a</p>'
    assert html.unescape(markup.clean(text)) == f"<pre>{text}</pre>"
