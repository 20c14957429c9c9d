"""Whether students' code can be confined on this machine."""

import pytest

from course.grading.problem import Problem
from course.grading.sandbox import command

try:
    command.probe()
    MISSING = ""
except Problem as problem:
    MISSING = str(problem)

SANDBOXED = not MISSING
needed = pytest.mark.skipif(not SANDBOXED, reason=MISSING)
"""For a test that is about the sandbox; others run without one where there is none."""
