"""The feedback page, made in a process of its own with limits on memory and time."""

import pickle
from typing import Any

from nbconvert.exporters.exporter import Exporter
from nbformat.notebooknode import NotebookNode
from traitlets.config import Config

from course.grading import limited
from course.grading.problem import Problem, one_line
from course.plugins.pages import FeedbackPage

SECONDS = 20
"""Processor time that a page may take."""

IMPORTS = "import nbgrader.converters, nbconvert.exporters, course.plugins.feedback"


class Feedback(FeedbackPage):
    """For `GenerateFeedback`: the page that a student gets back."""

    def from_notebook_node(  # type: ignore[override]  # as nbconvert's own
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **how: Any
    ) -> tuple[str, dict[str, Any]]:
        """The page of ``nb``.

        Raises:
            Problem: it cannot be made.
        """
        resources = Exporter._init_resources(self, resources)
        steps = [(type(step), step.enabled) for step in self._preprocessors]
        try:
            told = pickle.dumps((self._settings(), steps, nb, resources))
            page = limited.call(IMPORTS, SECONDS, make_page, told)
        except limited.LimitedError as error:
            raise Problem(one_line(f"its page cannot be made: {error}")) from None
        return page.decode(), resources

    def _settings(self) -> Config:
        """The settings of what takes part in making a page; others may hold what cannot be sent."""
        takes_part = [kind for part in (self, *self._preprocessors) for kind in type(part).__mro__]
        names = {kind.__name__ for kind in takes_part} - {Feedback.__name__}
        return Config({name: self.config[name] for name in names & self.config.keys()})


def make_page(told: bytes) -> bytes:
    """The page that `Feedback` was asked for."""
    settings, steps, nb, resources = pickle.loads(told)
    exporter = FeedbackPage(config=settings)
    exporter._preprocessors = []
    for kind, enabled in steps:
        exporter.register_preprocessor(kind, enabled)
    page, _ = exporter.from_notebook_node(nb, resources)
    return page.encode(errors="replace")
