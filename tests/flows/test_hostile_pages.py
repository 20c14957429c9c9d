"""An instructor opens what hostile students handed in: in the formgrader, in JupyterLab, from disk.

What the students try is in attacks/pages. Each piece calls a function with its number if it runs,
and asks another server, which listens. The browser's own list of requests is looked at as well.
"""

import contextlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import nbformat
import pytest
from nbformat import NotebookNode, v4
from playwright.sync_api import BrowserContext, Error, Page, Request, expect

from course.classroom.course import Course, Mark
from course.classroom.demo import cycle as demo
from course.classroom.demo import roster
from course.grading import cells as grading_cells
from helpers import hostile_pages
from helpers.formgrader import READY, Formgrader
from helpers.jupyter import JupyterServer, serving

pytestmark = pytest.mark.flow

NAME, WRITTEN = "04-model", "reflection"
CLASS = {student.name: student for student in roster.students()}
EVE = replace(CLASS["hugo"], name="eve")
MARKUP = "<img src=x onerror=ran(0)>"
HOSTILE_NAME = replace(EVE, name=f"a'\"{MARKUP}")
CANARY = Path("/tmp/downhill-pages-canary")
TAKES_THE_MARKS = """<script>
ran(0);
const id = location.pathname.split("/")[3], headers = {"X-XSRFToken": document.cookie.split("_xsrf=")[1]};
fetch(`/formgrader/api/grades?submission_id=${id}`).then(a => a.json()).then(grades => grades.forEach(
  grade => fetch(`/formgrader/api/grade/${grade.id}`, {method: "PUT", headers,
    body: JSON.stringify({manual_score: 25, extra_credit: 50})})));
fetch("/api/contents/taken.txt", {method: "PUT", headers,
  body: JSON.stringify({type: "file", format: "text", content: "taken"})});
fetch("/api/terminals", {method: "POST", headers});
</script>"""
PRODS = """root => {
    const events = ["click", "mouseover", "mousemove", "pointerenter", "focus", "toggle", "scroll",
                    "animationstart", "transitionend", "load", "error", "close", "submit"];
    for (const element of root.querySelectorAll(".rendered_html *, .output_subarea *"))
        for (const event of events) element.dispatchEvent(new Event(event, {cancelable: true}));
}"""

Keep = Callable[[str], None]


@pytest.fixture(scope="module")
def asked() -> Iterator[list[str]]:
    """What another server was asked; its address is first."""
    found: list[str] = []

    class Other(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.append(self.path)
            self.send_response(204)
            self.end_headers()

        do_POST = do_GET

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Other) as server:
        found.append(f"http://127.0.0.1:{server.server_port}")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield found
        server.shutdown()


def hostile(notebook: NotebookNode, other: str) -> None:
    """Put all of the bank into a notebook: into text cells, the written answer and outputs."""
    text = hostile_pages.text_cells(other)
    for cell in notebook.cells:
        if grading_cells.grade_id(cell) == WRITTEN:
            cell.source = "\n\n".join((TAKES_THE_MARKS, *(piece.source for piece in text)))
            cell.attachments = hostile_pages.ATTACHMENTS
    code = v4.new_code_cell("1", outputs=hostile_pages.outputs(other))
    notebook.cells += [*text, v4.new_raw_cell(TAKES_THE_MARKS), code]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, asked: list[str]) -> Path:
    """A course folder in which the bank was handed in and graded, as if it had been executed."""
    folder = tmp_path_factory.mktemp("hostile") / "course"
    demo.prepare(folder, [NAME])
    course = Course(folder)
    assert course.generate(NAME).reason == ""
    for student in (EVE, HOSTILE_NAME):
        roster.hand_in(student, NAME, folder)
    for piece in hostile_pages.pieces("files", asked[0]):
        (folder / "submitted" / "eve" / NAME / piece.name).write_text(piece.value)
    for student in (EVE, HOSTILE_NAME):
        notebook = nbformat.reads(
            course.prepare(student.name, NAME).jobs[NAME].notebook, as_version=4
        )
        hostile(notebook, asked[0])
        assert course.grade(student.name, NAME, {NAME: notebook}).reason == ""
    with course.gradebook() as gradebook:
        gradebook.update_or_create_student("eve", last_name=MARKUP, first_name=MARKUP)
    CANARY.unlink(missing_ok=True)
    return folder


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[JupyterServer]:
    """JupyterLab on the course folder."""
    with serving(folder.parent / "home", folder) as server:
        yield server


@pytest.fixture
def ran(context: BrowserContext) -> list[int]:
    """The numbers of the pieces that ran, in any page or frame."""
    numbers: list[int] = []
    context.expose_binding(hostile_pages.RAN, lambda _, *number: numbers.extend(number))
    return numbers


@pytest.fixture
def requests(context: BrowserContext) -> list[Request]:
    """All that the browser asked for."""
    found: list[Request] = []
    context.on("request", lambda request: found.append(request))
    return found


@pytest.fixture
def formgrader(page: Page, server: JupyterServer) -> Formgrader:
    """The formgrader of ``folder``."""
    return Formgrader(page, server)


@contextmanager
def unharmed(folder: Path, server: JupyterServer, page: Page) -> Iterator[None]:
    """Marks, files and terminals are afterwards what they were."""

    def state() -> tuple[Mark | None, list[Path], object]:
        files = sorted(p for p in folder.rglob("*") if ".ipynb_checkpoints" not in p.parts)
        return (
            Course(folder).mark("eve", NAME),
            files,
            page.request.get(server.at("api/terminals")).json(),
        )

    before = state()
    yield
    assert state() == before
    assert not CANARY.exists()


def submission(folder: Path) -> str:
    with Course(folder).gradebook() as gradebook:
        found: str = gradebook.find_submission_notebook(NAME, NAME, "eve").id
    return found


def elsewhere(requests: list[Request], server: JupyterServer) -> list[str]:
    """What was asked of others than ``server``, and not refused by the browser itself."""
    own = (server.url, server.url.replace("http", "ws", 1), "data:", "blob:", "about:")
    return [r.url for r in requests if not r.url.startswith(own) and r.failure != "csp"]


def test_nothing_runs_on_the_page_that_is_graded_beside_an_open_jupyterlab(
    folder: Path,
    server: JupyterServer,
    formgrader: Formgrader,
    page: Page,
    ran: list[int],
    requests: list[Request],
    asked: list[str],
    screenshot: Keep,
    record_property: Callable,
) -> None:
    record_property("attacks: pages", len(hostile_pages.pieces("text")) * 3)
    lab = page.context.new_page()
    lab.goto(server.at("lab"))
    expect(lab.locator("#jp-main-dock-panel")).to_be_visible()
    with unharmed(folder, server, page):
        formgrader.open(f"submissions/{submission(folder)}/")
        page.wait_for_function(READY)
        address = page.url
        page.locator("#notebook-container").first.evaluate(PRODS)
        page.wait_for_load_state("networkidle")
        assert page.url.partition("?")[0] == address.partition("?")[0]
        assert len(page.context.pages) == 2
        answer = page.locator(".nbgrader_cell", has=page.locator("#reflection"))
        answer.scroll_into_view_if_needed()
        screenshot("answer")
        expect(answer.get_by_text("<script> ran(0)").first).to_be_visible()
    assert not ran
    assert not elsewhere(requests, server)
    assert not asked[1:]
    own = [r.url.removeprefix(server.url) for r in requests if r.frame.page == page]
    allowed = ("/formgrader", "data:")
    assert not [path for path in own if not path.startswith(allowed) or "path=" in path]


def test_points_and_comment_are_kept_beside_hostile_text(
    folder: Path, formgrader: Formgrader, page: Page, ran: list[int]
) -> None:
    formgrader.open(f"submissions/{submission(folder)}/")
    page.wait_for_function(READY)
    before = Course(folder).mark("eve", NAME).score
    for field, value, stored in (
        ("#reflection", "2", "**/api/grade/*"),
        ("#reflection_extra_credit", "1", "**/api/grade/*"),
        ("#reflection-comment", "See **me**.", "**/api/comment/*"),
    ):
        page.locator(field).fill(value)
        with page.expect_response(stored) as answer:
            page.keyboard.press("Tab")
        assert answer.value.ok
    with page.expect_response("**/api/grade/*") as answer:
        page.locator(".nbgrader_cell", has=page.locator("#reflection")).get_by_text(
            "No credit"
        ).click()
    assert answer.value.ok
    assert Course(folder).mark("eve", NAME).score == before
    assert not ran


def test_a_file_that_was_handed_in_is_saved_and_not_opened(
    folder: Path,
    server: JupyterServer,
    formgrader: Formgrader,
    page: Page,
    ran: list[int],
    record_property: Callable,
) -> None:
    files = hostile_pages.pieces("files")
    record_property("attacks: pages", len(files))
    formgrader.open()
    number = submission(folder)
    for file in files:
        address = f"{server.url}/formgrader/submissions/{number}/{quote(file.name)}"
        with page.expect_download() as saved, contextlib.suppress(Error):  # no page comes of it
            page.goto(address)
        assert saved.value.suggested_filename
        headers = page.request.get(address).headers
        assert "sandbox" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        page.goto("about:blank")
    assert not ran


def test_a_link_with_code_leads_nowhere(
    folder: Path,
    server: JupyterServer,
    formgrader: Formgrader,
    page: Page,
    ran: list[int],
    requests: list[Request],
    record_property: Callable,
) -> None:
    links = hostile_pages.pieces("links")
    record_property("attacks: pages", len(links))
    formgrader.open()
    with unharmed(folder, server, page):
        for link in links:
            address = f"{server.url}/formgrader/{link.value}"
            with contextlib.suppress(Error):  # an answer without a page
                page.goto(address)
            page.wait_for_load_state("networkidle")
            answer = page.request.get(address)
            is_data = answer.headers["content-type"].startswith("text/plain")
            assert answer.status in (400, 404) or is_data, link.name
    assert not ran
    assert not [r.url for r in requests if "/files/" in r.url.partition("/formgrader/")[0]]


def test_names_are_text_in_every_table(
    folder: Path, formgrader: Formgrader, page: Page, ran: list[int], screenshot: Keep
) -> None:
    number = submission(folder)
    pages = {
        f"manage_submissions/{NAME}": [MARKUP, HOSTILE_NAME.name],
        f"gradebook/{NAME}/{NAME}": [MARKUP, HOSTILE_NAME.name],
        "manage_students": [MARKUP, HOSTILE_NAME.name],
        f"manage_students/eve/{NAME}": [NAME],
        "manage_students/eve": [NAME],
        f"gradebook/{NAME}": [NAME],
        "gradebook": [NAME],
        "manage_assignments": [NAME],
    }
    for address, names in pages.items():
        formgrader.open(address)
        for name in names:
            expect(page.locator("#main-table tr", has_text=name).first).to_be_attached()
        screenshot(address.replace("/", "-"))
    formgrader.open(f"submissions/{number}/")
    page.wait_for_function(READY)
    page.locator("nav .glyphicon-eye-open").click()
    expect(page.locator("nav .name-shown").first).to_contain_text(MARKUP)
    formgrader.open(f"gradebook/{NAME}/{NAME}")
    expect(page.get_by_role("link", name="Submission #2")).to_be_visible()
    page.get_by_role("button", name="Show All Names").click()
    expect(page.locator("#main-table .name-shown").first).to_be_visible()
    formgrader.open("manage_assignments")
    page.get_by_role("link", name="Add new assignment...").click()
    expect(formgrader.dialog()).to_be_visible()
    assert not ran


def test_a_step_that_fails_names_the_student_as_text(
    folder: Path, formgrader: Formgrader, page: Page, ran: list[int], asked: list[str]
) -> None:
    other = asked[0].replace("/", "\\")  # a slash in a folder's name is none, a browser takes both
    moves = replace(EVE, name=f"<meta http-equiv=refresh content=0;url={other}\\moved>{MARKUP}")
    roster.hand_in(moves, NAME, folder)
    for control in ("autograde", "generate-feedback", "release-feedback"):
        formgrader.open(f"manage_submissions/{NAME}")
        formgrader.press("meta http-equiv", control)
        assert moves.name in formgrader.answer()
        page.wait_for_load_state("networkidle")
        assert page.url.partition("#")[0].endswith(f"manage_submissions/{NAME}")
    assert not ran and not asked[1:]


def test_nothing_runs_in_a_feedback_page_opened_from_disk(
    folder: Path,
    page: Page,
    ran: list[int],
    requests: list[Request],
    asked: list[str],
    screenshot: Keep,
    record_property: Callable,
) -> None:
    record_property("attacks: pages", len(hostile_pages.pieces("text")) * 3)
    assert Course(folder).feedback("eve", NAME).reason == ""
    own = (folder / "feedback" / "eve" / NAME / f"{NAME}.html").as_uri()
    page.goto(own)
    page.locator("#notebook-container").first.evaluate(PRODS)
    page.wait_for_load_state("networkidle")
    assert page.url == own
    assert not ran and not asked[1:]
    asked_for = {r.url for r in requests if not r.url.startswith("data:") and r.failure != "csp"}
    assert asked_for == {own}
    expect(page.get_by_text("HIDDEN TESTS")).to_have_count(0)
    page.get_by_text("<script> ran(0)").first.scroll_into_view_if_needed()
    screenshot("answer")


def test_nothing_runs_in_jupyterlab_on_a_notebook_that_was_graded(
    folder: Path,
    server: JupyterServer,
    page: Page,
    ran: list[int],
    requests: list[Request],
    asked: list[str],
    screenshot: Keep,
) -> None:
    with unharmed(folder, server, page):
        page.goto(server.at(f"lab/workspaces/hostile/tree/autograded/eve/{NAME}/{NAME}.ipynb"))
        notebook = page.locator(".jp-Notebook")
        expect(notebook.locator(".jp-MarkdownOutput").last).to_be_visible()
        page.wait_for_load_state("networkidle")
        screenshot("notebook")
        shown = page.request.get(
            server.at(f"api/contents/autograded/eve/{NAME}/{NAME}.ipynb")
        ).json()
        code = [cell for cell in shown["content"]["cells"] if cell["cell_type"] == "code"]
        assert not any(cell["metadata"].get("trusted") for cell in code)
    assert not ran
    assert not elsewhere(requests, server)
    assert not asked[1:]
