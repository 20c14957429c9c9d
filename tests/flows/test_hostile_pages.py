"""An instructor opens what hostile students handed in: in the formgrader, in JupyterLab, from disk.

What the students try is in attacks/pages. Each piece calls a function with its number if it runs,
and asks another server, which listens. The browser's own list of requests is looked at as well.
"""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode, v4
from playwright.sync_api import BrowserContext, Page, Request

from course.classroom import grade
from course.classroom.course import Course, Mark
from course.classroom.demo import cycle as demo
from course.classroom.demo import roster
from helpers import boxed, hostile_pages
from helpers.formgrader import Formgrader
from helpers.jupyter import JupyterServer, serving

pytestmark = [pytest.mark.flow, boxed.needed]

NAME = "04-model"
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
DISPLAYS = "from IPython.display import display\nfor bundle in {}:\n    display(raw=True, **bundle)"
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
    """Put all text of the bank, and code that displays the rest, into a student's notebook."""
    text = hostile_pages.text_cells(other)
    [answer] = [
        cell
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "reflection"
    ]
    answer.source = "\n\n".join((TAKES_THE_MARKS, *(cell.source for cell in text)))
    answer.attachments = hostile_pages.ATTACHMENTS
    pieces = [piece.value for piece in hostile_pages.pieces("outputs", other)]
    pieces += [{"data": {"text/html": cell.source}} for cell in text]
    pieces += [{"data": {"text/markdown": cell.source}} for cell in text]
    notebook.cells += [*text, v4.new_code_cell(DISPLAYS.format(pieces))]
    notebook.nbformat_minor = 4
    for cell in notebook.cells:
        cell.pop("id", None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, asked: list[str]) -> Path:
    """A course folder in which the bank was handed in, and graded."""
    folder = tmp_path_factory.mktemp("hostile") / "course"
    demo.prepare(folder, [NAME])
    course = Course(folder)
    assert course.generate(NAME).reason == ""
    for student in (EVE, HOSTILE_NAME):
        roster.hand_in(student, NAME, folder)
    path = course.submission("eve", NAME)
    notebook = nbformat.read(path, as_version=4)
    hostile(notebook, asked[0])
    path.write_text(json.dumps(notebook), encoding="utf-8")
    for piece in hostile_pages.pieces("files", asked[0]):
        path.with_name(piece.name).write_text(piece.value, encoding="utf-8")
    said = grade.run(folder, [NAME], 2, None, False, True)
    assert "2 graded" in said
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
    context.on("request", found.append)
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
    """What was asked of others than ``server``."""
    own = (server.url, server.url.replace("http", "ws", 1), "data:", "blob:", "about:")
    return [request.url for request in requests if not request.url.startswith(own)]
