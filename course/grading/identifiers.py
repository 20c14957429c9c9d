"""Which names of a notebook are whose, as the text of its cells says."""

import ast
import functools
import re
from collections.abc import Iterable

from nbformat.notebooknode import NotebookNode

from course.grading.cells import is_flagged, tree

LISTING = {"globals", "locals", "vars", "dir", "eval", "exec"}
LISTING |= {"run_line_magic", "run_cell_magic"}  # what `%time f()` is transformed to
"""Functions and methods that find names which are written in a text."""

SEEDING = {"seed", "manual_seed"}

EXCHANGING = {"patch", "setattr"}

_IN_THE_NOTEBOOK = re.compile(r"__main__\.([^\W\d]\w*)")

MOST_REMEMBERED = 256
"""Sources whose names are kept, as the tests of a notebook ask for those of the same cells again and again."""

_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_Import = ast.Import | ast.ImportFrom


@functools.lru_cache(MOST_REMEMBERED)
def loaded(source: str) -> frozenset[str]:
    """Names that ``source`` mentions, at whichever level."""
    nodes = list(ast.walk(tree(source)))
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    methods = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    if (names | methods) & LISTING:
        texts = (node.value for node in nodes if isinstance(node, ast.Constant))
        for text in texts:
            if isinstance(text, str):
                names |= set(re.findall(r"[^\W\d]\w*", text))
    return frozenset(names | _patched(nodes))


def mentions(source: str) -> set[str]:
    """Names in ``source``, of its own and of attributes, and what it imports from elsewhere."""
    nodes = list(ast.walk(tree(source)))
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    names |= {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    imported = (node.names for node in nodes if isinstance(node, ast.ImportFrom))
    return names | {alias.name for aliases in imported for alias in aliases}


@functools.lru_cache(MOST_REMEMBERED)
def texts(source: str) -> frozenset[str]:
    """The strings that are written in ``source``."""
    nodes = ast.walk(tree(source))
    values = (node.value for node in nodes if isinstance(node, ast.Constant))
    return frozenset(value for value in values if isinstance(value, str))


def seeds(source: str) -> bool:
    """Whether ``source`` seeds random numbers."""
    nodes = ast.walk(tree(source))
    return any(isinstance(node, ast.Attribute) and node.attr in SEEDING for node in nodes)


def exchanged(source: str) -> set[str]:
    """What ``source`` may exchange in a module: the names of attributes, perhaps with the module's before."""
    nodes = list(ast.walk(tree(source)))
    attributes = [node for node in nodes if isinstance(node, ast.Attribute)]
    names = {node.attr for node in attributes if not isinstance(node.ctx, ast.Load)}
    called = {node.attr for node in attributes}
    called |= {node.id for node in nodes if isinstance(node, ast.Name)}
    if called & EXCHANGING:
        texts = (node.value for node in nodes if isinstance(node, ast.Constant))
        names |= {text for text in texts if isinstance(text, str) and _is_dotted(text)}
    return names


@functools.lru_cache(MOST_REMEMBERED)
def bound(source: str) -> frozenset[str]:
    """Names that ``source`` gives a value to, at whichever level."""
    names = set()
    for node in ast.walk(tree(source)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, _Definition):
            names.add(node.name)
        elif isinstance(node, _Import):
            names |= _imported(node)
    return frozenset(names)


def classes_of(source: str) -> set[str]:
    """Names of the classes that ``source`` defines at its top level."""
    return {node.name for node in tree(source).body if isinstance(node, ast.ClassDef)}


def imports(source: str) -> str:
    """The import statements of ``source``, wherever they stand, one a line."""
    nodes = ast.walk(tree(source))
    return "\n".join(ast.unparse(node) for node in nodes if isinstance(node, _Import))


def changed(source: str) -> set[str]:
    """Names that running ``source`` binds, deletes, or whose values it changes in place; not imports."""
    names: set[str] = set()
    _note_changed(tree(source).body, names)
    return names | changed_by_calls(source) | _patched(ast.walk(tree(source)))


def stored(source: str) -> set[str]:
    """Names that ``source`` binds where it stands, and not inside its functions; imports aside."""
    names: set[str] = set()
    waiting: list[ast.AST] = [tree(source)]
    while waiting:
        for node in ast.iter_child_nodes(waiting.pop()):
            if isinstance(node, _Definition):
                names.add(node.name)
            elif not isinstance(node, ast.Lambda | ast.comprehension):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                    names.add(node.id)
                waiting.append(node)
    return names


def changed_by_calls(source: str) -> set[str]:
    """Names outside of its functions that calling these binds, or whose values it changes in place."""
    names: set[str] = set()
    for node in ast.walk(tree(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            inside: set[str] = set()
            _note_changed(node.body, inside)
            shared = {name for n in ast.walk(node) if isinstance(n, ast.Global) for name in n.names}
            names |= inside - _local(node) | shared
    return names


def asked_names(cells: list[NotebookNode]) -> tuple[str, ...]:
    """Names that are the student's: what solutions among ``cells`` bind, delete or change in place.

    What they import is, unless other cells import it too.
    """
    solutions, others = _sources(cells, True), _sources(cells, False)
    imported = _all_imported(solutions) - _all_imported(others)
    names = set().union(*map(changed, solutions)) - _all_imported(others)
    return tuple(sorted(names | imported))


def changing_names(cells: list[NotebookNode]) -> tuple[str, ...]:
    """Names whose values the functions of solutions among ``cells`` change when they are called."""
    return tuple(sorted(set().union(*map(changed_by_calls, _sources(cells, True)))))


def _patched(nodes: Iterable[ast.AST]) -> set[str]:
    """Names of the notebook as `unittest.mock.patch` is given them, such as in "__main__.f"."""
    texts = (n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str))
    return {found[1] for found in map(_IN_THE_NOTEBOOK.fullmatch, texts) if found}


def _is_dotted(text: str) -> bool:
    return all(part.isidentifier() for part in text.split("."))


def _sources(cells: Iterable[NotebookNode], solutions: bool) -> list[str]:
    code = (cell for cell in cells if cell.cell_type == "code")
    return [cell.source for cell in code if is_flagged(cell, "solution") is solutions]


def _imported(node: _Import) -> set[str]:
    return {alias.asname or alias.name.partition(".")[0] for alias in node.names}


def _all_imported(sources: Iterable[str]) -> set[str]:
    """Names that are imported at the top level."""
    every = (node for source in sources for node in tree(source).body)
    return set().union(*(_imported(node) for node in every if isinstance(node, _Import)))


def _note_changed(nodes: Iterable[ast.AST], names: set[str]) -> None:
    """Add to ``names`` what ``nodes`` change where they stand, and not inside their functions."""
    for node in nodes:
        if isinstance(node, _Definition):
            names.add(node.name)
            continue
        if isinstance(node, ast.Lambda | ast.comprehension):
            continue
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            names.add(node.id)
        elif isinstance(node, ast.Attribute | ast.Subscript) and not isinstance(node.ctx, ast.Load):
            names |= _root(node)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            names |= _receiver(node.value)
        _note_changed(ast.iter_child_nodes(node), names)


def _receiver(call: ast.Call) -> set[str]:
    """`xs` of a call such as `xs.append(2)`."""
    return _root(call.func) if isinstance(call.func, ast.Attribute) else set()


def _root(node: ast.expr) -> set[str]:
    """The name at the beginning of an expression such as `a.b[c].d`; none of `open(a).write`."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            return set()  # what a function gives is changed, and not the function
        node = node.func if isinstance(node, ast.Call) else node.value
    return {node.id} if isinstance(node, ast.Name) else set()


def _local(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    """Names of a function's own."""
    nodes = list(ast.walk(function))
    names = {node.arg for node in nodes if isinstance(node, ast.arg)}
    names |= {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    return names | {n.name for n in nodes if isinstance(n, _Definition)}
