"""A class on JupyterHub: an assignment goes round, and everybody sees only what is theirs."""

import shutil
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import nbformat
import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import Browser, Page, expect
from traitlets.config import PyFileConfigLoader

from course.classroom import notebooks
from course.classroom.demo import roster
from course.classroom.demo.roster import Student
from course.plugins.formgrader import STOPPED
from helpers import boxed, postgresql
from helpers import hub as jupyterhub
from helpers.formgrader import Formgrader
from helpers.hub import Hub
from helpers.lab import PATIENCE, SCREENSHOTS

pytestmark = [pytest.mark.flow, boxed.needed]

ROOT = notebooks.SOURCE.parent
HUB = ROOT / "docs" / "hub"
NAME = "01-by-hand"
NOTEBOOK = f"{NAME}/{NAME}.ipynb"
CLASS = {
    "ada": Student("ada", "", right=("*",), answers=(), damage={}),
    "ben": Student("ben", "", right=(f"{NAME}/forward",), answers=(), damage={}),
}
"""What each of them can do."""


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    """A hub whose instructor has the course in their home, as docs/hub.md says."""
    log = tmp_path_factory.mktemp("hub") / "hub.log"
    with postgresql.running() as database, jupyterhub.running(log, database) as hub:
        course = hub.machine.path("/home/instructor/downhill")
        shutil.copytree(ROOT / "source" / NAME, course / "source" / NAME)
        shutil.copy(ROOT / "source" / "header.ipynb", course / "source")
        shutil.copy(ROOT / "nbgrader_config.py", course)
        hub.run("root", "chown", "-R", "instructor:", "/home/instructor/downhill")
        yield hub


@pytest.fixture
def visit(hub: Hub, browser: Browser) -> Iterator[Callable[[str, str], Page]]:
    """Logs somebody in, in a browser of their own, at a path of their server."""
    contexts = []

    def log_in(name: str, path: str) -> Page:
        contexts.append(browser.new_context(viewport={"width": 1250, "height": 900}))
        page = contexts[-1].new_page()
        page.set_default_timeout(PATIENCE)
        hub.enter(page, name, path)
        return page

    expect.set_options(timeout=PATIENCE)
    yield log_in
    for context in contexts:
        context.close()


def keep(page: Page, name: str) -> None:
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"hub--{name}.png")


def test_an_assignment_goes_round(hub: Hub, visit: Callable[[str, str], Page]) -> None:
    instructor = visit("instructor", "formgrader")
    formgrader = Formgrader(instructor, hub.server("instructor"))
    for control, words in [
        ("assign", "Successfully created"),
        ("release", "Successfully released"),
    ]:
        formgrader.press(NAME, control)
        assert words in formgrader.answer()
    keep(instructor, "released")

    students = {name: visit(name, "lab") for name in CLASS}
    for name, page in students.items():
        open_assignment_list(page)
        keep(page, f"{name}-before")
        press(page, "Fetch", "Submit")
        work(hub, name)
        press(page, "Submit", "Fetch Feedback")
        keep(page, f"{name}-submitted")

    formgrader.press(NAME, "collect")
    assert "Successfully collected" in formgrader.answer()
    expect(formgrader.row(NAME).locator(".num-submissions")).to_have_text("2")
    graded = hub.run("instructor", "course", "grade", NAME, cwd="/home/instructor/downhill")
    assert "2 graded, 0 unchanged" in graded
    for control, words in [("generate-feedback", "generated"), ("release-feedback", "released")]:
        formgrader.press(NAME, control)
        assert f"Successfully {words}" in formgrader.answer()
    formgrader.open(f"manage_submissions/{NAME}")
    expect(formgrader.row("ada")).to_contain_text("graded")
    keep(instructor, "graded")

    for name, page in students.items():
        page.get_by_role("button", name="Fetch Feedback").click()
        expect(page.get_by_text("(view feedback)")).to_be_visible()
        keep(page, f"{name}-feedback")
        feedback = hub.machine.path(f"/home/{name}/{NAME}/feedback")
        (told,) = feedback.glob(f"*/{NAME}.html")
        assert ("Still to do" in told.read_text(encoding="utf-8")) == (name == "ben")
    with Gradebook(hub.database.url(), "downhill") as gradebook:
        scores = {each.student.id: each.score for each in gradebook.assignment_submissions(NAME)}
    assert scores == {"ada": 25, "ben": 2}
    assert_private(hub)


def open_assignment_list(page: Page) -> None:
    """Choose it from JupyterLab's menu, as students do."""
    page.get_by_role("menuitem", name="Nbgrader").click()
    page.get_by_role("menuitem", name="Assignment List").click()


def press(page: Page, button: str, then: str) -> None:
    """Press a button of the assignment list; its answer is another one."""
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_role("button", name=then, exact=True)).to_be_visible()


def work(hub: Hub, student: str) -> None:
    """Write into the fetched notebook what ``student`` can do."""
    fetched = hub.machine.path(f"/home/{student}/{NOTEBOOK}")
    notebook = nbformat.read(fetched, as_version=4)
    reference = roster.solutions(ROOT / "source" / NOTEBOOK)
    roster.answer(notebook, CLASS[student], NAME, reference)
    nbformat.write(notebook, fetched)


def assert_private(hub: Hub) -> None:
    """Ben finds neither Ada's work nor the instructor's, nor the gradebook."""
    for place in (
        "/home/ada",
        "/home/instructor",
        "/srv/nbgrader/exchange/downhill/inbound",
        "/srv/nbgrader/exchange/downhill/feedback",
        "/srv/hub/state",
    ):
        assert "Permission denied" in hub.run("ben", "ls", place)
    assert "DOWNHILL_GRADEBOOK" not in hub.run("ben", "sh", "-c", "cat /proc/*/environ 2>&1")


def test_a_student_has_no_formgrader(hub: Hub, visit: Callable[[str, str], Page]) -> None:
    page = visit("ada", "lab")
    page.get_by_role("menuitem", name="Nbgrader").click()
    expect(page.get_by_role("menuitem", name="Assignment List")).to_be_visible()
    for part in ("Formgrader", "Create assignment", "Course List"):
        expect(page.get_by_role("menuitem", name=part)).to_have_count(0)
    keep(page, "ada-menu")
    for person, status in {"ada": 404, "instructor": 403}.items():
        answer = page.goto(hub.server(person).at("formgrader/manage_assignments"))
        assert answer.status == status
        keep(page, f"ada-at-the-formgrader-of-{person}")


def test_somebody_unknown_is_not_let_in(hub: Hub, page: Page) -> None:
    for name, password in (("mallory", hub.password), ("ada", "wrong")):
        hub.enter(page, name, "lab", password)
        expect(page.get_by_text("Invalid username or password")).to_be_visible()


def test_a_stopped_database_is_named_in_the_formgrader(
    hub: Hub, visit: Callable[[str, str], Page]
) -> None:
    page = visit("instructor", "formgrader")
    formgrader = Formgrader(page, hub.server("instructor"))
    expect(formgrader.row(NAME)).to_be_visible()
    hub.database.stop()
    try:
        formgrader.press(NAME, "assign")
        assert STOPPED in formgrader.answer()
        keep(page, "database-stopped-button")
        formgrader.open()
        expect(page.get_by_text(STOPPED)).to_be_visible()
        keep(page, "database-stopped-page")
    finally:
        hub.database.start()
    formgrader.open()
    formgrader.press(NAME, "assign")
    assert "Successfully created" in formgrader.answer()


def test_on_kubernetes_everybody_is_a_user_of_their_own() -> None:
    config = PyFileConfigLoader("kubernetes_config.py", path=str(HUB)).load_config()
    uids = set()
    for number, name in enumerate(("instructor", *CLASS)):
        user = SimpleNamespace(name=name, id=number)
        volumes = {"image": "downhill", "volume_mounts": [], "init_containers": []}
        spawner = SimpleNamespace(user=user, environment={}, privileged=False, **volumes)
        config.Spawner.pre_spawn_hook(spawner)
        assert f"chown {spawner.uid} " in spawner.init_containers[0]["command"][-1]
        assert ("DOWNHILL_GRADEBOOK" in spawner.environment) == (name == "instructor")
        assert spawner.privileged == (name == "instructor")
        uids.add(spawner.uid)
    assert len(uids) == 3
