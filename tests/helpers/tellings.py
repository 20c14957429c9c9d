"""Which messages the course tells, with which facts: read in its syntax trees.

A call that tells a message names its tag, or takes it from the suspects of the function: the tags
that stand in the function, and in what it takes suspects from. A fact that a dict is given anywhere
in a function counts as given.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import course
from course.check import messages

PACKAGE = Path(course.__file__).parent
NAMED = {"course.check.verdict.Misconception", "course.check.messages.text"}
"""What tells the message whose tag is its first argument."""
SUSPECTED = {
    "course.check.values.judge",
    "course.check.values.judge_all",
    "course.check.verdict.explained",
}
"""What tells the message of one of the suspects that it is given."""
SOURCES = re.compile(r"course\.check\.(?!errors)")
"""Names of what suspects are taken from; what explains an exception has none."""
TAG = re.compile(r"[a-z]\w*(-\w+)+")


@dataclass(frozen=True)
class Telling:
    """A message that is told: its tag, the names of the facts that it is given, and the place."""

    tag: str
    facts: frozenset[str]
    place: str


@dataclass(frozen=True)
class Part:
    """A function, a class or a constant of a module, and what the names imported there stand for."""

    module: str
    names: dict[str, str]
    node: ast.stmt

    def tellings(self) -> Iterator[Telling]:
        """The messages that are told here."""
        for call in self.calls():
            facts, place = self.facts(call), f"{self.module}:{call.lineno}"
            if tags := self.tags(call):
                yield from (Telling(_pattern(tag), frozenset(facts), place) for tag in tags)
            else:
                for tag, more in self.suspects():
                    yield Telling(tag, frozenset(facts | more), place)

    def calls(self) -> list[ast.Call]:
        """The calls that tell a message; without those that hand on the facts of their function."""
        own = {function.args.kwarg.arg for function in self.functions() if function.args.kwarg}
        return [
            call
            for call in ast.walk(self.node)
            if isinstance(call, ast.Call)
            and self.full_name(call.func) in NAMED | SUSPECTED
            and not any(isinstance(k.value, ast.Name) and k.value.id in own for k in call.keywords)
        ]

    def functions(self) -> list[ast.FunctionDef]:
        """The function itself, and those inside."""
        return [node for node in ast.walk(self.node) if isinstance(node, ast.FunctionDef)]

    def tags(self, call: ast.Call) -> list[ast.expr]:
        """The tags that ``call`` names, or that are assigned to the variable which it names."""
        if self.full_name(call.func) in SUSPECTED:
            return []
        if isinstance(call.args[0], ast.Name):
            assigned = self.assigned(call.args[0].id)
            return [text for value in assigned for text in _texts(value) if _is_tag(text)]
        return _texts(call.args[0])

    def facts(self, call: ast.Call) -> set[str]:
        """The names of the facts that ``call`` is given."""
        names = {keyword.arg for keyword in call.keywords if keyword.arg}
        for value in (keyword.value for keyword in call.keywords if not keyword.arg):
            for source in self.assigned(value.id) if isinstance(value, ast.Name) else [value]:
                inside = {self.full_name(node) for node in ast.walk(source)} & PARTS.keys()
                names |= _keys(source).union(*(_keys(PARTS[name].node) for name in inside))
        return names

    def suspects(self, seen: frozenset[str] = frozenset()) -> Iterator[tuple[str, set[str]]]:
        """The tags that stand here or where suspects are taken from, with the facts beside them."""
        calls = self.calls()
        other = {tag for call in calls for tag in self.tags(call)}
        beside = {}
        for node in ast.walk(self.node):
            if isinstance(node, ast.Compare):
                other |= set(ast.walk(node))
            if isinstance(node, ast.Tuple) and _is_suspect(node):
                beside[node.elts[0]] = _keys(node)
        for text in _texts(self.node):
            if text not in other and (text in beside or _is_tag(text)):
                yield _pattern(text), beside.get(text, set())
        for name in {self.full_name(node) for node in ast.walk(self.node)} & PARTS.keys() - seen:
            if SOURCES.match(name) and not PARTS[name].calls():
                yield from PARTS[name].suspects(seen | {name})

    def assigned(self, name: str) -> list[ast.expr]:
        """What is assigned to a variable."""
        return [
            node.value
            for node in ast.walk(self.node)
            for target in _targets(node)
            if any(isinstance(n, ast.Name) and n.id == name for n in ast.walk(target))
        ]

    def full_name(self, node: ast.AST) -> str:
        """What a name stands for, such as "course.check.values.judge"; "" for no name."""
        if isinstance(node, ast.Name):
            return self.names.get(node.id, f"{self.module}.{node.id}")
        if isinstance(node, ast.Attribute):
            return f"{self.full_name(node.value)}.{node.attr}"
        return ""


def _texts(node: ast.AST) -> list[ast.expr]:
    """The strings in ``node``, and the f-strings as they are."""
    if isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    ):
        return [node]
    return [text for child in ast.iter_child_nodes(node) for text in _texts(child)]


def _is_tag(text: ast.expr) -> bool:
    """Whether a string is a tag, or looks like one."""
    return isinstance(text, ast.Constant) and bool(
        text.value in messages.CATALOGUE or TAG.fullmatch(text.value)
    )


def _is_suspect(row: ast.Tuple) -> bool:
    """Whether a tuple is a tag and what it would answer, rather than a list of words."""
    return not all(isinstance(item, (ast.Constant, ast.Starred)) for item in row.elts)


def _pattern(text: ast.expr) -> str:
    """A string as it is; an f-string as a pattern, in which any word stands for a value."""
    if isinstance(text, ast.Constant):
        return text.value
    parts = text.values
    return "".join(part.value if isinstance(part, ast.Constant) else r"\w+" for part in parts)


def _keys(node: ast.AST) -> set[str]:
    """The strings that are keys of dicts written in ``node``."""
    dicts = [part for part in ast.walk(node) if isinstance(part, ast.Dict)]
    return {key.value for part in dicts for key in part.keys if isinstance(key, ast.Constant)}


def _targets(node: ast.AST) -> list[ast.expr]:
    """What an assignment assigns to; nothing if it is none."""
    if isinstance(node, (ast.AnnAssign, ast.AugAssign)):
        return [node.target]
    return node.targets if isinstance(node, ast.Assign) else []


def _parts() -> dict[str, Part]:
    """What each module of the course defines, by full name."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        module = ".".join(["course", *path.relative_to(PACKAGE).with_suffix("").parts])
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imports = [n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
        names = {a.asname or a.name: f"{n.module}.{a.name}" for n in imports for a in n.names}
        for node in tree.body:
            for target in _targets(node) or [node]:
                name = getattr(target, "name", getattr(target, "id", None))
                found[f"{module}.{name}"] = Part(module, names, node)
    return found


PARTS = _parts()


def tellings() -> list[Telling]:
    """All messages that the course tells, but for those that explain an exception.

    Where the code puts a tag together, those that it can make are told, without those that are
    written out elsewhere; if there is none, the tag is the pattern.
    """
    found = [telling for part in PARTS.values() for telling in part.tellings()]
    others = messages.CATALOGUE.keys() - {telling.tag for telling in found}
    return [
        replace(telling, tag=tag)
        for telling in found
        for tag in [tag for tag in others if re.fullmatch(telling.tag, tag)] or [telling.tag]
    ]
