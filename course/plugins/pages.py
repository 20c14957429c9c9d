"""A submission as a page on which what a student wrote is data, such as the feedback page.

nbgrader's templates print the text and the outputs of a notebook as they are, and load MathJax from
elsewhere. An exporter here gives them a notebook that is made anew (`course.plugins.shown`), Markdown
that only shows (`course.plugins.markup`), and formulas that need no script. What still were a script
would be refused by the browser: by the policy in the feedback page, or by that of the formgrader's
answers (`course.plugins.browser`). This module is read with nbgrader's settings, and so imports no formgrader.
"""

from collections.abc import Iterator
from typing import Any

import jinja2
from jinja2 import pass_context
from jinja2.runtime import Context
from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode

from course.plugins import markup, shown

MATHJAX = "mathjax.html.j2"
"""nbconvert's template that loads MathJax; formulas are MathML here."""

FEEDBACK_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

IN_ITS_PLACE = """<style>
.text_cell_render, .input_area, .output_area { overflow: auto hidden; }
</style>"""
"""Formulas, and letters with many marks, would be drawn over the points of other cells."""


class Page(HTMLExporter):
    """A submission as a page.

    Attributes:
        templates: those that stand in the place of nbconvert's or nbgrader's, by name.
    """

    templates = {MATHJAX: "{% macro mathjax(url) %}{% endmacro %}"}

    def from_notebook_node(  # type: ignore[override]  # as nbconvert's own
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **how: Any
    ) -> tuple[str, dict[str, Any]]:
        """The page of ``nb``."""
        page, resources = super().from_notebook_node(shown.as_data(nb), resources, **how)
        return page.replace("</head>", f"{IN_ITS_PLACE}</head>", 1), resources

    def default_filters(self) -> Iterator[tuple[str, Any]]:
        """nbconvert's, with ours in the place of the one for raw cells."""
        yield from super().default_filters()
        yield "clean_html", markup.clean

    @pass_context
    def markdown2html(self, context: Context, source: str) -> str:
        """The Markdown of a cell, or of a comment on it, as HTML."""
        return markup.markdown(source, context.get("cell", {}).get("attachments"))

    def _create_environment(self) -> jinja2.Environment:
        environment = super()._create_environment()
        ours = jinja2.DictLoader(self.templates)
        environment.loader = jinja2.ChoiceLoader([ours, environment.loader])
        # What stands in our own templates is text; nbgrader's put markup together.
        environment.autoescape = self.templates.__contains__
        return environment


class FeedbackPage(Page):
    """The page that a student gets back, which is opened from disk."""

    def from_notebook_node(  # type: ignore[override]  # as nbconvert's own
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **how: Any
    ) -> tuple[str, dict[str, Any]]:
        """The page of ``nb``, with the policy of what a browser may do in it."""
        page, resources = super().from_notebook_node(nb, resources, **how)
        policy = f'<meta http-equiv="Content-Security-Policy" content="{FEEDBACK_POLICY}">'
        return page.replace("<head>", f"<head>{policy}", 1), resources
