"""Whether students' code can be confined on this machine."""

import subprocess
import sys

import pytest

from course.grading.problem import Problem
from course.grading.sandbox import command
from helpers import ordinary

try:
    command.probe()
    MISSING = ""
except Problem as problem:
    MISSING = str(problem)

SANDBOXED = not MISSING
needed = pytest.mark.skipif(not SANDBOXED, reason=MISSING)
"""For a test that is about the sandbox; others run without one where there is none."""


IN_TMP = sorted(
    {
        path.resolve().relative_to("/tmp").parts[0]
        for path in (*ordinary.PYTHON, ordinary.REPOSITORY)
        if path.resolve().is_relative_to("/tmp")
    }
)
"""What every sandbox has in its /tmp: the way to Python and the course, where they lie there."""


def missing_for_an_ordinary_user() -> str:
    """Why an `ordinary` user cannot have it; '' if they can. For root only."""
    probe = "from course.grading.sandbox import command; command.probe()"
    argv = ordinary.command([sys.executable, "-c", probe])
    done = subprocess.run(argv, capture_output=True, text=True)
    return done.stderr.strip().rpartition("\n")[2] if done.returncode else ""
