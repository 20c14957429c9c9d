"""How nbgrader's converters come to what students handed in: read, and shown, within limits."""

import fnmatch
import os
import pickle
from pathlib import Path
from typing import Any

import nbgrader.utils
from nbconvert.exporters import HTMLExporter, NotebookExporter
from nbconvert.exporters.exporter import Exporter
from nbformat.notebooknode import NotebookNode
from traitlets.config import Config

from course.grading import handed_in, limited
from course.grading.problem import Problem, one_line


def is_ignored(filename: str, ignore_globs: list[str] | None = None) -> bool:
    """Whether a file's name matches a pattern; nbgrader lists its folder anew for each pattern."""
    name = os.path.basename(filename)
    return any(
        fnmatch.fnmatchcase(name, pattern)
        for pattern in ignore_globs or ()
        if pattern.startswith(".") or not name.startswith(".")
    )


nbgrader.utils.is_ignored = is_ignored

SECONDS = 20
"""Processor time that a page may take."""

IMPORTS = "import nbgrader.converters, nbconvert.exporters, course.plugins.convert"


class Submission(NotebookExporter):
    """For `Autograde`: reads a submission as `handed_in.notebook` does, and after that our own file."""

    def from_filename(
        self, filename: str, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[Any, dict[str, Any]]:
        """The notebook in the file, converted.

        Raises:
            Problem: it cannot be read.
        """
        if self.parent is None or not self.parent._sanitizing:
            return super().from_filename(filename, resources=resources, **kw)
        return self.from_notebook_node(handed_in.notebook(Path(filename)), resources, **kw)


class Page(HTMLExporter):
    """For `GenerateFeedback`: nbgrader's page, with all its settings, made in a process of its own."""

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[Any, dict[str, Any]]:
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
        names = {kind.__name__ for kind in takes_part} - {Page.__name__}
        return Config({name: self.config[name] for name in names & self.config.keys()})


def make_page(told: bytes) -> bytes:
    """The page that `Page` was asked for."""
    settings, steps, nb, resources = pickle.loads(told)
    exporter = HTMLExporter(config=settings)
    exporter._preprocessors = []
    for kind, enabled in steps:
        exporter.register_preprocessor(kind, enabled)
    page, _ = exporter.from_notebook_node(nb, resources)
    return page.encode(errors="replace")
