"""In nbgrader's formgrader, what goes wrong is said in a sentence, and what students wrote is data.

nbgrader's formgrader opens the gradebook once and keeps it for as long as its server runs. When the
database has been away, pages wait for ever or fail, until the server is started anew. With this
module each request opens the gradebook anew, and one that cannot is answered with a sentence. So is
a button that fails; and what was graded before stays when a submission cannot be graded.

nbgrader's formgrader also shows what students wrote as it is, at the origin of the Jupyter server.
With this module nothing of theirs runs in its pages, in the files beside a notebook, in answers that
are data, and in links with code where a name is expected.

`nbgrader_config.py` asks for both where a formgrader runs.
"""

import functools
import json
from datetime import datetime
from pathlib import Path

from jupyter_server.base.handlers import JupyterHandler
from nbgrader.api import MissingEntry
from nbgrader.apps import api
from nbgrader.server_extensions.formgrader import handlers
from nbgrader.server_extensions.formgrader.apihandlers import AssignmentHandler, AutogradeHandler
from nbgrader.server_extensions.formgrader.base import (
    BaseApiHandler,
    BaseHandler,
    check_notebook_dir,
    check_xsrf,
)
from nbgrader.server_extensions.formgrader.formgrader import FormgradeExtension
from nbgrader.server_extensions.formgrader.handlers import FormgraderHandler, SubmissionFilesHandler
from nbgrader.utils import capture_log
from sqlalchemy.exc import DBAPIError, OperationalError
from tornado import web
from tornado.web import Application
from traitlets.config import LoggingConfigurable

from course.grading import handed_in
from course.grading.problem import Problem, why_stopped
from course.plugins import browser, entered, found
from course.plugins.moments import NoMoment, parse_utc, zone_of

STOPPED = """The gradebook's database does not answer, or another program keeps it
locked. What was saved is in it, and what was handed in lies in its files.
Start the database, or end that program, then load this page again."""


def answer_in_sentences() -> None:
    """Change how the formgrader of this process answers."""
    BaseHandler.prepare = _prepare
    AssignmentHandler.put = _put
    handlers.to_numeric_tz = str  # as `read_as_written` has it
    api.capture_log = _in_a_sentence


def show_as_data() -> None:
    """Change what the formgrader of this process shows, and what a browser may do with it."""
    FormgradeExtension.init_tornado_settings = _init_tornado_settings
    BaseHandler.content_security_policy = browser.PAGE
    BaseApiHandler.content_security_policy = browser.DATA
    BaseApiHandler.set_default_headers = _as_text
    SubmissionFilesHandler.content_security_policy = browser.DATA
    SubmissionFilesHandler.set_extra_headers = _to_be_saved


_nbgraders_settings = FormgradeExtension.init_tornado_settings


@functools.wraps(_nbgraders_settings)
def _init_tornado_settings(formgrader: FormgradeExtension, server: Application) -> None:
    _nbgraders_settings(formgrader, server)
    server.settings["nbgrader_jinja2_env"] = browser.environment()
    server.settings["nbgrader_exporter"] = browser.FormgraderPage(config=formgrader.config)
    headers = server.settings.get("headers", {})
    server.settings["headers"] = {**headers, "Content-Security-Policy": browser.JUPYTERLAB}


def _as_text(handler: BaseApiHandler) -> None:
    """JSON that a browser shows as text; nbgrader would send it as HTML."""
    JupyterHandler.set_default_headers(handler)
    handler.set_header("Content-Type", "text/plain; charset=UTF-8")


def _to_be_saved(handler: SubmissionFilesHandler, path: str) -> None:
    """A file that was handed in is saved, and not opened."""
    handler.set_header("Content-Disposition", "attachment")


def _check_address(handler: BaseHandler) -> None:
    """Refuse a link that is not one of the formgrader's own.

    Raises:
        HTTPError: a name in it holds what no name does, or it leads to another course folder, whose
            settings would be executed.
    """
    if not isinstance(handler, SubmissionFilesHandler):
        for name in (*handler.path_args, *handler.path_kwargs.values()):
            if not browser.NAME.fullmatch(name):
                raise web.HTTPError(404, f"Nothing is called {name!r} here.")
    folder = handler.get_argument("path", "") if isinstance(handler, FormgraderHandler) else ""
    if folder and Path(folder).resolve() != Path(handler.coursedir.root).resolve():
        raise web.HTTPError(400, "This server shows one course. Start another in its folder.")


def _save(handler: AssignmentHandler, assignment: str) -> None:
    """Save the due date of an assignment, or say in its place why it is not one.

    The page has no other for it. What is asked of nbgrader's gradebook is what nbgrader asks.
    """
    name, told = assignment.strip(), {}
    body = handler.get_json_body() or {}
    date, zone = (body.get(key) or "" for key in ("duedate_notimezone", "duedate_timezone"))
    try:
        due = parse_utc(f"{date} {zone}", zone_of(handler.api.config)) if date else None
    except NoMoment as problem:
        told = {"duedate": "", "display_duedate": f"Not saved: {problem}."}
        due = _due(handler, name)
    handler.gradebook.update_or_create_assignment(name, duedate=due)
    course = handler.coursedir
    source = course.format_path(course.source_directory, ".", name)
    Path(source).mkdir(parents=True, exist_ok=True)
    handler.write(json.dumps(handler.api.get_assignment(name) | told))


_put = functools.wraps(AssignmentHandler.put)(
    web.authenticated(check_xsrf(check_notebook_dir(_save)))
)


def _due(handler: BaseHandler, assignment: str) -> datetime | None:
    try:
        return handler.gradebook.find_assignment(assignment).duedate
    except MissingEntry:
        return None


async def _prepare(handler: BaseHandler, **how: bool) -> None:
    await JupyterHandler.prepare(handler, **how)
    if handler._finished:  # sent to the login page
        return
    _check_address(handler)
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
    source = entered.in_source(handler.api.config, course, assignment)
    known = entered.in_gradebook(handler.gradebook, assignment)
    if lines := entered.differences(assignment, source, known):
        reason = f"source/ and the gradebook differ: {'; '.join(lines)}"
        raise Problem(f"{reason}; run: course grade {assignment} --update")
    there = found.find(course, student, assignment)
    problems = []
    for name, file in there.files.items():
        try:
            handed_in.notebook(file)
            return
        except Problem as problem:
            problems.append(there.told(name, problem))
    raise Problem("; ".join(problems))


def _in_a_sentence(app: LoggingConfigurable) -> dict[str, object]:
    """What nbgrader answers to a button; if it failed, the cause stands before the tracebacks."""
    answer = capture_log(app)
    if not answer["success"]:
        details = answer["error"] + answer.get("log", "")
        if OperationalError.__name__ in details:
            return {"success": False, "log": STOPPED}
        answer |= {"log": why_stopped(details), "error": details}
    return answer
