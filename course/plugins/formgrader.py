"""What goes wrong in nbgrader's formgrader is said in a sentence.

nbgrader's formgrader opens the gradebook once and keeps it for as long as its server runs. When the
database has been away, pages wait for ever or fail, until the server is started anew. With this
module each request opens the gradebook anew, and one that cannot is answered with a sentence. So is
a button that fails; and what was graded before stays when a submission cannot be graded.

`nbgrader_config.py` asks for it where a formgrader runs.
"""

import json
from pathlib import Path

from jupyter_server.base.handlers import JupyterHandler
from nbgrader.api import MissingEntry
from nbgrader.apps import api
from nbgrader.server_extensions.formgrader.apihandlers import AutogradeHandler
from nbgrader.server_extensions.formgrader.base import BaseHandler
from nbgrader.utils import capture_log
from sqlalchemy.exc import DBAPIError, OperationalError
from tornado import web
from traitlets.config import LoggingConfigurable

from course.grading import handed_in
from course.grading.problem import Problem, why_stopped

STOPPED = """The gradebook's database does not answer, or another program keeps it
locked. What was saved is in it, and what was handed in lies in its files.
Start the database, or end that program, then load this page again."""


def answer_in_sentences() -> None:
    """Change how the formgrader of this process answers."""
    BaseHandler.prepare = _prepare
    api.capture_log = _in_a_sentence


async def _prepare(handler: BaseHandler, **how: bool) -> None:
    await JupyterHandler.prepare(handler, **how)
    if handler._finished:  # sent to the login page
        return
    if opened := handler.settings["nbgrader_gradebook"]:
        opened.close()
        handler.settings["nbgrader_gradebook"] = None
    try:
        _ = handler.gradebook
    except DBAPIError:
        if handler.request.method != "POST":
            raise web.HTTPError(503, STOPPED) from None
        # What a button does is answered in a window of the page.
        handler.finish(json.dumps({"success": False, "log": STOPPED}))
        return
    if isinstance(handler, AutogradeHandler):
        try:
            _check(handler, *handler.path_args)
        except Problem as error:
            text = f"Not graded: {error}.\nWhat was graded before stays as it was."
            handler.finish(json.dumps({"success": False, "log": text}))


def _check(handler: BaseHandler, assignment: str, student: str) -> None:
    """Refuse a submission that cannot be graded, before nbgrader removes what it had made of it.

    Raises:
        Problem: it cannot be graded; the text says why.
    """
    try:
        handler.gradebook.find_assignment(assignment)
    except MissingEntry:
        reason = f"{assignment} is not in the gradebook; press Generate in its line of Assignments"
        raise Problem(reason) from None
    course = handler.coursedir
    folder = Path(course.format_path(course.submitted_directory, student, assignment))
    handed_in.check(folder / f"{assignment}.ipynb")


def _in_a_sentence(app: LoggingConfigurable) -> dict[str, object]:
    """What nbgrader answers to a button; if it failed, the cause stands before the tracebacks."""
    answer = capture_log(app)
    if not answer["success"]:
        details = answer["error"] + answer.get("log", "")
        if OperationalError.__name__ in details:
            return {"success": False, "log": STOPPED}
        answer |= {"log": why_stopped(details), "error": details}
    return answer
