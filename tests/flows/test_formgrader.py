"""An instructor in nbgrader's formgrader: from Generate to the feedback page, and what goes wrong."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Page, expect

from course.classroom.course import Course
from course.classroom.demo import cycle as demo
from course.classroom.demo import roster
from course.grading import cells
from course.grading.beside import NOT_DRAWN
from course.plugins.formgrader import STOPPED
from helpers import boxed
from helpers.formgrader import Formgrader
from helpers.jupyter import JupyterServer, serving

pytestmark = pytest.mark.flow

NAME, OTHER, ANOTHER = "04-model", "01-by-hand", "02-autograd"
CLASS = {student.name: student for student in roster.students()}
RIGHT, WRONG, DAMAGED = "alma", "hugo", "liam"
FOR_ALL = "One point each for what is the same, what has changed, and what your friend should do."
FOR_THE_GRADER = "the line that turns about 2.94 km"
LATE = "The path is the same; the bias adds a slow direction, and so I would standardise."
LATER = "The eigenvalues show it."
COMMENT = "You saw **why** the bias is slow."

Keep = Callable[[str], None]
Serve = Callable[..., JupyterServer]


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course folder: three have handed in the first assignment, the others are not generated."""
    folder = tmp_path_factory.mktemp("handed-in") / "course"
    demo.prepare(folder, [NAME, OTHER, ANOTHER])
    assert Course(folder).generate(NAME).reason == ""
    for student in (RIGHT, WRONG, DAMAGED):
        roster.hand_in(CLASS[student], NAME, folder)
    return folder


@pytest.fixture
def folder(handed_in: Path, tmp_path: Path) -> Path:
    """A copy of ``handed_in`` for one test."""
    return shutil.copytree(handed_in, tmp_path / "course")


@pytest.fixture
def formgrader(folder: Path, jupyter_in: Serve, page: Page) -> Formgrader:
    """The formgrader of ``folder``."""
    return Formgrader(page, jupyter_in(folder))


@pytest.fixture(scope="module")
def server(handed_in: Path) -> Iterator[JupyterServer]:
    """JupyterLab on ``handed_in``, for tests that grade nothing."""
    with serving(handed_in.parent / "home", handed_in) as server:
        yield server


@pytest.fixture
def refusing(server: JupyterServer, page: Page) -> Formgrader:
    """The formgrader of ``handed_in``."""
    return Formgrader(page, server)


def score(folder: Path, student: str) -> float | None:
    mark = Course(folder).mark(student, NAME)
    return mark and mark.score


@contextmanager
def locked(folder: Path, how: str) -> Iterator[None]:
    """Another program is in the gradebook, and keeps it."""
    with closing(sqlite3.connect(folder / "gradebook.db")) as database:
        database.execute(f"BEGIN {how}")
        yield


def test_what_is_generated_can_be_previewed_and_holds_no_answers(
    jupyter_in: Serve, tmp_path: Path, page: Page, screenshot: Keep
) -> None:
    folder = tmp_path / "course"
    demo.prepare(folder, [NAME])
    formgrader = Formgrader(page, jupyter_in(folder, "Dark"))
    formgrader.open_from_menu()
    expect(formgrader.row(NAME).locator(".num-submissions")).to_have_text("0")
    formgrader.press(NAME, "assign")
    assert f"Successfully created the student version of '{NAME}'" in formgrader.answer()
    screenshot("generated")
    formgrader.press(NAME, "preview")
    page.get_by_role("listitem", name="ipynb").dblclick()
    notebook = page.locator(".jp-Notebook")
    expect(notebook).to_contain_text(FOR_ALL)
    expect(notebook).to_contain_text("Your answer here")
    for secret in (FOR_THE_GRADER, "MARK SCHEME", "SOLUTION", "HIDDEN TESTS"):
        expect(notebook).not_to_contain_text(secret)
    notebook.get_by_role("paragraph").filter(has_text=FOR_ALL).scroll_into_view_if_needed()
    screenshot("preview")


@boxed.needed
def test_one_submission_is_graded_from_autograde_to_the_feedback_page(
    folder: Path, formgrader: Formgrader, page: Page, screenshot: Keep
) -> None:
    formgrader.open()
    number = formgrader.row(NAME).locator(".num-submissions")
    expect(number).to_have_text("3")
    number.get_by_role("link").press("Enter")
    formgrader.press(WRONG, "autograde")
    assert f"Successfully autograded '{NAME}' for student '{WRONG}'" in formgrader.answer()
    by_machine = score(folder, WRONG)
    row = formgrader.row(WRONG)
    expect(row.locator(".score")).to_have_text(f"{by_machine:g} / 25")
    expect(row.locator(".status")).to_have_text("needs manual grading")
    for student in (RIGHT, DAMAGED):
        expect(formgrader.row(student).locator(".status")).to_have_text("needs autograding")
        assert score(folder, student) is None
    screenshot("autograded")

    formgrader.open_submission(NAME)
    expect(page.get_by_text(FOR_THE_GRADER)).to_be_visible()
    points = page.locator("#reflection")
    points.focus()
    screenshot("rubric")
    with page.expect_response("**/api/grade/*") as stored:
        page.keyboard.type("3")
        page.keyboard.press("Tab")
    assert stored.value.ok
    page.keyboard.press("Tab")
    with page.expect_response("**/api/comment/*") as stored:
        page.keyboard.type(COMMENT)
        page.keyboard.press("Escape")
    assert stored.value.ok
    screenshot("graded-by-hand")

    formgrader.open(f"manage_submissions/{NAME}")
    expect(row.locator(".score")).to_have_text(f"{by_machine + 3:g} / 25")
    expect(row.locator(".status")).to_have_text("graded")
    formgrader.press(WRONG, "generate-feedback")
    assert f"Successfully generated feedback for '{NAME}'" in formgrader.answer()

    feedback = folder / "feedback" / WRONG / NAME / f"{NAME}.html"
    page.goto(feedback.as_uri())
    expect(page.locator("h4")).to_contain_text(f"Score: {by_machine + 3:.1f} / 25.0")
    answer = page.locator(".nbgrader_cell", has_text="My answer")
    expect(answer).to_contain_text("Score: 3.0 / 3.0")
    expect(answer.locator("strong", has_text="why")).to_be_visible()
    expect(page.get_by_text(FOR_THE_GRADER)).to_be_visible()
    verdict = page.get_by_text("[broadcast]").first
    expect(verdict).to_be_visible()
    figure = page.get_by_text(NOT_DRAWN).first
    expect(figure).to_be_visible()
    for name, part in {"verdict": verdict, "figure": figure, "comment": answer}.items():
        part.scroll_into_view_if_needed()
        screenshot(f"feedback-{name}")


@boxed.needed
def test_an_answer_in_another_cell_is_seen_where_points_are_given(
    folder: Path, formgrader: Formgrader, page: Page, screenshot: Keep
) -> None:
    path = folder / "submitted" / RIGHT / NAME / f"{NAME}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    released = nbformat.read(folder / "release" / NAME / f"{NAME}.ipynb", as_version=4)
    blank, answer = (
        next(cell for cell in nb.cells if cells.grade_id(cell) == "reflection")
        for nb in (released, notebook)
    )
    notebook.cells += [
        nbformat.v4.new_markdown_cell(f"## Reflection\n\n<script>alert(1)</script>\n\n{LATE}"),
        nbformat.v4.new_code_cell(f"# {LATER}"),
    ]
    answer.source = blank.source
    nbformat.write(notebook, path)
    formgrader.open(f"manage_submissions/{NAME}")
    formgrader.press(RIGHT, "autograde")
    assert "Successfully" in formgrader.answer()
    row = formgrader.row(RIGHT)
    expect(row.locator(".status")).to_have_text("needs manual grading")

    formgrader.open_submission(NAME)
    cell = page.locator(".nbgrader_cell", has=page.locator("#reflection"))
    for text in (
        LATE,
        LATER,
        "Found elsewhere in this notebook, in a text cell:",
        "in a code cell:",
    ):
        expect(cell).to_contain_text(text)
    expect(cell.locator("script")).to_have_count(0)
    cell.scroll_into_view_if_needed()
    screenshot("shown")
    points = page.locator("#reflection")
    points.focus()
    with page.expect_response("**/api/grade/*") as stored:
        page.keyboard.type("2")
        page.keyboard.press("Tab")
    assert stored.value.ok
    formgrader.open(f"manage_submissions/{NAME}")
    expect(row.locator(".score")).to_have_text("24 / 25")
    expect(row.locator(".status")).to_have_text("graded")


@boxed.needed
def test_grading_again_twice_at_once_keeps_points_and_comment(
    folder: Path, formgrader: Formgrader, page: Page
) -> None:
    other = Formgrader(page.context.new_page(), formgrader.server)
    for tab in (formgrader, other):
        tab.open(f"manage_submissions/{NAME}")
        expect(tab.row(RIGHT)).to_be_visible()
    formgrader.press(RIGHT, "autograde")
    assert "Successfully" in formgrader.answer()
    with Course(folder).gradebook() as gradebook:
        which = ("reflection", NAME, NAME, RIGHT)
        gradebook.find_grade(*which).manual_score = 2.5
        gradebook.find_comment(*which).manual_comment = COMMENT
        gradebook.db.commit()
    for tab in (formgrader, other):
        tab.press(RIGHT, "autograde")
    for tab in (formgrader, other):
        assert "Successfully" in tab.answer()
        expect(tab.row(RIGHT).locator(".score")).to_have_text("24.5 / 25")
    row = formgrader.row(RIGHT)
    expect(row.locator(".status")).to_have_text("needs manual grading")
    formgrader.open_submission(NAME)
    expect(page.locator("#reflection")).to_have_value("2.5")
    expect(page.locator("#reflection-comment")).to_have_value(COMMENT)
    resolve = page.get_by_role("button", name="Resolve")
    with locked(folder, "IMMEDIATE"), page.expect_response("**/api/grade/*") as answer:
        resolve.press("Space")
    assert not answer.value.ok
    with page.expect_response("**/api/grade/*") as answer:
        resolve.press("Space")
    assert answer.value.ok
    formgrader.open(f"manage_submissions/{NAME}")
    expect(row.locator(".score")).to_have_text("24.5 / 25")
    expect(row.locator(".status")).to_have_text("graded")


def test_a_damaged_submission_is_named_and_what_was_graded_before_stays(
    handed_in: Path, refusing: Formgrader, screenshot: Keep
) -> None:
    before = handed_in / "autograded" / DAMAGED / NAME / f"{NAME}.ipynb"
    before.parent.mkdir(parents=True)
    before.write_text("of an earlier day")
    refusing.open(f"manage_submissions/{NAME}")
    refusing.press(DAMAGED, "autograde")
    expect(refusing.dialog()).to_be_visible()
    screenshot("answer")
    answer = refusing.answer()
    assert f"Not graded: '{NAME}.ipynb' is not valid JSON: it was cut off in line " in answer
    assert "hand in a copy that JupyterLab opens.\n" in answer
    assert "Traceback" not in answer
    assert before.read_text() == "of an earlier day"


def test_what_was_never_generated_cannot_be_graded(handed_in: Path, refusing: Formgrader) -> None:
    shutil.copytree(handed_in / "submitted" / RIGHT / NAME, handed_in / "submitted" / RIGHT / OTHER)
    refusing.open(f"manage_submissions/{OTHER}")
    refusing.press(RIGHT, "autograde")
    answer = refusing.answer()
    assert f"Not graded: {OTHER} is not in the gradebook; press Generate" in answer
    assert "Traceback" not in answer


def test_where_nobody_has_handed_in_there_is_nothing_to_press(refusing: Formgrader) -> None:
    refusing.open()
    number = refusing.row(ANOTHER).locator(".num-submissions")
    expect(number).to_have_text("0")
    expect(number.locator("a")).to_have_count(0)
    refusing.open(f"manage_submissions/{ANOTHER}")
    expect(refusing.row("No data available in table")).to_be_visible()


@pytest.mark.parametrize("lock", ["EXCLUSIVE", "IMMEDIATE"])
def test_a_gradebook_that_another_program_keeps_is_named(
    lock: str, handed_in: Path, refusing: Formgrader, screenshot: Keep
) -> None:
    refusing.open(f"manage_submissions/{NAME}")
    row = refusing.row(RIGHT)
    expect(row).to_be_visible()
    with locked(handed_in, lock):
        refusing.press(RIGHT, "autograde")
        expect(refusing.dialog()).to_be_visible()
        screenshot("answer")
        assert STOPPED in refusing.answer()
    refusing.open(f"manage_submissions/{NAME}")
    expect(row.locator(".status")).to_have_text("needs autograding")
