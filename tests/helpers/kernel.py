"""Runs notebooks' cells as a kernel does, each notebook in a fresh fork of this process.

    python kernel.py < notebooks.json > marks.json

A notebook is {"files": {name: text}, "cells": [source, ...]}; its marks say of each cell whether it came
to its end and wrote nothing to stderr, as nbgrader gives the points of a test.
"""

import contextlib
import io
import json
import os
import signal
import sys
import tempfile
from pathlib import Path
from unittest import mock

import matplotlib.pyplot  # noqa: F401 - what notebooks import, once for all of them
import numpy  # noqa: F401
import pandas  # noqa: F401
import PIL.Image  # noqa: F401
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

SECONDS = 30
WITHOUT_HISTORY = Config(HistoryManager={"enabled": False})


def marks(shell: InteractiveShell, notebook: dict, folder: str) -> list[bool]:
    """The marks of ``notebook``, run in ``folder``."""
    os.chdir(folder)
    sys.path.insert(0, "")
    for name, text in notebook["files"].items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    done = []
    for source in notebook["cells"]:
        errors = io.StringIO()
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(errors):
            success = shell.run_cell(source, store_history=True).success
        done.append(success and not errors.getvalue())
    return done


def main() -> None:
    """Fork for each notebook."""
    shell = InteractiveShell.instance(config=WITHOUT_HISTORY)
    found = []
    for notebook in json.load(sys.stdin):
        with tempfile.TemporaryDirectory() as folder:
            reads, writes = os.pipe()
            if not (child := os.fork()):
                signal.alarm(SECONDS)
                os.write(writes, json.dumps(marks(shell, notebook, folder)).encode())
                os._exit(0)
            os.close(writes)
            with open(reads) as pipe:
                found.append(json.load(pipe))
            os.waitpid(child, 0)
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    with mock.patch.dict(os.environ, MPLBACKEND="agg"):
        main()
