"""Mechanical mutants of a solution: every small change of its region, one at a time.

A change replaces an operator, a constant, a name or an attribute, deletes or swaps statements, or
takes an argument or a call away. Mutation tools rewrite the files of a package and run its test
suite; here the program is a notebook cell and the tests are the cells below it, hence this short
walk over the syntax tree.
"""

import ast
import copy
import difflib
import re
from collections.abc import Callable, Iterator

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

Change = Callable[[ast.AST], None]


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
    found = {}
    for position, node in enumerate(ast.walk(tree)):
        for change in _changes(node, lines):
            other = copy.deepcopy(tree)
            change(list(ast.walk(other))[position])
            mutant = ast.unparse(ast.fix_missing_locations(other))
            found.setdefault(mutant, _difference(original, mutant))
    found.pop(original, None)
    return [(what, mutant) for mutant, what in found.items()]


def _difference(old: str, new: str) -> str:
    """The lines that differ."""
    changes = list(difflib.ndiff(old.splitlines(), new.splitlines()))
    gone, come = (
        " / ".join(line[2:].strip() for line in changes if line.startswith(sign)) for sign in "-+"
    )
    return f"{gone} moved" if gone == come else f"{gone} → {come}"


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
        yield lambda n: _become(n, n.left)
        yield lambda n: _become(n, n.right)
    if isinstance(node, ast.Compare) and type(node.ops[0]) in OPERATORS:
        yield lambda n: n.ops.__setitem__(0, OPERATORS[type(n.ops[0])]())
    if isinstance(node, ast.UnaryOp):
        yield lambda n: _become(n, n.operand)
    if isinstance(node, ast.Constant):
        yield from (_to(value) for value in _other_constants(node.value))
    if isinstance(node, ast.Attribute) and node.attr in ATTRIBUTES:
        yield lambda n: setattr(n, "attr", ATTRIBUTES[n.attr])
    if isinstance(node, ast.Call):
        yield from _calls(node)


def _become(node: ast.AST, other: ast.AST) -> None:
    node.__class__, node.__dict__ = other.__class__, other.__dict__


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
        yield lambda n: _become(n, n.func.value)


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
