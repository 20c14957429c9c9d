"""Things of other packages: whether they are there, and as we need them."""

import ast
import importlib
import importlib.metadata
import inspect
import platform
import re
import sys
from collections.abc import Callable, Iterator
from types import CodeType
from unittest import mock

Expectation = Callable[[str, object], str | None]
"""Takes the path of a thing and the thing. Says what is other than we need, as in "torch 3.0 …"."""

MISSING = object()


class Thing:
    """Something that we rely on.

    Attributes:
        path: dotted, the package first. What stands after "()" is set by the methods of a class, and
            is no attribute of the class itself.
        use: what we do with it, and why, as in "course/door/calls.py …".
        expected: of it, beside that it is there.
    """

    def __init__(self, path: str, use: str, *expected: Expectation) -> None:
        self.path = path
        self.use = use
        self.expected = expected

    def changed(self) -> list[str]:
        """What is other than we need; nothing if all is well."""
        it = find(self.path)
        if it is MISSING:
            problems = [f"has no {self.path} any more"]
        else:
            problems = [_tried(expect, self.path, it) for expect in self.expected]
        return [f"{_package(self.path)} {problem}" for problem in problems if problem]


def things(prefix: str, names: str, use: str, *expected: Expectation) -> list[Thing]:
    """Several of them below ``prefix``, with one use."""
    return [Thing(f"{prefix}.{name}", use, *expected) for name in names.split()]


def find(path: str) -> object:
    """What ``path`` leads to, `MISSING` if nothing; of an attribute after "()", its name."""
    owner, _, attribute = path.partition("().")
    names = owner.split(".")
    for end in range(len(names), 0, -1):
        try:
            it = importlib.import_module(".".join(names[:end]))
        except ModuleNotFoundError:
            continue
        for name in names[end:]:
            it = getattr(it, name, MISSING)
        break
    else:
        return MISSING
    if not attribute or it is MISSING:
        return it
    methods = [method for kind in it.__mro__ for method in vars(kind).values()]
    return attribute if any(attribute in _mentioned(method) for method in methods) else MISSING


def _tried(expect: Expectation, path: str, it: object) -> str | None:
    try:
        return expect(path, it)
    except Exception as error:  # whatever a changed thing raises
        return f"has another {path}, which raises {type(error).__name__}: {error}"


def _package(path: str) -> str:
    """The package of ``path``, with its version."""
    name = path.partition(".")[0]
    if name in sys.stdlib_module_names:
        return f"Python {platform.python_version()}"
    try:
        return f"{name} {importlib.metadata.version(name)}"
    except importlib.metadata.PackageNotFoundError:  # a module beside its package
        return name


# --- what can be expected ---


def takes(*positional: str, named: str = "") -> Expectation:
    """To be called with these arguments in this order, these by name, and no others."""

    def look(path: str, it: object) -> str | None:
        signature = inspect.signature(it)
        parameters = signature.parameters
        variable = inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD
        kinds = {parameter.kind for parameter in parameters.values()}
        by_name = set(named.split())
        others = [p for name, p in parameters.items() if name not in by_name.union(positional)]
        fits = (
            tuple(parameters)[: len(positional)] == positional
            and (inspect.Parameter.VAR_KEYWORD in kinds or by_name <= parameters.keys())
            and all(p.kind in variable or p.default is not p.empty for p in others)
        )
        wanted = ", ".join([*positional, *(f"{name}=" for name in named.split())])
        return None if fits else f"takes {signature} for {path}, where ({wanted}) is needed"

    return look


def mentions(*names: str) -> Expectation:
    """Its code reads or sets variables, attributes, arguments or keys of these names."""

    def look(path: str, it: object) -> str | None:
        lacking = [name for name in names if name not in _mentioned(it)]
        return f"no longer mentions {', '.join(lacking)} in {path}" if lacking else None

    return look


def mentioned_in(*users: str) -> Expectation:
    """The code of each of ``users`` still asks for it, and so comes across what we put there."""

    def look(path: str, it: object) -> str | None:
        name = path.rpartition(".")[2]
        lacking = [user for user in users if name not in _mentioned(find(user))]
        return f"no longer mentions {path} in {', '.join(lacking)}" if lacking else None

    return look


def reached_by(action: Callable[[], object]) -> Expectation:
    """What is put in its place is called by ``action``."""

    class Reached(Exception):
        pass

    def replacement(*_: object, **__: object) -> None:
        raise Reached

    def look(path: str, it: object) -> str | None:
        with mock.patch(path, replacement):
            try:
                action()
            except Reached:
                return None
        return f"no longer calls what is put in the place of {path}"

    return look


def equals(value: object) -> Expectation:
    """To be this value; of a trait, by default."""

    def look(path: str, it: object) -> str | None:
        got = getattr(it, "default_value", it)
        return None if got == value else f"has {got!r} for {path}, where {value!r} is needed"

    return look


def derives_from(base: str) -> Expectation:
    """To be a class below ``base``."""

    def look(path: str, it: object) -> str | None:
        return None if issubclass(it, find(base)) else f"no longer derives {path} from {base}"

    return look


def behaves(claim: str, test: Callable[[object], bool]) -> Expectation:
    """``claim`` is true of it by ``test``."""

    def look(path: str, it: object) -> str | None:
        return None if test(it) else f"has another {path}, which no longer {claim}"

    return look


def _mentioned(it: object) -> set[str]:
    """Names and keys in the code of a function, a method or a property."""
    it = it.fget if isinstance(it, property) else it
    code = getattr(inspect.unwrap(it) if callable(it) else it, "__code__", None)
    return set(_names_in(code)) if code else set()


def _names_in(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    yield from code.co_freevars
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names_in(constant)
        elif isinstance(constant, str):
            yield constant
        elif isinstance(constant, tuple):  # of keys, or of arguments given by name
            yield from (item for item in constant if isinstance(item, str))


# --- what our own code relies on ---


def attributes(tree: ast.Module) -> set[str]:
    """Names of the attributes and methods that the classes of a module of ours define."""
    names = set()
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(body=body):
                names.update(getattr(statement, "name", "") for statement in body)
            case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
                names.add(name)
    return names


def private_or_replaced(tree: ast.Module, own: set[str]) -> set[str]:
    """Names of what a module of ours imports, reads or calls that is private, or replaces.

    Args:
        own: names of attributes that are ours, on whatever object.
    """
    imported, names = set(), set()
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=modules):
                paths = [(module.asname or module.name, module.name) for module in modules]
            case ast.ImportFrom(module=module, names=members) if module:
                paths = [(m.asname or m.name, f"{module}.{m.name}") for m in members]
            case _:
                continue
        for name, path in paths:
            if not path.startswith("course"):
                imported.add(name.partition(".")[0])
                names.update(filter(_is_private, path.split(".")))
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Call(func=ast.Name(id="super")), attr=name):
                names.update(filter(_is_private, [name]))
            case ast.Attribute(attr=name, ctx=ast.Store()) if _root(node) in imported - {"sys"}:
                names.add(name)
            case ast.Attribute(attr=name) if name not in own:
                names.update(filter(_is_private, [name]))
            case ast.Constant(value=str(text)) if re.fullmatch(r"\w+(\.\w+)+", text):
                names.update(filter(_is_private, text.split(".")))
            case ast.Call(
                func=ast.Attribute(attr="object"), args=[_, ast.Constant(value=name), *_]
            ):
                names.add(name)  # of mock.patch.object
    return names


def overridden(kind: type) -> set[str]:
    """Names of the methods of other packages that a class of ours has instead in a version of ours."""
    names = set()
    for place, owner in enumerate(kind.__mro__):
        if _is_foreign(owner):
            continue
        foreign = set().union(*map(vars, filter(_is_foreign, kind.__mro__[place + 1 :])))
        names |= {
            name for name, value in vars(owner).items() if inspect.isfunction(value)
        } & foreign
    return names - set(dir(object))


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__")


def _is_foreign(kind: type) -> bool:
    return kind.__module__.partition(".")[0] not in {"course", *sys.stdlib_module_names}


def _root(node: ast.expr) -> str | None:
    """The name that a chain of attributes starts with."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None
