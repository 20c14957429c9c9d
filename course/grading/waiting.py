"""Tests without a verdict, for which a person looks: what they say, and how they are known."""

import nbformat
from nbformat.notebooknode import NotebookNode

from course.grading.job import NOT_GRADED

TO_STUDENTS = "Your instructor looks at it."
"""The end of what such a test says."""

DIFFER = (
    f"Run apart from the student's code this test gives {{}} of {{}} points, run beside it {{}} of them. "
    f"{TO_STUDENTS}"
)
UNCARRIED = f"The grader cannot tell whether this test is passed: {{}}. {TO_STUDENTS}"
AFTER_A_FAULT = (
    "This test was not passed, and before that the grader itself met an error ({}). " + TO_STUDENTS
)
WITHOUT_NETWORK = (
    "Submissions are graded without a network, which this test or what it needs asks for. "
    + TO_STUDENTS
)


def why(cell: NotebookNode) -> str:
    """Why a person has to look at an executed test cell, '' if nobody has to."""
    told = (
        output.evalue for output in cell.get("outputs", []) if output.get("ename") == NOT_GRADED
    )
    return next(told, "")


def may_be_marked(reason: str) -> bool:
    """Whether a test that waits for this ``reason`` may have a verdict beside the student's code."""
    return reason.startswith(tuple(text.partition("{}")[0] for text in (DIFFER, UNCARRIED)))


def put(cell: NotebookNode, reason: str) -> None:
    """Let the test ``cell`` wait; nbgrader, which stops at the first result, meets this before."""
    error = {"ename": NOT_GRADED, "evalue": reason, "traceback": [f"{NOT_GRADED}: {reason}"]}
    cell.outputs.insert(0, nbformat.v4.new_output("error", **error))
