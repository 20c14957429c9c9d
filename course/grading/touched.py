"""What the text of a submission reaches for that no exercise asks for.

The examiner has this text, and no code of a student's can change it. What it says is held against
nobody: the submission keeps its points, and a person reads it. `course.door.watch` sees, beside the
code, what the text hides.
"""

import ast
from collections.abc import Iterable, Iterator

from nbformat.notebooknode import NotebookNode

from course.grading.cells import tree

OURS = ("course.door", "course.grading", "course.plugins", "course.classroom")

KINDS: tuple[set[str], ...] = (
    {
        *("f_back", "f_locals", "f_globals", "f_builtins", "f_code", "tb_frame", "gi_frame"),
        *("cr_frame", "ag_frame", "_getframe", "_current_frames", "currentframe", "walk_stack"),
        *("getouterframes", "getinnerframes"),
    },
    {"settrace", "setprofile", "addaudithook"},
    {"get_objects", "get_referrers", "get_referents", "__subclasses__"},
    {
        *("__globals__", "__closure__", "__code__", "getclosurevars", "CodeType", "FunctionType"),
        *("code.__new__", "function.__new__", "marshal"),
        *("__kwdefaults__", "marshal.loads"),
    },
    {"ctypes"},
    {"sys.modules", "meta_path"},
    {"_get_current_function_mode_stack", "_get_function_stack_at"},
    {"fromfd"},
)
"""Names of what shows frames, traces, all objects of a process, the inside of functions, its memory,
its modules or its descriptors. Whoever may use one of a kind gets as far as with the others."""

NAMES = set().union(*KINDS)

RUNNING = ("exec", "eval", "compile", "run_line_magic", "run_cell_magic")
"""What runs a text; IPython writes magics so."""


def touched(source: str) -> set[str]:
    """The names in a cell, or another text that is run, that a person should look at."""
    try:
        return set(_named(tree(source)))
    except (RecursionError, MemoryError, ValueError):
        return {"code.that.cannot.be.read"}


def touched_by(notebook: Iterable[NotebookNode]) -> tuple[str, ...]:
    """Those names in the code cells of the instructor's notebook."""
    codes = (cell.source for cell in notebook if cell.cell_type == "code")
    return tuple(sorted({name for code in codes for name in touched(code)}))


def unusual(found: Iterable[str], usual: Iterable[str]) -> set[str]:
    """Those of ``found`` that are of no kind that the instructor's notebook touches too."""
    known = set(map(_kind, usual))
    return {name for name in found if _kind(name) not in known}


def _kind(name: str) -> str:
    """One name for all of a kind; the last part of a name that is alone."""
    first, _, rest = name.partition(".")
    last = rest.rpartition(".")[2] or first
    same = next((kind for kind in KINDS if kind & {name, last}), {last})
    return first if first == "ctypes" else min(same)


def _named(code: ast.Module) -> Iterator[str]:
    nodes = list(ast.walk(code))
    # `"google.colab" in sys.modules` only looks something up, and `model.modules()` is torch's.
    harmless = {
        id(side) for node in nodes if isinstance(node, ast.Compare) for side in node.comparators
    }
    harmless |= {id(node.func) for node in nodes if isinstance(node, ast.Call)}
    harmless |= {id(looked_in) for node in nodes for looked_in in _looked_up(node)}
    for node in nodes:
        names = list(_names(node))
        yield from (name for name in names if name in NAMES or name.startswith(OURS))
        yield from ("/proc/self" for name in names if "/proc/self" in name)
        if _is_the_table(node) and id(node) not in harmless:
            yield "sys.modules"
        if isinstance(node, ast.Call):
            texts = [a.value for a in node.args if isinstance(a, ast.Constant)]
            if _is_named(node.func, "import_module", "__import__") and not texts:
                yield "import_module"
            if _is_named(node.func, *RUNNING):
                yield from set().union(*(touched(text) for text in texts if type(text) is str))


def _looked_up(node: ast.AST) -> Iterator[ast.expr]:
    """Where ``node`` looks up a name that stands there; an import of it would give as much."""
    match node:
        case ast.Subscript(table, ast.Constant(value=str(name)), ast.Load()):
            pass
        case ast.Call(ast.Attribute(table, "get"), [ast.Constant(value=str(name)), *_]):
            pass
        case ast.Call(ast.Name("len"), [table]):
            name = ""
        case _:
            return
    if name.partition(".")[0] != "course":
        yield table


def _names(node: ast.AST) -> Iterator[str]:
    """What ``node`` names, in the code or in a text of it."""
    match node:
        case ast.Attribute(value=ast.Name(id="course"), attr=name):
            yield f"course.{name}"
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.Constant(value=str(name)):
            yield name
        case ast.Import(names=aliases):
            yield from (alias.name for alias in aliases)
        case ast.ImportFrom(module=module, names=aliases):
            yield module or ""
            yield from (alias.name for alias in aliases)
            yield from (f"{module}.{alias.name}" for alias in aliases)


def _is_the_table(node: ast.AST) -> bool:
    """Whether it is the table of modules, and not the place where torch's layers are defined."""
    return (
        isinstance(node, ast.Attribute)
        and node.attr == "modules"
        and not _is_named(node.value, "nn")
    )


def _is_named(node: ast.expr, *names: str) -> bool:
    """Whether ``node`` is one of ``names``, or an attribute of that name."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in names
    return False
