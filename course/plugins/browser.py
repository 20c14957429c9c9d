"""What an instructor's browser may do with the formgrader's answers, and which names are links to it.

The formgrader shows what students wrote at the origin of the Jupyter server, where a script has the
instructor's rights. So every answer says what may run: the scripts that stand in nbgrader's own
templates, which have this process's nonce, and nothing else.
"""

import base64
import hashlib
import re
import secrets
from pathlib import Path

from jinja2 import ChoiceLoader, DictLoader, Environment, FunctionLoader
from nbgrader.server_extensions.formgrader import handlers

from course.plugins.pages import MATHJAX, Page

NONCE = secrets.token_urlsafe(16)
"""Marks nbgrader's own scripts. Nobody who hands in can know it: it is made when the server starts."""

MACROS = "formgrade_macros.html.j2"
BASE, HEAD = "base.tpl", "{%- block head -%}"
ON_CLICK = (
    "createAssignmentModal();",
    "createStudentModal();",
    "toggleAllNames()",
    "toggle_name(false);",
    "toggle_name(true);",
)
"""What nbgrader's templates do on a click, in attributes, which cannot have a nonce."""

NAME = re.compile(r"\w[\w.@+,' ()-]*")
"""An assignment, notebook or student in an address. The pages' scripts put it into others."""

_JS_STRING = re.compile(r'(?<= = )"\{\{ ([\w.]+) \}\}"(?=;)')


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


PAGE = "; ".join(
    (
        "default-src 'none'",
        f"script-src 'nonce-{NONCE}' 'unsafe-hashes' {' '.join(map(_hash, ON_CLICK))}",
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self'",
        "img-src data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
    )
)
"""For pages: nbgrader's scripts and styles, and pictures that stand in the page."""

DATA = "default-src 'none'; sandbox; frame-ancestors 'self'"
"""For what is no page of nbgrader's: should a browser take it for one, it can do nothing."""

JUPYTERLAB = "; ".join(
    (
        "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:",
        "connect-src 'self' data: blob: ws: wss:",
        "frame-src 'self' blob:",
        "frame-ancestors 'self'",
    )
)
"""For the server's other pages, such as a notebook that was handed in: no other server is asked."""


def with_nonce(template: str) -> str:
    """The source of a template, whose own scripts may run.

    In a script, what stands in quotes becomes a string of JavaScript, whatever it holds.
    """
    scripts = template.replace("<script", f'<script nonce="{NONCE}"')
    return _JS_STRING.sub(r"{{ \1 | tojson }}", scripts)


def template(name: str) -> str:
    """The source of one of the formgrader's templates, whose own scripts may run."""
    return with_nonce(Path(handlers.template_path, name).read_text(encoding="utf-8"))


MESSAGE_IS_TEXT = """<script>
var showModal = createModal;
createModal = function (id, title, body, footer) {
  return showModal(id, title, typeof body === "string" ? document.createTextNode(body) : body, footer);
};
</script>
"""
"""nbgrader's window for a step that failed takes its message, which names a student, for HTML."""


def environment() -> Environment:
    """For the formgrader's pages, on which what stands for something is text."""
    # In this block each page loads a script of its own, after those for all.
    base = template(BASE).replace(HEAD, with_nonce(MESSAGE_IS_TEXT) + HEAD)
    loader = ChoiceLoader([DictLoader({BASE: base}), FunctionLoader(template)])
    return Environment(loader=loader, autoescape=True)


NO_MATHJAX = """{% macro mathjax(url) %}<script>
MathJax = {Hub: {Startup: {signal: {Interest: listener => listener("End")}}}};
</script>{% endmacro %}"""
"""The formgrader's page takes keys only after MathJax has come to its end."""


class FormgraderPage(Page):
    """The page on which an instructor grades a submission by hand."""

    templates = {
        MATHJAX: with_nonce(NO_MATHJAX),
        MACROS: template(f"formgrade/{MACROS}"),
    }
