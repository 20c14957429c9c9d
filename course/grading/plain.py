"""Execution where there are no processes to fork: a new kernel for each notebook, tests and all.

For systems other than Linux, and code that can be trusted. Nothing confines it, and what it does
to its own kernel it does to its tests.
"""

import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from course.grading import showable
from course.grading.job import Executed, Job


def execute(job: Job) -> Executed:
    """Execute one submission, with its files around it."""
    notebook = nbformat.reads(job.notebook, as_version=4)
    with tempfile.TemporaryDirectory(prefix="downhill-") as folder:
        for name, content in job.files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        NotebookClient(
            notebook,
            timeout=int(job.cell_seconds),
            interrupt_on_timeout=True,
            allow_errors=True,
            record_timing=False,
            shutdown_kernel="immediate",
            resources={"metadata": {"path": folder}},
        ).execute()
    showable.limit(notebook)
    return Executed(nbformat.writes(notebook))
