"""Follows what the tests of a notebook set up around their calls, and tells the candidate."""

import warnings
from pathlib import Path
from typing import Any

from course.grading.around import State, is_recorded, state
from course.grading.identifiers import mentions
from course.grading.remote import Remote

SET_UP = {
    *("errstate", "seterr", "no_grad", "inference_mode", "enable_grad", "set_grad_enabled"),
    *("catch_warnings", "simplefilter", "filterwarnings", "resetwarnings", "showwarning"),
    *("warns", "deprecated_call", "assert_warns", "assert_no_warnings", "assertWarns", "chdir"),
}
"""Names of what sets it up."""

CODE = "<the student's code>"


class Around:
    """Follows what the tests of one notebook set up."""

    def __init__(self, remote: Remote) -> None:
        self.remote = remote
        self.looked_at: set[str] = set()  # sources
        self.followed = False  # whether there is anything to follow
        self.before = state(Path.cwd())
        self.told: State = {}  # what the candidate has of it, that is not its own
        self.recorder = self._record  # the same function, whenever it is lent

    def look_for(self, source: str) -> None:
        """Before ``source`` runs: note whether it may set up anything."""
        if source not in self.looked_at:
            self.looked_at.add(source)
            self.followed |= bool(mentions(source) & SET_UP)

    def tell(self) -> None:
        """Before a call: what is another than the candidate was last told."""
        if not self.followed:
            return
        now = state(self.remote.folder.work.root)
        news = {part: told for part, told in now.items() if told != self.before[part]}
        if is_recorded():
            news["recorder"] = self.recorder
        if news != self.told and self.remote.frame(news):
            self.remote.surround(news)
            self.told = news

    def end(self) -> None:
        """After a test: the student's code has its own again."""
        if self.told and not self.remote.gone:
            self.remote.surround({})
        self.told = {}

    def _record(self, message: Any, category: Any, line: object) -> None:
        """Have a warning of the student's code where the test's own would be."""
        if not (is_recorded() and isinstance(category, type) and issubclass(category, Warning)):
            self.remote.refuse("it is warned of what is no warning, or where none is recorded")
        if category.__module__ == "builtins":
            message = category(str(message))
        show = vars(warnings)["_showwarnmsg"]
        # Of a file that it names, a line would be shown.
        show(warnings.WarningMessage(message, category, CODE, line if type(line) is int else 0))
