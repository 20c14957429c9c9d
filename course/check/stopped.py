"""What a cell says that stopped since an exercise is still to do: one line in place of a traceback."""

import traceback
from types import TracebackType
from typing import Any

from IPython.core.getipython import get_ipython
from IPython.core.interactiveshell import InteractiveShell

from course.check import history, messages

STUB = "Still to do"
"""How the line begins that students are given in place of a solution (nbgrader_config.py)."""


def told_in_one_line() -> None:
    """Have the notebook that runs here, if one does, tell in a line what is undone or missing.

    The error stays one: its cell has failed, and "Run All" stops there.
    """
    if shell := get_ipython():
        shell.set_custom_exc((NotImplementedError, TypeError, NameError), _show)


def _show(
    shell: InteractiveShell,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType,
    tb_offset: int | None = None,
) -> None:
    entered = shell.history_manager.input_hist_parsed if shell.history_manager else []
    if said := _undone(error, trace) or _missing(error, shell.user_ns, entered[:-1]):
        error.args = (said,)
        vars(error)["_render_traceback_"] = lambda: [f"{kind.__name__}: {said}"]
    shell.showtraceback((kind, error, trace), tb_offset=tb_offset)


def _undone(error: BaseException, trace: TracebackType) -> str:
    """What is still to do, if the error comes of what students are given in its place."""
    frames = [frame for frame, _ in traceback.walk_tb(trace)]
    if type(error) is TypeError and "ellipsis" in str(error):  # `...`, in place of a value
        names = {n for f in frames for n in f.f_code.co_names if f.f_globals.get(n) is ...}
        return messages.text("needed-and-undone", name=min(names)) if names else ""
    if type(error) is not NotImplementedError or not str(error).startswith(STUB):
        return ""
    name = frames[-1].f_code.co_qualname.partition(".<locals>")[0]
    return str(error) if name == "<module>" else messages.text("needed-and-undone", name=name)


def _missing(error: BaseException, names: dict[str, Any], cells: list[str]) -> str:
    """That a cell which makes the name that is missing has run, and did not come so far."""
    if type(error) is not NameError or not error.name or error.name in names:
        return ""
    made = history.last_to_bind(error.name, cells)
    return messages.text("made-by-a-stopped-cell", name=error.name) if made else ""
