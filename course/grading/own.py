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

SHOWING = {"print", "display", "Markdown", "HTML", "Latex", "Math", "dedent", "join", "format"}
"""Functions whose texts are for a reader; of what others are called with, nobody says anything."""

DEEPEST = 200
"""Levels of a syntax tree; what goes deeper is not taken for code, as Python's own tools end there."""


_OF_PLATFORMS = re.compile(
    r"""colab-badge\.svg | created_in_deepnote | created\ in\ deepnote
    | kaggle/(?:python|input|working|temp)\b | this\ (?:python|r)\ (?:3\ )?environment\ comes\ with
    | here's\ several\ helpful\ packages\ to\ load | input\ data\ files\ are\ available\ in
    | \bclicking\ run\ or\ pressing\ shift | any\ results\ you\ write\ to\ the\ current
    | ^\#\ (?:linear\ algebra|data\ processing,\ csv\ file\ i/o.*)$ | ^\#\ databricks\ notebook\ source""",
    re.IGNORECASE | re.VERBOSE,
)
"""Lines that Colab, Deepnote, Kaggle and Databricks write into a notebook themselves."""

_SHELL = re.compile(r"%%(?:bash|sh|script|system|sx|cmd|!)\b")

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Signs of Thai, Lao, Burmese, Khmer, Japanese and Chinese, which have no blanks between words."""
_FORM = re.compile(r"[\s*_\u200b-\u200d\u2060\ufeff]+")
_COUNTED = re.compile(rf"[{_UNSPACED}]{{1,2}}|[^\s{_UNSPACED}]*\w[^\s{_UNSPACED}]*")


def length(text: str) -> int:
    """About how many words a reader finds in ``text``; a path or an address is one."""
    return len(_COUNTED.findall(text))


def words(text: str) -> str:
    """The words and numbers of ``text``, without what gives it its form."""
    found = (word.strip("_") for word in re.findall(r"\w+", text.casefold()))
    return " ".join(filter(None, found))


def same(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but blanks and the ends of lines."""
    return one.split() == other.split()


def same_signs(one: str, other: str) -> bool:
    """Whether they are the `same` but for signs that cannot be seen, and how Markdown is emphasized."""
    return _FORM.sub("", one) == _FORM.sub("", other)


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
        lines = [line for line in text.splitlines() if not _OF_PLATFORMS.search(line)]
        left = [line for line in lines if not self._has(words(line))]
        return "\n".join(left).strip("\n") if any(map(words, left)) else ""

    def _has(self, line: str) -> bool:
        return line != "" and (
            line in self.lines or (line.count(" ") >= QUOTE - 1 and f" {line} " in self.text)
        )

    def own_statements(self, source: str) -> list[ast.stmt]:
        """The statements at the top level of a code cell that were not handed out, and do something."""
        if source not in self._own:
            found = [] if self.holds(source) else statements(source) or []
            self._own[source] = [
                s for s in found if ast.dump(s) not in self.statements and not is_empty(s)
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
            return "" if _SHELL.match(source) else self.own_lines(source)
        own = self.own_code(source)
        alone = all(map(_is_text, found))
        texts = [*comments(source), *(text for statement in own for text in _texts(statement))]
        least = 1 if alone else 2
        said = any(length(self.own_lines(text)) >= least for text in texts)
        return (self.own_lines(source) or source) if said else ""

    def said_beside(self, source: str) -> str:
        """What the student says in a code cell beside its code: texts that nothing uses, and no code."""
        own = [text for s in self.own_statements(source) if _is_text(s) for text in _texts(s)]
        texts = [text for text in own if not _is_code(textwrap.dedent(text).strip())]
        return "\n\n".join(filter(None, map(self.own_lines, texts)))


def _is_code(text: str) -> bool:
    """Whether it is Python, and not words that are names in Python as well, as a sentence in Chinese is."""
    found = _parsed(text)
    if found is None:
        return False
    names = [s for s in found if isinstance(s, ast.Expr) and isinstance(s.value, ast.Name)]
    return len(names) < len(found) or length(text) < 2


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


@functools.lru_cache(maxsize=1_000)
def statements(source: str) -> list[ast.stmt] | None:
    """Those at the top level of a code cell; None if it is no Python, with or without IPython's magics."""
    if source.startswith("%%"):  # the magic says how the rest is run
        if _SHELL.match(source):
            return None
        return statements("\n" + source.partition("\n")[2]) or None
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


def is_empty(statement: ast.stmt) -> bool:
    """Whether it only says what is still to be defined: `def f(x): pass`, `x = ...`."""
    match statement:
        case (
            ast.FunctionDef(body=body)
            | ast.AsyncFunctionDef(body=body)
            | ast.ClassDef(body=body, bases=[], keywords=[], decorator_list=[])
        ):
            return all(map(_does_nothing, body))
        case (
            ast.Assign(value=ast.Constant(value=value))
            | ast.AnnAssign(value=ast.Constant(value=value))
        ):
            return value is ...
    return False


def _does_nothing(statement: ast.stmt) -> bool:
    match statement:
        case ast.Pass() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Return(value=value):
            return value is None or (isinstance(value, ast.Constant) and value.value is None)
        case ast.Raise(exc=ast.Name(id=name)) | ast.Raise(exc=ast.Call(func=ast.Name(id=name))):
            return name == "NotImplementedError"
    return False


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
    """The texts in ``statement`` that somebody may read."""
    rest: list[ast.AST] = [statement]
    while rest:
        node = rest.pop(0)
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.Call) and _called(node) not in SHOWING:
            rest.append(node.func)
        else:
            rest += ast.iter_child_nodes(node)


def _called(call: ast.Call) -> str:
    """The name of what is called, without that of its module or object."""
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


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
