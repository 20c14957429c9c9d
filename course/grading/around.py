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

State = dict[str, Any]

_show, _showwarning = vars(warnings)["_showwarnmsg_impl"], warnings.showwarning


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
