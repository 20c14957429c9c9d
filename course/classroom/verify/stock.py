"""A notebook, executed as stock nbgrader does it: tests and solutions in one kernel, without a sandbox.

For the instructor's own code alone.
"""

import contextlib
import copy
import os
import shutil
import signal
import tempfile
from pathlib import Path

from jupyter_core.utils import ensure_event_loop
from nbformat.notebooknode import NotebookNode
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute
from traitlets.config import Config

_RUNNING: list[Execute] = []
"""Those of this process that execute a notebook."""


def execute(config: Config, notebook: NotebookNode, folder: Path) -> NotebookNode:
    """The notebook with its outputs, executed in a copy of its ``folder``.

    Args:
        config: of the course.

    Raises:
        Exception: whatever nbgrader ends with, such as a kernel that died.
    """
    executed = copy.deepcopy(notebook)
    ignored = shutil.ignore_patterns(*CourseDirectory(config=config).ignore, "*.ipynb")
    with tempfile.TemporaryDirectory(prefix="downhill-") as place:
        beside = shutil.copytree(folder, os.path.join(place, folder.name), ignore=ignored)
        step = Execute(
            config=config,
            kernel_name="python3",
            on_notebook_start=None,
            extra_arguments=["--log-level=ERROR"],  # a kernel warns of how it talks to us
        )
        _RUNNING.append(step)
        try:
            with contextlib.closing(ensure_event_loop()):  # of this thread, which may end now
                step.preprocess(executed, {"metadata": {"path": beside}})
        finally:
            _RUNNING.remove(step)
    return executed


def stop() -> None:
    """End the kernels that are running, so that nobody who wants to leave waits for them."""
    for step in [*_RUNNING]:
        provisioner = getattr(step.km, "provisioner", None)
        if pid := getattr(provisioner, "pid", None):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
