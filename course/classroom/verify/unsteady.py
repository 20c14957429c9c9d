"""What in a source notebook makes marks differ from run to run: randomness, clocks, the network."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nbformat.notebooknode import NotebookNode

from course.grading import cells
from course.grading.identifiers import loaded

SEEDS = {
    "random.": "random.seed",
    "numpy.random.": "numpy.random.seed",
    "torch.rand": "torch.manual_seed",
    "torch.normal": "torch.manual_seed",
}
"""By the beginnings of the names of what draws, what makes it draw the same each time."""

GENERATORS = (
    "random.Random",
    "numpy.random.default_rng",
    "numpy.random.RandomState",
    "torch.Generator",
)
"""What draws the same each time if it is made of a seed."""

NEVER_THE_SAME = ("secrets.", "uuid.uuid1", "uuid.uuid4", "os.urandom", "random.SystemRandom")

CLOCKS = (
    *("time.time", "time.perf_counter", "time.monotonic", "time.process_time"),
    *("time.localtime", "time.gmtime", "time.ctime", "time.strftime"),
    *("datetime.datetime.now", "datetime.datetime.today", "datetime.datetime.utcnow"),
    *("datetime.date.today", "pandas.Timestamp.now", "pandas.Timestamp.today"),
)

NETWORK: tuple[str, ...] = (
    "requests.",
    "urllib.request.",
    "urllib3.",
    "http.client.",
    "httpx.",
    "aiohttp.",
)
NETWORK += ("socket.", "ftplib.", "smtplib.")
ADDRESSES = ("http://", "https://", "ftp://")
PROGRAMS = ("wget ", "curl ", "pip ", "git clone ")
"""Beginnings of a shell's commands that ask the network."""


_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
Calls = list[tuple[str, ast.Call]]


@dataclass(frozen=True)
class Part:
    """A definition at the top of a cell, or all else of the cell; a test is one part.

    Attributes:
        cell: its name.
        defines: the name of the definition, whose calls are made where it is used; '' if it is none.
        mentions: names in it.
        calls: what it calls, with full names.
        seeded: what has set a seed before it, or does so in it.
    """

    cell: str
    is_test: bool
    defines: str
    mentions: frozenset[str]
    calls: Calls
    seeded: set[str]


def causes(notebook: NotebookNode) -> list[tuple[str, str]]:
    """For each cell of ``notebook`` that gives something else in each run, its name and a sentence."""
    parts = _parts(notebook)
    found: dict[tuple[str, str], None] = {}
    for part in parts:
        for name, call in part.calls:
            told = _told(name, call)
            if (seed := _seed(name)) and not _is_seeded(part, seed, parts):
                told = f"{name} draws something else in each run; call {seed}(0) above it."
            if told:
                found[part.cell, told] = None
    return list(found)


def _parts(notebook: NotebookNode) -> list[Part]:
    names: dict[str, str] = {}
    seeded: set[str] = set()
    parts = []
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type != "code":
            continue
        tree, is_test = cells.parsed(cell.source), cells.is_test(cell)
        names |= _imported(tree)
        here = seeded | {name for name, call in _calls(tree, names) if call.args}
        if not is_test:  # after a test, random numbers go on as before it
            seeded = here
        bodies: dict[str, list[ast.stmt]] = {"": []}
        for statement in tree.body:
            defines = ""
            if isinstance(statement, _Definition) and not is_test:
                defines = statement.name
            bodies.setdefault(defines, []).append(statement)
        for defines, body in bodies.items():
            module = ast.Module(body, [])
            calls, mentions = list(_calls(module, names)), loaded(ast.unparse(module))
            place = cells.grade_id(cell) or f"cell {number}"
            parts.append(Part(place, is_test, defines, mentions, calls, here))
    return parts


def _seed(name: str) -> str:
    """What makes the function of this ``name`` draw the same each time; '' if it does not draw, or has its own."""
    if name in GENERATORS or name.startswith(NEVER_THE_SAME):
        return ""
    found = (seed for beginning, seed in SEEDS.items() if name.startswith(beginning))
    return next((seed for seed in found if seed != name), "")


def _is_seeded(part: Part, seed: str, parts: list[Part]) -> bool:
    """Whether the draws of ``part`` come after the ``seed``, or only where a definition is used after it."""
    if seed in part.seeded:
        return True
    if not part.defines:
        return False
    using: set[str] = set()
    more = {part.defines}
    while more:
        using |= more
        more = {p.defines for p in parts if p.defines and p.mentions & using} - using
    return all(seed in p.seeded for p in parts if not p.defines and p.mentions & using)


def _imported(tree: ast.Module) -> dict[str, str]:
    """What the imports in ``tree`` call names, in full: {"np": "numpy"}."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                first = alias.name.partition(".")[0]
                found[alias.asname or first] = alias.name if alias.asname else first
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                found[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return found


def _calls(tree: ast.Module, names: Mapping[str, str]) -> Iterator[tuple[str, ast.Call]]:
    """Each call with the full name of what is called, such as "numpy.random.rand"; '' if it has none."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            first, dot, rest = _dotted(node.func).partition(".")
            known = names.get(first, "")
            yield (f"{known}{dot}{rest}" if known else ""), node


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def _told(name: str, call: ast.Call) -> str:
    """What a call makes differ, in a sentence; '' if it makes nothing. Seeds are not looked at here."""
    if name in GENERATORS:
        given = call.args or call.keywords
        return "" if given else f"{name}() has no seed, and draws something else in each run."
    if name.startswith(NEVER_THE_SAME):
        return f"{name} gives something else in each run."
    if name in CLOCKS:
        return f"{name} looks at the clock, which shows something else in each run."
    first = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else ""
    first = first if isinstance(first, str) else ""
    opens = "." in name and first.startswith(ADDRESSES)  # a function of a library's
    asks = opens or _dotted(call.func) == ".system" and _is_asking(first)
    if name.startswith(NETWORK) or asks:
        asked = name or _first_word(first)
        return f"{asked} asks the network, which a submission cannot reach while it is graded."
    return ""


def _is_asking(command: str) -> bool:
    return command.lstrip().startswith(PROGRAMS)


def _first_word(text: str) -> str:
    """The first word of ``text``."""
    return text.split()[0]
