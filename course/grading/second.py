"""A second opinion: what a test said apart from a student's code, beside what it says in the same process.

The first cannot be forged, the second is what stock nbgrader gives. Where a test's author chose so, the
second counts. Where both are needed and differ, neither does: a person looks.
"""

import ast

import nbformat
from nbformat.notebooknode import NotebookNode

from course.grading import waiting
from course.grading.cells import flags, grade_id, is_test, tree
from course.grading.job import Executed, Job

CHOSEN = "This test ran beside your code, as your instructor chose.\n"


def is_sure(test: str) -> bool:
    """Whether the source of a test needs no second opinion: it imports checks and calls them.

    These ask a student's code through the door alone.
    """
    checks: set[str] = set()
    for statement in tree(test).body:
        match statement:
            case ast.ImportFrom(module="course.check", names=names):
                checks |= {alias.asname or alias.name for alias in names}
            case ast.Expr(ast.Call(func=ast.Name(id="print"), args=[ast.Constant()])):
                pass
            case ast.Expr(ast.Call(func=ast.Attribute(value=ast.Name(id=module))) as call):
                if module not in checks or not _is_plain(call):
                    return False
            case _:
                return False
    return True


def settled(job: Job, apart: Executed, beside: Executed) -> Executed:
    """What counts of two runs of ``job``."""
    first, second = (nbformat.reads(run.notebook, as_version=4) for run in (apart, beside))
    for test, again in zip(first.cells, second.cells, strict=True):
        if not is_test(test):
            continue
        if grade_id(test) in job.beside:
            test.outputs = [nbformat.v4.new_output("stream", text=CHOSEN), *again.outputs]
        elif grade_id(test) in apart.unsure and not waiting.why(test):
            given, other = points(test), points(again)
            # Of what the student's own process says, no other sentence is taken.
            if given != other and waiting.why(again) == waiting.WITHOUT_NETWORK:
                waiting.put(test, waiting.WITHOUT_NETWORK)
            elif given != other:
                most = float(flags(test)["points"])
                # No more of it: a number could tell what it found in the tests.
                share = "none" if other <= 0 else "all" if other >= most else "a part"
                waiting.put(test, waiting.DIFFER.format(f"{given:g}", f"{most:g}", share))
    return Executed(nbformat.writes(first), max(apart.memory, beside.memory))


def points(test: NotebookNode) -> float:
    """The points of an executed test cell, as nbgrader's `determine_grade` reads its outputs."""
    most = float(flags(test)["points"])
    for output in test.outputs:
        if output.output_type == "error" or output.get("name") == "stderr":
            return 0.0
        if output.output_type == "execute_result":
            try:
                return float(output.data["text/plain"])
            except (KeyError, TypeError, ValueError):
                return most
    return most


def _is_plain(call: ast.Call) -> bool:
    """Whether its arguments are names and constants, of which nothing is asked on the way."""
    arguments = [*call.args, *(keyword.value for keyword in call.keywords)]
    return all(isinstance(argument, ast.Name | ast.Constant) for argument in arguments)
