"""The pages of nbgrader's formgrader, as an instructor finds and uses them."""

from playwright.sync_api import FrameLocator, Locator, Page, expect

from helpers.jupyter import JupyterServer

READY = "() => ['grades', 'comments'].every(what => window.formgrader?.[what]?.loaded)"
"""What is typed before is lost: the page's fields are there earlier than who stores them."""


class Formgrader:
    """The formgrader in a browser: at its own address, or in a tab of JupyterLab.

    Attributes:
        view: the page, or the frame in it, that shows the formgrader.
    """

    def __init__(self, page: Page, server: JupyterServer) -> None:
        self.page = page
        self.view: Page | FrameLocator = page
        self.server = server

    def open_from_menu(self) -> None:
        """Start JupyterLab and choose Nbgrader, Formgrader."""
        self.page.goto(self.server.at("lab"))
        self.page.get_by_role("menuitem", name="Nbgrader").click()
        self.page.get_by_role("menuitem", name="Formgrader").click()
        self.view = self.page.frame_locator("iframe[src*=formgrader]")

    def open(self, path: str = "") -> None:
        """Go to one of its pages, such as ``manage_submissions/04-model``, by its address."""
        self.page.goto(self.server.at("formgrader/"))
        if path:  # the token is of use at its front page only
            self.page.goto(f"{self.server.url}/formgrader/{path}")
        self.view = self.page

    def open_submission(self, assignment: str) -> None:
        """Go to the only submission that waits for a hand, as a person does."""
        self.open()
        self.page.get_by_role("link", name="Manual Grading").click()
        for name in (assignment, assignment, "Submission #1"):
            self.page.locator("#main-table").get_by_role("link", name=name).click()
        self.page.wait_for_function(READY)

    def row(self, name: str) -> Locator:
        """The line of an assignment or a student."""
        return self.view.locator("#main-table tr", has_text=name)

    def press(self, name: str, control: str) -> None:
        """Press a control, such as ``autograde``, in the line of ``name``, by keyboard."""
        button = self.row(name).locator(f".{control} a")
        button.focus()
        button.press("Enter")

    def dialog(self) -> Locator:
        """The window that says how it went."""
        return self.view.locator(".modal.in")

    def answer(self) -> str:
        """What the dialog says that follows; it is closed."""
        dialog = self.dialog()
        expect(dialog).to_be_visible()
        text = dialog.inner_text()
        dialog.get_by_role("button", name="OK").click()
        expect(self.view.locator(".modal")).to_have_count(0)
        return text
