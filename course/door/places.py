"""Where in a student's code an error happened: as text, so that it can go through the door.

What explains an error looks at more than the error says: at the line, at the part of it that failed, and
at the lines from which the names in that part have their values. All of it is read from the source that
Python has at hand for a notebook's cells (`linecache`), and cut to lengths that fit into a message.
"""

import ast
import contextlib
import difflib
import importlib.util
import itertools
import linecache
import site
import sysconfig
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, FunctionType, TracebackType

LONGEST = {"line": 200, "function": 80, "part": 2000, "code": 10_000, "meant": 80}
"""Characters of each field of a `Place`, in their order."""

NESTED = 3
"""Of the student's functions that called one another, how many are looked at."""

ALIKE = 0.75
"""How much of two names is the same where one was meant for the other; 1 is all of it."""

LIBRARIES = tuple(
    {
        *(
            Path(path)
            for path in map(sysconfig.get_path, ("stdlib", "platstdlib", "purelib", "platlib"))
        ),
        *map(Path, site.getsitepackages()),
        *(
            Path(spec.origin).parents[1]
            for spec in map(importlib.util.find_spec, ("numpy", "torch"))
            if spec and spec.origin
        ),
        Path(__file__).parents[1],
    }
)
"""Folders of Python, of its packages and of this course: what stands there is not the student's."""

Span = tuple[int, int, int, int]
"""First line, last line, first column and the column behind the last, as Python counts them."""


@dataclass(frozen=True)
class Place:
    """Where an error happened. Every field is '' where it is not known."""

    line: str = ""
    """The student's statement, in one line and without indentation; of a block its first line."""
    function: str = ""
    """The student's function; '' means that no line of the student's was reached."""
    part: str = ""
    """What failed in that line, then a line for each assignment to a name in it, then the same of the
    student's line that called the function. As `ast.unparse` writes it."""
    code: str = ""
    """The whole function, class or statement as `ast.unparse` writes it, without docstrings."""
    meant: str = ""
    """A name that exists and is spelt nearly like the one that does not."""

    @classmethod
    def read(cls, texts: object) -> "Place | None":
        """A place from the tuple of its fields, each cut to its length; None if it is no such tuple."""
        if type(texts) is not tuple or [type(t) for t in texts] != [str] * len(LONGEST):
            return None
        return cls(*(t[:length] for t, length in zip(texts, LONGEST.values(), strict=True)))


@dataclass(frozen=True)
class _Step:
    """One frame of a traceback that runs the student's code."""

    frame: FrameType
    lineno: int
    instruction: int

    def source(self) -> list[str]:
        return linecache.getlines(self.frame.f_code.co_filename)

    def span(self) -> Span | None:
        """The part of the source that ran; None where Python does not know."""
        positions = self.frame.f_code.co_positions()
        span = next(itertools.islice(positions, self.instruction // 2, None), (None,))
        return None if None in span else span  # type: ignore[return-value]  # four numbers


def find(error: BaseException) -> Place:
    """Where in the student's code ``error`` was raised, or what was called there raised it."""
    steps = list(itertools.islice(_steps(error.__traceback__), NESTED))
    if not steps:
        return Place(meant=_meant(error, None))
    last = steps[0]
    function, line, code, parts = last.frame.f_code.co_name, "", "", []
    for step in steps:
        try:
            tree = ast.parse("".join(step.source()))
        except (SyntaxError, ValueError):  # of a cell with commands that are not Python
            break
        whole = next((s for s in tree.body if s.lineno <= step.lineno <= _end(s)), None)
        if whole is None:
            break
        if step is last:
            line, code = _line(step, whole), ast.unparse(_without_docstrings(whole))
            function = next((f.name for f in _functions_around(whole, step.lineno)[::-1]), function)
        parts += _part(step, whole)
    texts = line, function, "\n".join(parts), code, _meant(error, last.frame)
    return Place.read(texts) or Place()


def last_return(function: object) -> Place:
    """The `return` with a value that a function ends in; unknown for any other, or no function."""
    if not isinstance(function, FunctionType):
        return Place()
    try:
        tree = ast.parse("".join(linecache.getlines(function.__code__.co_filename)))
    except (SyntaxError, ValueError):
        return Place()
    first = function.__code__.co_firstlineno
    whole = next((s for s in tree.body if s.lineno <= first <= _end(s)), None)
    if not isinstance(whole, ast.FunctionDef) or not isinstance(whole.body[-1], ast.Return):
        return Place()
    answer = whole.body[-1].value
    if answer is None:
        return Place()
    part = "\n".join(_with_assignments(answer, whole))
    line = f"return {ast.unparse(answer)}"
    return (
        Place.read((line, whole.name, part, ast.unparse(_without_docstrings(whole)), "")) or Place()
    )


def is_stub(error: NotImplementedError) -> bool:
    """Whether the `raise` that stands in place of a solution raised ``error``, and nothing is beside it."""
    *_, (frame, _) = traceback.walk_tb(error.__traceback__)
    step = next(_steps(error.__traceback__), None)
    if step is None or step.frame is not frame:
        return False
    try:
        tree = ast.parse("".join(step.source()))
    except (SyntaxError, ValueError):
        return True
    around = _functions_around(tree, step.lineno)
    return all(_is_blank(statement) for function in around[-1:] for statement in function.body)


def _steps(trace: TracebackType | None) -> Iterator[_Step]:
    """The steps of a traceback that are in the student's code, the last one first."""
    every = []
    while trace is not None:
        every.append(trace)
        trace = trace.tb_next
    for step in reversed(every):
        if is_the_students(step.tb_frame.f_code.co_filename):
            yield _Step(step.tb_frame, step.tb_lineno, step.tb_lasti)


def is_the_students(filename: str) -> bool:
    if filename.startswith("<"):  # a cell whose source is kept, or code that a library makes
        return bool(linecache.getlines(filename))
    return not any(Path(filename).is_relative_to(folder) for folder in LIBRARIES)


def _end(node: ast.stmt | ast.expr) -> int:
    return node.end_lineno or node.lineno


def _functions_around(tree: ast.AST, lineno: int) -> list[ast.FunctionDef]:
    """The functions that are defined around a line, innermost last."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return [f for f in functions if f.lineno <= lineno <= _end(f)]


def _is_blank(statement: ast.stmt) -> bool:
    """Whether a statement is a docstring, `...`, `pass` or a `raise`."""
    constant = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return constant or isinstance(statement, ast.Pass | ast.Raise)


def _header(statement: ast.stmt) -> int:
    """The last line of a statement; of one with a block, the last one before the block."""
    body = getattr(statement, "body", None)
    return max(statement.lineno, body[0].lineno - 1) if isinstance(body, list) else _end(statement)


def _line(step: _Step, whole: ast.stmt) -> str:
    """The lines of the innermost statement around a step, in one."""
    inside = [
        n for n in ast.walk(whole) if isinstance(n, ast.stmt) and n.lineno <= step.lineno <= _end(n)
    ]
    statement = inside[-1]
    lines = step.source()[statement.lineno - 1 : max(_header(statement), step.lineno)]
    return " ".join(" ".join(lines).split())


def _part(step: _Step, whole: ast.stmt) -> list[str]:
    """What failed in a step, and where the names in it have their values from."""
    span = step.span()
    if span is None:
        return [_line(step, whole)]
    first, last, start, end = span
    around = [
        node
        for node in ast.walk(whole)
        if isinstance(node, ast.stmt | ast.expr)
        and (node.lineno, node.col_offset) <= (first, start)
        and (last, end) <= (_end(node), node.end_col_offset or 0)
    ]
    if not around or hasattr(around[-1], "body") and not isinstance(around[-1], ast.expr):
        return [_line(step, whole)]
    return _with_assignments(around[-1], whole)


def _with_assignments(failed: ast.stmt | ast.expr, whole: ast.stmt) -> list[str]:
    names = {ast.unparse(n) for n in ast.walk(failed) if isinstance(n, ast.Name | ast.Attribute)}
    assigned = [
        ast.unparse(node)
        for node in ast.walk(whole)
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign | ast.NamedExpr)
        and node is not failed
        and names & set(map(ast.unparse, _targets(node)))
    ]
    return [ast.unparse(failed), *assigned]


def _targets(node: ast.AST) -> list[ast.expr]:
    """The names and attributes that an assignment gives a value."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]  # type: ignore[attr-defined]
    return [t for target in targets for t in getattr(target, "elts", [target])]


def _without_docstrings(whole: ast.stmt) -> ast.stmt:
    for node in ast.walk(whole):
        body = getattr(node, "body", None)
        if isinstance(body, list) and len(body) > 1:
            node.body = [s for s in body if not _is_text(s)] or body  # type: ignore[attr-defined]
    return whole


def _is_text(statement: ast.stmt) -> bool:
    value = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


def _meant(error: BaseException, frame: FrameType | None) -> str:
    """What is spelt nearly like the name that ``error`` has not found; '' if nothing is."""
    there: list[str] = []
    with contextlib.suppress(Exception):  # an object of the student's may not want to say
        if isinstance(error, AttributeError):
            there = dir(error.obj)
        elif isinstance(error, NameError) and frame is not None:
            there = [*frame.f_locals, *frame.f_globals]
        else:
            return ""
        known = [name for name in there if len(name) > 2 and not name.startswith("_")]
        return next(iter(difflib.get_close_matches(error.name or "", known, 1, ALIKE)), "")
    return ""
