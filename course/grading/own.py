"""What of a cell a student wrote themselves, and what stands in the assignment as it was handed out.

Text is compared line by line and word by word, code statement by statement: so a cell that was copied,
cut in two, merged with another or formatted anew is still the one that was handed out.
"""

import ast
import functools
import io
import re
import textwrap
import tokenize
from collections.abc import Iterable, Iterator

from nbformat.notebooknode import NotebookNode

from course.grading.cells import transformed

QUOTE = 8
"""Words that make a part of what was handed out a quotation, and not an answer in the same words."""

DEEPEST = 200
"""Levels of a syntax tree; what goes deeper is not taken for code, as Python's own tools end there."""


def words(text: str) -> str:
    """The words and numbers of ``text``, without what gives it its form."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def same(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but blanks and the ends of lines."""
    return one.split() == other.split()


class HandedOut:
    """All that stands in an assignment before a student writes in it: ``cells``, as they are released."""

    def __init__(self, cells: Iterable[NotebookNode]) -> None:
        different = {(cell.cell_type, cell.source) for cell in cells}
        codes = [source for kind, source in different if kind == "code"]
        self.texts = {" ".join(source.split()) for _, source in different}
        self.text = f" {' / '.join(map(words, sorted(self.texts)))} "
        self.lines = {words(line) for _, source in different for line in source.splitlines()}
        self.lines |= {words(comment) for code in codes for comment in comments(code)}
        self.code = [statement for code in codes for statement in statements(code) or ()]
        self.statements = set(map(ast.dump, self.code))
        self._own: dict[str, list[ast.stmt]] = {}

    @functools.cached_property
    def forms(self) -> set[str]:
        """What the statements have in common with those that differ in their constants only."""
        return set(map(_form, self.code))

    def holds(self, source: str) -> bool:
        """Whether one of the cells has just this text, whatever its blanks."""
        return " ".join(source.split()) in self.texts

    def own_lines(self, text: str) -> str:
        """``text`` without the lines that were handed out; '' if no word is left."""
        left = [line for line in text.splitlines() if not self._has(words(line))]
        return "\n".join(left).strip("\n") if any(map(words, left)) else ""

    def _has(self, line: str) -> bool:
        return line != "" and (
            line in self.lines or (line.count(" ") >= QUOTE - 1 and f" {line} " in self.text)
        )

    def own_statements(self, source: str) -> list[ast.stmt]:
        """The statements at the top level of a code cell that were not handed out, and are no stubs."""
        if source not in self._own:
            found = [] if self.holds(source) else statements(source) or []
            self._own[source] = [
                s for s in found if ast.dump(s) not in self.statements and not _is_stub(s)
            ]
        return self._own[source]

    def own_code(self, source: str) -> list[ast.stmt]:
        """As `own_statements`, without those that differ from what was handed out in constants only."""
        return [s for s in self.own_statements(source) if _form(s) not in self.forms]

    def defined(self, source: str) -> dict[str, list[str]]:
        """The names that the student's own statements in a code cell bind, each with how they do."""
        found: dict[str, list[str]] = {}
        for statement in self.own_statements(source):
            for name in bound(statement):
                found.setdefault(name, []).append(ast.dump(statement))
        return found

    def own_definitions(self, source: str) -> str:
        """The student's own statements in a code cell that define something, or use that; '' if none do."""
        own = [s for s in self.own_statements(source) if not isinstance(s, ast.Assert)]
        defined = set().union(*map(bound, own))
        return source_of(source, [s for s in own if bound(s) or free(s) & defined])

    def said(self, source: str) -> str:
        """A code cell, if the student says something in it: ``source``, or its own lines; else ''.

        What is no Python is a text. In code, comments and texts of two words or more say something;
        one word does where there is nothing else. What stands in place of a text that was handed out,
        as in `NAME = ""`, does not.
        """
        found = statements(source)
        if found is None:
            return self.own_lines(source)
        own = self.own_code(source)
        alone = all(map(_is_text, found))
        texts = [*comments(source), *(text for statement in own for text in _texts(statement))]
        least = 1 if alone else 2
        said = any(_count(self.own_lines(text)) >= least for text in texts)
        return (self.own_lines(source) or source) if said else ""

    def said_beside(self, source: str) -> str:
        """What the student says in a code cell beside its code: texts that nothing uses, and no code."""
        own = [text for s in self.own_statements(source) if _is_text(s) for text in _texts(s)]
        texts = [text for text in own if _parsed(textwrap.dedent(text).strip()) is None]
        return "\n\n".join(filter(None, map(self.own_lines, texts)))


def _count(text: str) -> int:
    """How many words ``text`` has; an address or the path of a file is one."""
    return sum(words(part) != "" for part in text.split())


def _is_stub(statement: ast.stmt) -> bool:
    """Whether it defines a function that is still to be written, whatever is said of it."""
    if not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
        return False
    *said, last = statement.body
    match last:
        case ast.Raise(exc=ast.Name(id=name) | ast.Call(func=ast.Name(id=name))):
            is_open = name == "NotImplementedError"
        case ast.Expr(value=ast.Constant(value=value)):
            is_open = value is ...
        case _:
            is_open = isinstance(last, ast.Pass)
    return is_open and all(map(_is_text, said))


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


@functools.lru_cache(maxsize=1_000)
def statements(source: str) -> list[ast.stmt] | None:
    """Those at the top level of a code cell; None if it is no Python, with or without IPython's magics."""
    if source.startswith("%%"):  # the magic says how the rest is run
        return _parsed("\n" + source.partition("\n")[2]) or None
    found = _parsed(source)
    if found is None and re.search(r"^[ \t]*[%!?]|=[ \t]*[%!]|\?[ \t]*$", source, re.MULTILINE):
        found = _parsed(transformed(source))
    return found


def _parsed(source: str) -> list[ast.stmt] | None:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return tree.body if _depth(tree) <= DEEPEST else None


def _depth(tree: ast.AST) -> int:
    depth, level = 0, [tree]
    while level and depth <= DEEPEST:
        depth, level = depth + 1, [child for node in level for child in ast.iter_child_nodes(node)]
    return depth


def bound(statement: ast.stmt) -> set[str]:
    """Names that ``statement`` gives a value to where it stands."""
    match statement:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return {name}
        case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
            return {alias.asname or alias.name.partition(".")[0] for alias in aliases}
    names, rest = set(), list(ast.iter_child_nodes(statement))
    while rest:
        node = rest.pop()
        if isinstance(node, ast.stmt):
            names |= bound(node)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif not isinstance(node, ast.Lambda | ast.comprehension):
            rest += ast.iter_child_nodes(node)
    return names


def free(statement: ast.AST) -> set[str]:
    """Names that ``statement`` takes from outside, about."""
    nodes = list(ast.walk(statement))
    loaded = {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
    stored = {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    return loaded - stored - {node.arg for node in nodes if isinstance(node, ast.arg)}


def comments(source: str) -> list[str]:
    """The comments in a code cell, each that goes over several lines as one."""
    found: list[str] = []
    last = -1
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.COMMENT:
                line = token.start[0]
                if line == last + 1:
                    found[-1] += "\n" + token.string
                else:
                    found.append(token.string)
                last = line
    except (tokenize.TokenError, SyntaxError):  # up to what is no Python
        pass
    return found


def source_of(source: str, wanted: Iterable[ast.stmt]) -> str:
    """The lines of ``wanted``, statements at the top level of the cell ``source``."""
    lines = lines_of(source)
    return "\n".join("\n".join(lines[slice(*span(one))]) for one in wanted)


def lines_of(source: str) -> list[str]:
    """Its lines as Python counts them."""
    return source.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def span(statement: ast.stmt) -> tuple[int, int]:
    """The first of its lines, from 0 on, and the one after its last."""
    decorators = getattr(statement, "decorator_list", [])
    first = min([statement.lineno, *(decorator.lineno for decorator in decorators)])
    return first - 1, statement.end_lineno or statement.lineno


def _texts(statement: ast.stmt) -> Iterator[str]:
    for node in ast.walk(statement):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _form(statement: ast.stmt) -> str:
    """What ``statement`` has in common with those that differ from it in their constants only."""
    constants = [node for node in ast.walk(statement) if isinstance(node, ast.Constant)]
    values = [constant.value for constant in constants]
    for constant in constants:
        constant.value = None
    form = ast.dump(statement)
    for constant, value in zip(constants, values, strict=True):
        constant.value = value
    return form
