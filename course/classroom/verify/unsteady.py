"""What in a source notebook makes marks differ from run to run: randomness, clocks, the network."""

import ast
from collections.abc import Iterator, Mapping

from nbformat.notebooknode import NotebookNode

from course.grading import cells

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


def causes(notebook: NotebookNode) -> list[tuple[str, str]]:
    """For each cell of ``notebook`` that gives something else in each run, its name and a sentence."""
    names: dict[str, str] = {}
    seeded: set[str] = set()
    found: dict[tuple[str, str], None] = {}
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type != "code":
            continue
        tree = cells.parsed(cell.source)
        names |= _imported(tree)
        calls = list(_calls(tree, names))
        seeded |= {name for name, call in calls if call.args}
        for name, call in calls:
            if told := _told(name, call, seeded):
                found[cells.grade_id(cell) or f"cell {number}", told] = None
    return list(found)


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


def _told(name: str, call: ast.Call, seeded: set[str]) -> str:
    """What a call makes differ, in a sentence; '' if it makes nothing."""
    if name in GENERATORS:
        given = call.args or call.keywords
        return "" if given else f"{name}() has no seed, and draws something else in each run."
    if name.startswith(NEVER_THE_SAME):
        return f"{name} gives something else in each run."
    for beginning, seed in SEEDS.items():
        if name.startswith(beginning) and name != seed and seed not in seeded:
            return f"{name} draws something else in each run; call {seed}(0) above it."
    if name in CLOCKS:
        return f"{name} looks at the clock, which shows something else in each run."
    texts = [a.value for a in call.args if isinstance(a, ast.Constant)]
    first = next((text for text in texts if isinstance(text, str)), "")
    asks = first.startswith(ADDRESSES) or _dotted(call.func) == ".system" and _is_asking(first)
    if name.startswith(NETWORK) or asks:
        asked = name or _first_word(first)
        return f"{asked} asks the network, which a submission cannot reach while it is graded."
    return ""


def _is_asking(command: str) -> bool:
    return command.lstrip().startswith(PROGRAMS)


def _first_word(text: str) -> str:
    """The first word of ``text``."""
    return text.split()[0]
