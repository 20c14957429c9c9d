"""Mechanical mutants of a solution: every small change of its region, one at a time.

A change replaces an operator, a constant, a name or an attribute, deletes or swaps statements, or
takes an argument or a call away. Mutation tools rewrite the files of a package and run its test
suite; here the program is a notebook cell and the tests are the cells below it, hence this short
walk over the syntax tree.
"""

import ast
import re
from collections.abc import Iterator

from course.classroom.mutants import Change, become, changed, difference

REGION = re.compile(r"^ *### BEGIN SOLUTION\n(.*?)^ *### END SOLUTION", re.DOTALL | re.MULTILINE)

OPERATORS = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
}
ATTRIBUTES = {
    "mean": "sum",
    "sum": "mean",
    "max": "min",
    "abs": "negative",
    "eye": "ones",
    "zero_grad": "step",
    "data": "grad",
    "grad": "data",
    "eigvalsh": "diag",
    "MSELoss": "L1Loss",
    "SGD": "Adam",
    "append": "extend",
}


def mutants(code: str) -> list[tuple[str, str]]:
    """Each mutant of a solution cell: what changed ("old → new", or "line moved"), and its code.

    Only what stands between the solution markers changes.
    """
    lines = {
        number
        for region in REGION.finditer(code)
        for number in range(
            code.count("\n", 0, region.start(1)) + 1, code.count("\n", 0, region.end(1)) + 1
        )
    }
    tree = ast.parse(code)
    original = ast.unparse(tree)
    found = dict.fromkeys(mutant for _, mutant in changed(tree, lambda n: _changes(n, lines)))
    found.pop(original, None)
    return [(difference(original, mutant), mutant) for mutant in found]


def _changes(node: ast.AST, lines: set[int]) -> Iterator[Change]:
    """Functions that change a copy of ``node``."""
    if isinstance(node, ast.FunctionDef):
        yield from _names(node, lines)
    for field in ("body", "orelse"):
        if isinstance(block := getattr(node, field, None), list):
            yield from _statements(field, block, lines)
    if getattr(node, "lineno", None) not in lines:
        return
    if isinstance(node, ast.BinOp | ast.AugAssign | ast.BoolOp) and type(node.op) in OPERATORS:
        yield lambda n: setattr(n, "op", OPERATORS[type(n.op)]())
    if isinstance(node, ast.BinOp):
        yield lambda n: become(n, n.left)
        yield lambda n: become(n, n.right)
    if isinstance(node, ast.Compare) and type(node.ops[0]) in OPERATORS:
        yield lambda n: n.ops.__setitem__(0, OPERATORS[type(n.ops[0])]())
    if isinstance(node, ast.UnaryOp):
        yield lambda n: become(n, n.operand)
    if isinstance(node, ast.Constant):
        yield from (_to(value) for value in _other_constants(node.value))
    if isinstance(node, ast.Attribute) and node.attr in ATTRIBUTES:
        yield lambda n: setattr(n, "attr", ATTRIBUTES[n.attr])
    if isinstance(node, ast.Call):
        yield from _calls(node)


def _to(value: object) -> Change:
    return lambda n: setattr(n, "value", value)


def _other_constants(value: object) -> tuple:
    if type(value) is bool:
        return (not value,)
    if type(value) in (int, float):
        return (value + 1, -value, 0)
    if type(value) is str:
        return ("faster", "same")
    return ()


def _calls(node: ast.Call) -> Iterator[Change]:
    for field in ("args", "keywords"):
        for index in range(len(getattr(node, field))):
            yield lambda n, field=field, index=index: getattr(n, field).pop(index)
    if len(node.args) > 1:
        yield lambda n: n.args.insert(0, n.args.pop(1))
    if isinstance(node.func, ast.Attribute) and not node.args:
        yield lambda n: become(n, n.func.value)


def _names(function: ast.FunctionDef, lines: set[int]) -> Iterator[Change]:
    """Each use of an argument becomes the next argument."""
    arguments = [argument.arg for argument in function.args.args if argument.arg != "self"]

    def uses(f: ast.FunctionDef) -> list[ast.Name]:
        return [n for n in ast.walk(f) if isinstance(n, ast.Name) and n.id in arguments]

    def rename(f: ast.FunctionDef, index: int) -> None:
        use = uses(f)[index]
        use.id = arguments[(arguments.index(use.id) + 1) % len(arguments)]

    for index, use in enumerate(uses(function)):
        if use.lineno in lines and isinstance(use.ctx, ast.Load):
            yield lambda f, index=index: rename(f, index)


def _statements(field: str, block: list[ast.stmt], lines: set[int]) -> Iterator[Change]:
    """Each statement is deleted, or comes one statement later."""
    for index, statement in enumerate(block):
        if statement.lineno in lines:
            yield lambda n, index=index: getattr(n, field).__setitem__(index, ast.Pass())
            if index + 1 < len(block):
                yield lambda n, index=index: getattr(n, field).insert(
                    index, getattr(n, field).pop(index + 1)
                )
