"""Mutants of a solution: each is the same code with one small change, as a slip would make it.

A test that gives all its points to a mutant has not looked at what was changed, or nothing was lost by it.
"""

import ast
import copy
import difflib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from course.grading import cells

OPERATORS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
}
"""What stands for an operator in a mutant."""

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
KEPT: tuple[type[ast.stmt], ...] = (*DEFINITIONS, ast.Import, ast.ImportFrom, ast.Pass, ast.Return)
"""Statements that are not left out: without them nothing runs, or nothing else than another mutant."""

Change = Callable[[Any], None]
"""Changes a node of a syntax tree in place."""


@dataclass(frozen=True)
class Mutant:
    """A mutant of a cell.

    Attributes:
        line: of the cell, where it was changed; from 1.
        what: the change, such as "return a + b → return a - b".
        code: the cell, without its comments.
    """

    line: int
    what: str
    code: str


def mutants(code: str, lines: Collection[int], most: int) -> list[Mutant]:
    """Mutants of the cell ``code``, always the same: none if it is no Python.

    Args:
        lines: the numbers of those that may be changed, from 1.
        most: how many there may be. If more could be made, these are spread over the lines.
    """
    above = len(code) - len(code.lstrip())
    first = code.count("\n", 0, above)  # IPython leaves empty lines above the first out
    plain = _plain(code[above:], cells.transformed(code))
    wanted = {line - first for line in lines} & plain
    tree = cells.parsed(code)
    original = ast.unparse(tree)
    arguments = _first_arguments(tree)
    found: dict[str, int] = {}
    for node, mutant in changed(tree, lambda node: _changes(node, wanted, arguments)):
        if mutant != original and _is_code(mutant):
            found.setdefault(mutant, getattr(node, "lineno", 1))
    in_order = sorted(found.items(), key=lambda item: item[1])
    count = min(most, len(in_order))
    chosen = (in_order[number * len(in_order) // count] for number in range(count))
    return [Mutant(line + first, _in_a_line(original, mutant), mutant) for mutant, line in chosen]


def _plain(code: str, transformed: str) -> set[int]:
    """The lines of ``code`` that are Python, and not what IPython alone understands."""
    pairs = zip(code.split("\n"), transformed.split("\n"), strict=False)
    return {number for number, (line, other) in enumerate(pairs, start=1) if line == other}


def _in_a_line(old: str, new: str) -> str:
    """`difference`, with the first line of a statement in place of all."""
    sides = difference(old, new).split(" → ")
    return " → ".join(f"{side.split(' / ')[0]} …" if " / " in side else side for side in sides)


def changed(
    tree: ast.Module, changes: Callable[[ast.AST], Iterator[Change]]
) -> Iterator[tuple[ast.AST, str]]:
    """For each of the ``changes`` of each node: the node, and the code of ``tree`` with that change."""
    for position, node in enumerate(ast.walk(tree)):
        for change in changes(node):
            other = copy.deepcopy(tree)
            change(list(ast.walk(other))[position])
            yield node, ast.unparse(ast.fix_missing_locations(other))


def difference(old: str, new: str) -> str:
    """The lines in which two codes differ, as "old → new", or "line moved"."""
    changes = list(difflib.ndiff(old.splitlines(), new.splitlines()))
    gone, come = (
        " / ".join(line[2:].strip() for line in changes if line.startswith(sign)) for sign in "-+"
    )
    return f"{gone} moved" if gone == come else f"{gone} → {come}"


def become(node: ast.AST, other: ast.AST) -> None:
    """Put ``other`` in the place of ``node``."""
    node.__class__, node.__dict__ = other.__class__, other.__dict__


def _is_code(text: str) -> bool:
    try:
        ast.parse(text)
    except (SyntaxError, ValueError):
        return False
    return True


def _changes(
    node: ast.AST, lines: Collection[int], arguments: dict[ast.Return, str]
) -> Iterator[Change]:
    """What may be changed at ``node`` itself; its parts have their own turn."""
    if getattr(node, "lineno", None) not in lines:
        return
    if isinstance(node, ast.stmt) and _does_something(node):
        yield lambda n: become(n, ast.copy_location(ast.Pass(), n))
    if isinstance(node, ast.BinOp | ast.AugAssign | ast.BoolOp) and type(node.op) in OPERATORS:
        yield lambda n: setattr(n, "op", OPERATORS[type(n.op)]())
    elif isinstance(node, ast.Compare) and type(node.ops[0]) in OPERATORS:
        yield lambda n: n.ops.__setitem__(0, OPERATORS[type(n.ops[0])]())
    elif isinstance(node, ast.UnaryOp):
        yield lambda n: become(n, n.operand)
    elif isinstance(node, ast.If | ast.While | ast.IfExp):
        yield lambda n: setattr(n, "test", ast.UnaryOp(ast.Not(), n.test))
    elif isinstance(node, ast.Constant):
        yield from (_to(value) for value in _other_constants(node.value))
    elif isinstance(node, ast.Call):
        yield from _calls(node)
    elif isinstance(node, ast.Return) and node.value is not None:
        yield lambda n: setattr(n, "value", ast.Constant(None))
        yield lambda n: setattr(n, "value", ast.Constant(0))
        if argument := arguments.get(node):
            yield lambda n: setattr(n, "value", ast.Name(argument, ast.Load()))


def _does_something(statement: ast.stmt) -> bool:
    is_text = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return not isinstance(statement, KEPT) and not is_text


def _to(value: object) -> Change:
    return lambda n: setattr(n, "value", value)


def _other_constants(value: Any) -> tuple[object, ...]:
    if type(value) is bool:
        return (not value,)
    if type(value) in (int, float):
        return (value + 1, value - 1)
    return ()


def _calls(node: ast.Call) -> Iterator[Change]:
    if isinstance(node.func, ast.Name) and node.func.id == "range" and node.args:
        end = 0 if len(node.args) == 1 else 1
        for operator in (ast.Add(), ast.Sub()):
            yield partial(_move_end, end, operator)
    if len(node.args) > 1 and not any(isinstance(a, ast.Starred) for a in node.args[:2]):
        yield lambda n: n.args.insert(0, n.args.pop(1))


def _move_end(end: int, operator: ast.operator, call: ast.Call) -> None:
    call.args[end] = ast.BinOp(call.args[end], operator, ast.Constant(1))


def _first_arguments(tree: ast.Module) -> dict[ast.Return, str]:
    """The first argument of the function that each `return` ends, but for `self`."""
    found = {}
    for function in ast.walk(tree):  # from the outermost inwards
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            names = [argument.arg for argument in function.args.args if argument.arg != "self"]
            for node in ast.walk(function):
                if isinstance(node, ast.Return) and names:
                    found[node] = names[0]
    return found
