"""What the text of a submission reaches for that no exercise asks for.

The examiner has this text, and no code of a student's can change it. What it says is held against
nobody: the submission keeps its points, and a person reads it. `course.door.watch` sees, beside the
code, what the text hides.
"""

import ast
from collections.abc import Iterator

OURS = ("course.door", "course.grading", "course.plugins", "course.classroom")

NAMES = {
    *(
        "f_back",
        "f_locals",
        "f_globals",
        "f_builtins",
        "f_code",
        "tb_frame",
        "gi_frame",
        "cr_frame",
    ),
    *("_getframe", "_current_frames", "currentframe", "walk_stack", "getouterframes"),
    *("getinnerframes", "getclosurevars", "settrace", "setprofile", "addaudithook", "meta_path"),
    *("get_objects", "get_referrers", "get_referents", "__subclasses__", "__globals__"),
    *("__closure__", "__code__", "CodeType", "FunctionType", "ctypes", "marshal", "fromfd"),
}
"""Of what shows frames, all objects of a process, the inside of functions, or its descriptors."""


def touched(source: str) -> set[str]:
    """The names in the code ``source`` that a person should look at."""
    try:
        return set(_named(ast.parse(source)))
    except SyntaxError:  # it is not run either
        return set()
    except (RecursionError, MemoryError, ValueError):
        return {"code.that.cannot.be.read"}


def _named(tree: ast.Module) -> Iterator[str]:
    looked_up = {
        id(side)
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn)
        for side in node.comparators
    }
    for node in ast.walk(tree):
        names = list(_names(node))
        yield from (name for name in names if name in NAMES or name.startswith(OURS))
        yield from ("/proc/self" for name in names if "/proc/self" in name)
        match node:
            case ast.Attribute(value=ast.Name(id="sys"), attr="modules") if (
                id(node) not in looked_up
            ):
                yield "sys.modules"  # `"google.colab" in sys.modules` only looks something up
        if isinstance(node, ast.Call):
            first = next(iter(node.args), None)
            text = first.value if isinstance(first, ast.Constant) else None
            if _is_named(node.func, "import_module", "__import__") and text is None:
                yield "import_module"
            if _is_named(node.func, "exec", "eval", "compile") and isinstance(text, str):
                yield from touched(text)


def _names(node: ast.AST) -> Iterator[str]:
    """What ``node`` names, in the code or in a text of it."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.Constant(value=str(name)):
            yield name
        case ast.Import(names=aliases):
            yield from (alias.name for alias in aliases)
        case ast.ImportFrom(module=module, names=aliases):
            yield module or ""
            yield from (alias.name for alias in aliases)
            yield from (f"{module}.{alias.name}" for alias in aliases)


def _is_named(node: ast.expr, *names: str) -> bool:
    """Whether ``node`` is one of ``names``, or an attribute of that name."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in names
    return False
