"""What a test sets up around its calls and the student's code then runs in, as data.

It is how NumPy treats errors, whether torch notes gradients, the filters of warnings, and the folder.
"""

import contextlib
import os
import re
import sys
import warnings
from pathlib import Path
from typing import Any

import numpy as np

from course.grading.identifiers import mentions
from course.grading.remote import Remote

SET_UP = {
    *("errstate", "seterr", "no_grad", "inference_mode", "enable_grad", "set_grad_enabled"),
    *("catch_warnings", "simplefilter", "filterwarnings", "resetwarnings", "showwarning"),
    *("warns", "deprecated_call", "assert_warns", "assert_no_warnings", "assertWarns", "chdir"),
}
"""Names of what sets it up."""

State = dict[str, Any]

CODE = "<the student's code>"
_show, _showwarning = vars(warnings)["_showwarnmsg_impl"], warnings.showwarning


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


def is_recorded() -> bool:
    """Whether warnings are not printed now, but told to who asked for them."""
    shows = vars(warnings)["_showwarnmsg_impl"], warnings.showwarning
    return shows != (_show, _showwarning)


def state(root: Path) -> State:
    """What is set up now; the folder as it lies in ``root``."""
    torch, here = sys.modules.get("torch"), Path.cwd()
    return {
        "errors": np.geterr(),
        "gradients": None if torch is None else torch.is_grad_enabled(),
        "filters": [_plain(*each) for each in warnings.filters],
        "folder": str(here.relative_to(root) if here.is_relative_to(root) else here),
    }


def take(told: State, root: Path) -> None:
    """Set up what is told; who records warnings is told with it, or nobody does."""
    np.seterr(**told["errors"])
    if (torch := sys.modules.get("torch")) and told["gradients"] is not None:
        torch.set_grad_enabled(told["gradients"])
    warnings.resetwarnings()
    vars(warnings)["filters"].extend(_filter(*each) for each in told["filters"])
    recorder = told.get("recorder")
    warnings.showwarning = _showwarning if recorder is None else _shows(recorder)
    with contextlib.suppress(OSError):
        os.chdir(root / told["folder"])


def _plain(action: str, message: Any, category: Any, module: Any, line: int) -> list[Any]:
    texts = [
        text if text is None or type(text) is str else [text.pattern, text.flags]
        for text in (message, module)
    ]
    return [action, category, line, *texts]


def _filter(action: str, category: type, line: int, *texts: Any) -> tuple[Any, ...]:
    message, module = (re.compile(*text) if type(text) is list else text for text in texts)
    return action, message, category, module, line


def _shows(recorder: Any) -> Any:
    def show(message: Warning, category: type, _: str, line: int, *__: object) -> None:
        recorder(message, category, line)

    return show
